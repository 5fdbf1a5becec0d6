/** A part of a whole, such as a township with its members. */
export interface Part {
  id: string
  weight: number
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Tile extends Box {
  /** Null for those too small to be drawn each for itself. */
  id: string | null
  weight: number
}

export interface Treemap {
  tiles: Tile[]
  /** Those gathered in the last tile; those without weight are among them. */
  rest: string[]
}

/** What a tile needs at least to be read and pressed. */
export type Least = Pick<Box, 'width' | 'height'>

/** How large the gathered tile may have to be, in least tiles; and at most of the whole. */
const GATHERED = [0, 1, 2, 4, 6, 9, 16]
const MOST_GATHERED = 0.15

/**
 * Tiles whose areas are as the weights, in a box: squarified, after Bruls, Huizing and van Wijk.
 * None may be smaller than `least`: the smallest are gathered in one until all the others are
 * large enough. That one may be larger than its share, for it must be pressed as well.
 */
export function treemap(
  parts: readonly Part[],
  width: number,
  height: number,
  least: Least,
): Treemap {
  const box = { x: 0, y: 0, width, height }
  const sorted = parts.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  const weightless = parts.filter(({ weight }) => weight <= 0).map(({ id }) => id)
  const readable = (tiles: Tile[]) =>
    tiles.every((tile) => tile.width >= least.width && tile.height >= least.height)
  for (let drawn = sorted.length; drawn > 0; drawn--) {
    const rest = sorted.slice(drawn)
    const tiles = layOuts(sorted.slice(0, drawn), sum(rest), box, least).find(readable)
    if (tiles) return { tiles, rest: [...rest.map(({ id }) => id), ...weightless] }
  }
  return { tiles: [], rest: [...sorted.map(({ id }) => id), ...weightless] }
}

/** The ways to lay out those drawn and what is gathered of the others, the truest first. */
function layOuts(drawn: Part[], gathered: number, box: Box, least: Least): Tile[][] {
  const area = box.width * box.height
  const alone = sum(drawn)
  const cells = (room: number) =>
    drawn.map(({ id, weight }): Cell => ({ id, weight, area: ((area - room) * weight) / alone }))
  if (gathered === 0) return [squarify(cells(0), box)]
  const share = (area * gathered) / (alone + gathered)
  return GATHERED.map((tiles) => Math.max(share, tiles * least.width * least.height))
    .filter((room) => room === share || room <= area * MOST_GATHERED)
    .map((room) => squarify([...cells(room), { id: null, weight: gathered, area: room }], box))
}

interface Cell {
  id: string | null
  weight: number
  area: number
}

function squarify(cells: Cell[], box: Box): Tile[] {
  const tiles: Tile[] = []
  let left = box
  let row: Cell[] = []
  for (const cell of cells) {
    const side = Math.min(left.width, left.height)
    if (row.length > 0 && worst([...row, cell], side) > worst(row, side)) {
      left = put(row, left, tiles)
      row = []
    }
    row.push(cell)
  }
  if (row.length > 0) put(row, left, tiles)
  return tiles
}

/** The longest ratio of sides in a row laid along a side. */
function worst(row: Cell[], side: number): number {
  const areas = row.map(({ area }) => area)
  const total = areas.reduce((sum, area) => sum + area, 0)
  const square = (side / total) ** 2
  return Math.max(square * Math.max(...areas), 1 / (square * Math.min(...areas)))
}

/** Lays a row along the shorter side; answers with what is left of the box. */
function put(row: Cell[], box: Box, tiles: Tile[]): Box {
  const total = row.reduce((sum, { area }) => sum + area, 0)
  const upright = box.width >= box.height
  const depth = total / (upright ? box.height : box.width)
  let along = upright ? box.y : box.x
  for (const { id, weight, area } of row) {
    const length = area / depth
    tiles.push(
      upright
        ? { id, weight, x: box.x, y: along, width: depth, height: length }
        : { id, weight, x: along, y: box.y, width: length, height: depth },
    )
    along += length
  }
  return upright
    ? { ...box, x: box.x + depth, width: box.width - depth }
    : { ...box, y: box.y + depth, height: box.height - depth }
}

function sum(parts: Part[]): number {
  return parts.reduce((total, { weight }) => total + weight, 0)
}

/**
 * What tells an organization from its superior: 蔚汾镇委员会 of 中共兴县蔚汾镇委员会 below
 * 中共兴县委员会. The whole name where little would be left, or a word would be cut (县委…).
 */
export function shortened(name: string, superior: string): string {
  const stem = superior.replace(/(工作)?委员会$|党委$|总支部.*$|党总支.*$/, '')
  const rest = name.slice(stem.length)
  return name.startsWith(stem) && [...rest].length >= 2 && !rest.startsWith('委') ? rest : name
}

/** A name in at most so many lines of so many characters; what is left out is marked. */
export function linesOf(name: string, characters: number, most: number): string[] {
  const letters = [...name]
  if (characters < 1 || most < 1) return []
  const lines: string[] = []
  for (let at = 0; at < letters.length && lines.length < most; at += characters) {
    lines.push(letters.slice(at, at + characters).join(''))
  }
  if (letters.length > characters * most) {
    const last = [...(lines.pop() ?? '')]
    lines.push(`${last.slice(0, Math.max(0, characters - 1)).join('')}…`)
  }
  return lines
}
