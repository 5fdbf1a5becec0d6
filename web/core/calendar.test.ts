import { expect, test } from 'vitest'
import { addDays, addMonths, dayByKey, shortcutsOn, weeksOf, within } from './calendar'

test('a month has its days in weeks from Monday on', () => {
  const weeks = weeksOf('2026-11-22')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null])
  expect(weeksOf('2024-02-01').flat().filter(Boolean)).toHaveLength(29)
})

test('days and months are counted on over ends of years and short months', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('keys walk through days, weeks, months and years', () => {
  const by = (key: string, shift = false) => dayByKey('2026-11-25', key, shift)
  expect(by('ArrowLeft')).toBe('2026-11-24')
  expect(by('ArrowDown')).toBe('2026-12-02')
  expect(by('Home')).toBe('2026-11-23')
  expect(by('End')).toBe('2026-11-29')
  expect(by('PageUp')).toBe('2026-10-25')
  expect(by('PageDown', true)).toBe('2027-11-25')
  expect(by('a')).toBeNull()
})

test('no way leads beyond the days that can be looked at', () => {
  const span = { earliest: '1921-07-01', latest: '2036-11-25' }
  expect(within('1921-06-30', span)).toBe('1921-07-01')
  expect(within('2040-01-01', span)).toBe('2036-11-25')
})

test('the days people ask for', () => {
  expect(
    Object.fromEntries(shortcutsOn('2026-11-25').map(({ words, day }) => [words, day])),
  ).toEqual({
    今天: '2026-11-25',
    上月末: '2026-10-31',
    去年末: '2025-12-31',
    一年前: '2025-11-25',
    下月初: '2026-12-01',
  })
  expect(shortcutsOn('2024-02-29')[3]?.day).toBe('2023-02-28')
})
