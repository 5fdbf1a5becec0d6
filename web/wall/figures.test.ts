import { expect, test } from 'vitest'
import type { Board } from '@core/board/api'
import { figuresOf, ruleBarsOf, shareWords } from './figures'

const rule = (name: string, red: number, yellow: number) => ({
  name,
  title: name,
  rule: { id: 'R-BR-01', title: '', cite: '', local: name === 'f' },
  open: 0,
  late: 0,
  contested: 0,
  waived: 0,
  since: null,
  helper: null,
  red,
  yellow,
})

const board = {
  organization: { id: 'o1', name: '兴县县委', kind: 'committee' },
  day: '2026-11-27',
  today: true,
  counted: {
    open: 1200,
    late: 8,
    yellow: 3,
    red: 5,
    contested: 1,
    waived: 1,
    explained: 0,
    met: 40,
    organizations: 300,
    clean: 299,
    waiting: 2,
    since: null,
  },
  rules: [],
  organizations: [],
  months: [{ month: '2026-11', due: 20, inTime: 12, afterwards: 0, late: 4 }],
} as Board

test('there are eight numbers, each with that of which it is a part', () => {
  const figures = figuresOf(board)
  expect(figures).toHaveLength(8)
  expect(figures.map(({ words, value, of }) => `${words} ${value} ${of}`)).toEqual([
    '党组织 300 本级和全部下级',
    '没有例外 299 共 300 个，占 99.6%',
    '黄灯 3 未办共 1,210 件',
    '红灯 5 未办共 1,210 件',
    '本月按时 12 本月到期共 20 件',
    '逾期 8 未办共 1,210 件',
    '申诉中 1 未办共 1,210 件',
    '待上级答复 2 说明和申诉',
  ])
  expect(figures[5]!.to).toBe('/duties?organization=o1&state=late')
})

test('what the server does not tell is not invented', () => {
  const { organizations: _, clean: __, ...counted } = board.counted
  const figures = figuresOf({ ...board, counted, months: [] } as unknown as Board)
  const untold = figures.filter(({ value }) => value === null).map(({ key }) => key)
  expect(untold).toEqual(['organizations', 'clean', 'inTime'])
  expect(shareWords(undefined, 3)).toBe('')
  expect(shareWords(0, 0)).toBe('')
})

test('the rules with most lights are drawn, in their own order', () => {
  const rules = [
    rule('a', 0, 1),
    rule('b', 4, 0),
    rule('c', 0, 0),
    rule('d', 2, 2),
    rule('e', 9, 0),
    rule('f', 1, 6),
    rule('g', 3, 0),
    rule('h', 0, 8),
  ]
  const { bars, left } = ruleBarsOf({ ...board, rules })
  expect(bars.map(({ name }) => name)).toEqual(['b', 'd', 'e', 'f', 'g', 'h'])
  expect(bars[3]!.rule).toBe('R-BR-01，本地配置')
  expect(left).toBe(1)
})
