import { expect, test } from 'vitest'
import type { StatisticsRow, StatisticsTable } from './api'
import { asText, begins, lengthOf, numberShown, shareShown } from './table'

const row = (change: Partial<StatisticsRow>): StatisticsRow => ({
  key: 'female',
  label: '女',
  group: 'sex',
  list: 'members',
  count: 1200,
  hidden: null,
  share: 12,
  filter: { sex: '2' },
  below: true,
  ...change,
})

const table = (rows: StatisticsRow[]): StatisticsTable => ({
  id: 'basic',
  title: '党员的性别',
  rule: 'R-SS-07',
  source: '公报',
  confirmed: true,
  list: 'members',
  total: 10_000,
  hidden: null,
  rows,
  remarks: [],
})

test('a number that is held back is shown by what stands for it', () => {
  expect(numberShown(row({}))).toBe('1,200')
  expect(numberShown(row({ count: null, hidden: '<5' }))).toBe('<5')
  expect(shareShown(row({}))).toBe('12.0%')
  expect(shareShown(row({ share: null }))).toBe('')
})

test('bars are measured among their own kind', () => {
  const rows = [row({}), row({ count: 300 }), row({ count: 9000, list: 'organizations' })]
  expect(rows.map((it) => lengthOf(it, table(rows)))).toEqual([100, 25, 100])
  expect(lengthOf(row({ count: -3 }), table(rows))).toBeNull()
  expect(lengthOf(row({ count: null }), table(rows))).toBeNull()
  expect(lengthOf(row({ count: 0 }), table([row({ count: 0 })]))).toBe(0)
})

test('a group begins where another ends', () => {
  expect(begins(row({}), undefined)).toBe(false)
  expect(begins(row({}), row({ key: 'male' }))).toBe(false)
  expect(begins(row({ group: 'nation' }), row({}))).toBe(true)
})

test('copied tables are lines and tabs, their numbers without separators', () => {
  expect(asText([table([row({}), row({ count: null, hidden: '*', share: null })])])).toBe(
    '党员的性别\t10,000\t\n女\t1200\t12.0%\n女\t*\t',
  )
})
