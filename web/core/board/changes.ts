import { formatNumber } from '../format'
import type { Board, Counts } from './api'

export const lights = ['late', 'red', 'yellow', 'contested'] as const
export type Light = (typeof lights)[number]

/** How a number of exceptions is called, and the shape that says the same to whoever sees no colour. */
export const lightWords: Record<Light, { words: string; shape: string; tone: string }> = {
  late: { words: '逾期', shape: '✕', tone: 'late' },
  red: { words: '红灯', shape: '■', tone: 'late' },
  yellow: { words: '黄灯', shape: '▲', tone: 'due' },
  contested: { words: '申诉中', shape: '○', tone: 'neutral' },
}

const countedWords: [keyof Board['counted'], string][] = [
  ...lights.map((light): [Light, string] => [light, lightWords[light].words]),
  ['open', '待办'],
  ['met', '已办'],
  ['waived', '豁免'],
]

/** The key of a number of a board, under which its change is marked. */
export function keyOf(part: string, id: string, number: string): string {
  return `${part} ${id} ${number}`
}

/** Every number of a board by its key. */
function numbersOf(board: Board): Map<string, number> {
  const numbers = new Map<string, number>()
  const put = (part: string, id: string, line: object) => {
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'number') numbers.set(keyOf(part, id, name), value)
    }
  }
  put('counted', '', board.counted)
  board.rules.forEach((line) => put('rule', line.name, line))
  board.organizations.forEach((line) => put('organization', line.id, line))
  board.months.forEach((line) => put('month', line.month, line))
  return numbers
}

/** The keys of the numbers that are others than before; a line that is new is all new. */
export function changedBetween(before: Board, after: Board): Set<string> {
  const old = numbersOf(before)
  const differs = ([key, value]: [string, number]) => (old.get(key) ?? 0) !== value
  return new Set([...numbersOf(after)].filter(differs).map(([key]) => key))
}

/** What has changed in all, in a sentence; empty where only lines below have. */
export function changeWords(before: Board, after: Board): string {
  const words = countedWords.flatMap(([name, word]) => {
    const [from, to] = [Number(before.counted[name]), Number(after.counted[name])]
    return from === to ? [] : [`${word}由 ${formatNumber(from)} 变为 ${formatNumber(to)}`]
  })
  return words.length === 0 ? '' : `${words.join('，')}。`
}

/** Whether there is anything that somebody has to look at. */
export function hasExceptions(counts: Counts): boolean {
  return lights.some((light) => counts[light] > 0)
}
