import { expect, test } from 'vitest'
import { dayInWords, dayOf } from './day'

test('a day is understood as people write it', () => {
  for (const text of ['2026-07-01', '2026.7.1', '2026/07/1', '20260701', ' 2026年7月1日 ']) {
    expect(dayOf(text)).toBe('2026-07-01')
  }
})

test('what is no day stays what was typed', () => {
  for (const text of ['2026-13-01', '2026-02-30', '2026年7月', '七一', '202671']) {
    expect(dayOf(text)).toBeNull()
    expect(dayInWords(text)).toBe(text)
  }
  expect(dayInWords('2026-07-01')).toBe('2026年7月1日')
})
