import { expect, test } from 'vitest'
import { linesOf, shortened, treemap, type Part, type Tile } from './treemap'

const parts = (...weights: number[]): Part[] =>
  weights.map((weight, index) => ({ id: `p${index}`, weight }))
const many = parts(...Array.from({ length: 60 }, (_, index) => 40 + ((index * 37) % 90)))
const LEAST = { width: 60, height: 44 }
const area = ({ width, height }: Tile) => width * height

function expectApart(tiles: Tile[], width: number, height: number) {
  const near = 1e-6
  tiles.forEach((a, index) => {
    expect(a.x).toBeGreaterThanOrEqual(-near)
    expect(a.y).toBeGreaterThanOrEqual(-near)
    expect(a.x + a.width).toBeLessThanOrEqual(width + near)
    expect(a.y + a.height).toBeLessThanOrEqual(height + near)
    for (const b of tiles.slice(index + 1)) {
      const beside = a.x + a.width <= b.x + near || b.x + b.width <= a.x + near
      const below = a.y + a.height <= b.y + near || b.y + b.height <= a.y + near
      expect(beside || below).toBe(true)
    }
  })
}

test('areas are as the weights, and fill the box', () => {
  const { tiles, rest } = treemap(parts(600, 300, 200, 100), 800, 600, LEAST)
  expect(rest).toEqual([])
  expectApart(tiles, 800, 600)
  for (const tile of tiles) expect(area(tile)).toBeCloseTo((tile.weight * 800 * 600) / 1200, 3)
})

test('one alone fills the box', () => {
  const { tiles } = treemap(parts(7), 320, 160, LEAST)
  expect(tiles).toEqual([{ id: 'p0', weight: 7, x: 0, y: 0, width: 320, height: 160 }])
})

test('sixty stand apart and can each be pressed', () => {
  const { tiles, rest } = treemap(many, 1100, 620, LEAST)
  expectApart(tiles, 1100, 620)
  expect(Math.min(...tiles.flatMap(({ width, height }) => [width, height]))).toBeGreaterThanOrEqual(
    60,
  )
  expect(tiles.filter(({ id }) => id !== null).length + rest.length).toBe(60)
  const drawn = tiles.filter(({ id }) => id !== null)
  const scale = area(drawn[0] as Tile) / (drawn[0] as Tile).weight
  for (const tile of drawn) expect(area(tile) / tile.weight).toBeCloseTo(scale, 6)
})

test('the tiny are gathered in one that can be pressed', () => {
  const { tiles, rest } = treemap(parts(5000, 3000, 3, 2, 1), 400, 300, LEAST)
  expect(rest).toEqual(['p2', 'p3', 'p4'])
  const gathered = tiles.find(({ id }) => id === null) as Tile
  expect(gathered.weight).toBe(6)
  expect(gathered.width).toBeGreaterThanOrEqual(LEAST.width)
  expect(gathered.height).toBeGreaterThanOrEqual(LEAST.height)
  expectApart(tiles, 400, 300)
})

test('without weight nothing is drawn, and nothing is lost', () => {
  expect(treemap(parts(0, 0), 400, 300, LEAST)).toEqual({ tiles: [], rest: ['p0', 'p1'] })
  expect(treemap(parts(9, 0), 400, 300, LEAST).rest).toEqual(['p1'])
  expect(treemap([], 400, 300, LEAST)).toEqual({ tiles: [], rest: [] })
})

test('a box too small for two leaves the list alone', () => {
  expect(treemap(parts(9, 9), 60, 60, LEAST).tiles).toEqual([])
})

test('a long name is broken into lines, and what is left out is marked', () => {
  expect(linesOf('蔚汾镇党委', 3, 2)).toEqual(['蔚汾镇', '党委'])
  expect(linesOf('中共兴县蔚汾镇委员会', 4, 2)).toEqual(['中共兴县', '蔚汾镇…'])
  expect(linesOf('𠮷𠮷𠮷', 2, 2)).toEqual(['𠮷𠮷', '𠮷'])
  expect(linesOf('兴县', 0, 2)).toEqual([])
})

test('of a name only what its superior does not say', () => {
  expect(shortened('中共兴县蔚汾镇委员会', '中共兴县委员会')).toBe('蔚汾镇委员会')
  expect(shortened('中共兴县蔚汾镇东关村党支部', '中共兴县蔚汾镇委员会')).toBe('东关村党支部')
  expect(shortened('中共兴县委老干部局支部', '中共兴县委员会')).toBe('中共兴县委老干部局支部')
  expect(shortened('兴县中学党总支', '中共兴县教育工作委员会')).toBe('兴县中学党总支')
})
