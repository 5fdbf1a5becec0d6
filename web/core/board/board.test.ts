import { expect, test } from 'vitest'
import type { Board, MonthLine } from './api'
import { changeWords, changedBetween, hasExceptions, keyOf } from './changes'
import { barRows, monthWords, numbersFit, wholeMonth } from './months'

const board = (late: number, red: number): Board => ({
  organization: { id: 'o1', name: '兴县县委', kind: 'committee' },
  day: '2026-11-27',
  today: true,
  counted: {
    open: 12,
    late,
    yellow: 3,
    red,
    contested: 0,
    waived: 1,
    explained: 0,
    met: 40,
    organizations: 30,
    clean: 27,
    waiting: 0,
    since: '2026-10-01',
  },
  rules: [],
  organizations: [
    {
      id: 'o2',
      name: '东关',
      kind: 'branch',
      own: false,
      late,
      yellow: 0,
      red,
      contested: 0,
      since: null,
    },
  ],
  months: [],
})

test('what has changed is marked where it stands, and told in a sentence', () => {
  expect(changedBetween(board(4, 2), board(4, 2)).size).toBe(0)
  expect([...changedBetween(board(4, 2), board(5, 2))]).toEqual([
    keyOf('counted', '', 'late'),
    keyOf('organization', 'o2', 'late'),
  ])
  expect(changeWords(board(1234, 2), board(4, 1))).toBe('逾期由 1,234 变为 4，红灯由 2 变为 1。')
  expect(changeWords(board(4, 2), board(4, 2))).toBe('')
})

test('a line that appears is new with every number that it has', () => {
  const before = { ...board(1, 0), organizations: [] }
  expect([...changedBetween(before, board(1, 0))]).toEqual([keyOf('organization', 'o2', 'late')])
})

test('an exception is what somebody has to look at', () => {
  expect(hasExceptions({ late: 0, yellow: 0, red: 0, contested: 0 })).toBe(false)
  expect(hasExceptions({ late: 0, yellow: 0, red: 0, contested: 1 })).toBe(true)
})

const months: MonthLine[] = [
  { month: '2025-12', due: 10, inTime: 8, afterwards: 2, late: 0 },
  { month: '2026-01', due: 20, inTime: 16, afterwards: 0, late: 4 },
]

test('bars begin at zero and are measured by the longest of all', () => {
  const rows = barRows(months, { width: 200, high: 100, head: 20 })
  expect(rows.map(({ base }) => base)).toEqual([120, 240, 360])
  expect(rows[0]!.bars.map(({ height, y }) => [height, y])).toEqual([
    [50, 70],
    [100, 20],
  ])
  expect(rows[2]!.bars.map(({ height }) => height)).toEqual([0, 25])
  expect(numbersFit(rows, 9)).toBe(true)
  expect(numbersFit(rows, 60)).toBe(false)
})

test('nothing at all is no bar', () => {
  const none = months.map((it) => ({ ...it, inTime: 0, afterwards: 0, late: 0 }))
  const rows = barRows(none, { width: 200, high: 100, head: 20 })
  expect(rows.flatMap(({ bars }) => bars.map(({ height }) => height))).toEqual([0, 0, 0, 0, 0, 0])
  expect(barRows([], { width: 200, high: 100, head: 20 })[0]!.bars).toEqual([])
})

test('months say their year where it begins', () => {
  expect(months.map(({ month }, index) => monthWords(month, index === 0))).toEqual([
    '25年12月',
    '26年1月',
  ])
  expect(monthWords('2026-02', false)).toBe('2月')
  expect(wholeMonth('2026-02')).toBe('2026年2月')
})
