import { expect, test } from 'vitest'
import { cellByKey, cellWords, countIn, spanOf, type YearCell } from './year'

const cell = (change: Partial<YearCell>): YearCell => ({
  month: '2026-10',
  due: 3,
  met: 2,
  afterwards: 1,
  late: 1,
  open: 0,
  state: 'late',
  ...change,
})

test('the number says how many the word is about', () => {
  expect(countIn(cell({}))).toBe(1)
  expect(countIn(cell({ state: 'met', met: 3, late: 0 }))).toBe(3)
  expect(countIn(cell({ state: 'coming', met: 0, late: 0 }))).toBe(3)
})

test('a cell is heard whole', () => {
  expect(cellWords({ title: '主题党日' }, cell({}))).toBe(
    '主题党日，10月，到期 3 件，办结 2 件，其中逾期后办结 1 件，逾期未办 1 件，看明细',
  )
  expect(cellWords({ title: '主题党日' }, cell({ due: 0 }))).toBe('主题党日，10月没有')
})

test('arrows walk the year and stop at its edge', () => {
  expect(cellByKey([0, 3], 'ArrowRight', 2, 12)).toEqual([0, 4])
  expect(cellByKey([0, 3], 'ArrowUp', 2, 12)).toBeNull()
  expect(cellByKey([1, 3], 'End', 2, 12)).toEqual([1, 11])
  expect(cellByKey([1, 3], 'x', 2, 12)).toBeNull()
})

test('a month has its own last day', () => {
  expect(spanOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})
