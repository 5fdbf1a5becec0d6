import { expect, test } from 'vitest'
import * as format from './format'

test('a day is written out without leading zeros and in any time zone the same', () => {
  expect(format.formatDate('2026-11-22')).toBe('2026年11月22日')
  expect(format.formatDate('1921-07-01')).toBe('1921年7月1日')
  expect(format.formatDate(null)).toBe('未填')
  expect(format.formatDate('没有')).toBe('未填')
})

test('today has its weekday', () => {
  expect(format.formatToday(new Date(2026, 10, 22))).toBe('2026年11月22日 星期日')
})

test('large numbers are grouped', () => {
  expect(format.formatNumber(0)).toBe('0')
  expect(format.formatNumber(10_000)).toBe('10,000')
})

test('months become years and months', () => {
  expect(format.formatMonths(27)).toBe('2年3个月')
  expect(format.formatMonths(24)).toBe('2年')
  expect(format.formatMonths(11)).toBe('11个月')
  expect(format.formatMonths(0)).toBe('不满1个月')
  expect(format.formatMonths(null)).toBe('未填')
})

test('no is an answer, nothing is none', () => {
  expect(format.formatYesNo(false)).toBe('否')
  expect(format.formatYesNo(null)).toBe('未填')
  expect(format.formatText('  ')).toBe('未填')
  expect(format.formatText('𡐓村')).toBe('𡐓村')
})

test('a place without a name is shown by its code', () => {
  expect(format.formatPlace({ code: '331102', name: '莲都区' })).toBe('莲都区')
  expect(format.formatPlace({ code: '331102', name: null })).toBe('331102')
  expect(format.formatPlace(null)).toBe('未填')
})

test('a wait is rounded up', () => {
  expect(format.formatWait(30)).toBe('30 秒')
  expect(format.formatWait(61)).toBe('2 分钟')
})

test('a character of somebody’s own making is marked, a rare one is not', () => {
  expect(format.formatText('张\uE123三')).toBe('张〓三（含自造字）')
  expect(format.legible('\u{F0001}')).toBe('〓（含自造字）')
  expect(format.legible('𡐓𫟷㛃')).toBe('𡐓𫟷㛃')
})

test('days and times are those of the clock on the wall', () => {
  expect(format.isoDay(new Date(2026, 0, 5))).toBe('2026-01-05')
  expect(format.formatTime(new Date(2026, 10, 22, 14, 5).toISOString())).toBe(
    '2026年11月22日 14:05',
  )
  expect(format.formatTime(null)).toBe('未填')
})

test('a sentence of the server has its days as they are written elsewhere', () => {
  expect(format.withDays('到 2027-02-07 届满')).toBe('到2027年2月7日届满')
  expect(format.withDays('早于届满的 2022-02-07')).toBe('早于届满的2022年2月7日')
})
