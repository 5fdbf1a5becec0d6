import { describe, expect, it } from 'vitest'
import { holidaysOf, kindOf, makeUpsOf, readNotice } from './notice'

const text = `经国务院批准，现将2026年元旦、春节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

describe('a notice as it was published', () => {
  it('tells its holidays and the days that are worked for them', () => {
    const { holidays, makeUps } = readNotice(2026, text)
    expect(holidays.map(({ name, first, last }) => `${name} ${first} ${last}`)).toEqual([
      '元旦 2026-01-01 2026-01-03',
      '春节 2026-02-15 2026-02-23',
      '清明节 2026-04-04 2026-04-06',
      '国庆节 2026-10-01 2026-10-07',
    ])
    expect(makeUps.map(({ day }) => day)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-09-20',
      '2026-10-10',
    ])
  })

  it('leaves what lies in another year to the notice of that year', () => {
    const across =
      '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n二、中秋节：9月10日放假。'
    expect(readNotice(2023, across)).toEqual({
      holidays: [
        { name: '元旦', first: '2023-01-01', last: '2023-01-02' },
        { name: '中秋节', first: '2023-09-10', last: '2023-09-10' },
      ],
      makeUps: [],
    })
  })

  it('finds nothing in other words', () => {
    expect(readNotice(2026, '明天放假')).toEqual({ holidays: [], makeUps: [] })
  })
})

describe('the days of a year', () => {
  const days = [
    { day: '2026-10-01', works: false, name: '国庆节' },
    { day: '2026-10-02', works: false, name: '国庆节' },
    { day: '2026-10-10', works: true, name: '国庆节' },
    { day: '2026-12-31', works: false, name: '元旦' },
  ]

  it('make holidays again', () => {
    expect(holidaysOf(days)).toEqual([
      { name: '国庆节', first: '2026-10-01', last: '2026-10-02' },
      { name: '元旦', first: '2026-12-31', last: '2026-12-31' },
    ])
    expect(makeUpsOf(days)).toEqual([{ day: '2026-10-10', name: '国庆节' }])
  })

  it('are worked or off by the week, where nothing is said', () => {
    const named = new Map(days.map((it) => [it.day, it]))
    expect(
      ['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map((day) => kindOf(day, named)),
    ).toEqual(['off', 'make-up', 'weekend', 'work'])
  })
})
