import { expect, test } from 'vitest'
import type { PlanView } from '@core/meeting/life'
import { faultsOf, monthsOf, newRow, onThemeDay, planEntry, rowsOf } from './plan'

const item = (type: string, on: string, held: { id: string; on: string } | null = null) => ({
  id: `${type}-${on}`,
  type,
  typeName: type,
  on,
  topic: null,
  rule: null,
  held,
  movedReason: null,
})
const plan = {
  items: [
    item('theme-day', '2026-01-05', { id: 'h', on: '2026-01-05' }),
    item('theme-day', '2026-02-05'),
    item('members', '2026-03-20'),
  ],
} as unknown as PlanView

test('another fixed day moves the theme days that are still to come', () => {
  const days = onThemeDay(rowsOf(plan), 15).map(({ on }) => on)
  expect(days).toEqual(['2026-01-05', '2026-02-15', '2026-03-20'])
})

test('what was adopted is moved with a reason, what is proposed without', () => {
  const rows = onThemeDay(rowsOf(plan), 15)
  expect(faultsOf(rows, 2026, false)).toEqual({})
  expect(faultsOf(rows, 2026, true)).toEqual({ 'theme-day-2026-02-05': '请写改期的理由' })
  const reasoned = rows.map((row) => ({ ...row, reason: '农忙' }))
  expect(faultsOf(reasoned, 2026, true)).toEqual({})
})

test('a line of another year is not of this plan', () => {
  expect(faultsOf([newRow('n', 'lecture', '2027-01-01')], 2026, false)).toEqual({
    n: '请写 2026 年里的日期',
  })
})

test('every month is shown, by day, and all of it is sent', () => {
  const rows = [...rowsOf(plan), newRow('n', 'lecture', '2026-03-02')]
  const months = monthsOf(rows, 2026)
  expect(months).toHaveLength(12)
  expect(months[2]?.rows.map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-20'])
  expect(planEntry(rows, 5).items).toHaveLength(4)
})
