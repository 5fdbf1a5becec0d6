import { addDays, weekdayOf } from '../calendar'
import type { Holiday, MakeUp, NamedDay } from './api'

/** What a day is: worked as the week has it, off as the week has it, or by name. */
export type DayKind = 'work' | 'weekend' | 'off' | 'make-up'

export function kindOf(day: string, named: ReadonlyMap<string, NamedDay>): DayKind {
  const said = named.get(day)
  if (said !== undefined) return said.works ? 'make-up' : 'off'
  return weekdayOf(day) > 4 ? 'weekend' : 'work'
}

/** Days off that follow each other under one name are one holiday. */
export function holidaysOf(days: readonly NamedDay[]): Holiday[] {
  const holidays: Holiday[] = []
  for (const { day, name } of days.filter(({ works }) => !works)) {
    const last = holidays[holidays.length - 1]
    if (last?.name === name && last.last !== null && addDays(last.last, 1) === day) last.last = day
    else holidays.push({ name, first: day, last: day })
  }
  return holidays
}

export function makeUpsOf(days: readonly NamedDay[]): MakeUp[] {
  return days.filter(({ works }) => works).map(({ day, name }) => ({ day, name }))
}

const HOLIDAY = /^[一二三四五六七八九十]+、\s*([^:：]{1,20})[:：](.*)$/
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*[）)])?`
const OFF = new RegExp(`${DAY}(?:\\s*至\\s*${DAY})?[^。]*?放假`)
const ONE = new RegExp(DAY, 'g')

/**
 * The holidays of a notice, pasted as it was published: 一、元旦：1月1日（周四）至3日（周六）放假调休，
 * 共3天。1月4日（周日）上班。 What belongs to another year is left to the notice of that year.
 */
export function readNotice(year: number, text: string): { holidays: Holiday[]; makeUps: MakeUp[] } {
  const holidays: Holiday[] = []
  const makeUps: MakeUp[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, name, says] = HOLIDAY.exec(line.trim()) ?? []
    if (name === undefined || says === undefined) continue
    const off = OFF.exec(says)
    if (off !== null) {
      const [, y1, m1, d1, y2, m2, d2] = off
      const first = dayIn(year, y1, m1, d1)
      const last = d2 === undefined ? first : dayIn(year, y2 ?? y1, m2 ?? m1, d2)
      const [from, to] = within(year, first, last)
      if (from <= to) holidays.push({ name, first: from, last: to })
    }
    for (const sentence of says.split('。').filter((it) => it.includes('上班'))) {
      let month: string | undefined
      for (const [, y, m, d] of sentence.matchAll(ONE)) {
        month = m ?? month
        const day = dayIn(year, y, month, d)
        if (day.startsWith(`${year}`)) makeUps.push({ name, day })
      }
    }
  }
  return { holidays, makeUps }
}

function dayIn(year: number, y?: string, m = '1', d = '1'): string {
  return `${y ?? year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
}

function within(year: number, first: string, last: string): [string, string] {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`]
  return [first < begin ? begin : first, last > end ? end : last]
}
