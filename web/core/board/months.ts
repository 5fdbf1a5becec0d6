import type { MonthLine } from './api'

export const outcomes = ['inTime', 'afterwards', 'late'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeWords: Record<Outcome, string> = {
  inTime: '按时办结',
  afterwards: '逾期后办结',
  late: '逾期未办',
}

export interface Bar {
  month: string
  value: number
  x: number
  y: number
  width: number
  height: number
}

export interface BarRow {
  outcome: Outcome
  words: string
  /** Where its bars stand. */
  base: number
  bars: Bar[]
}

export interface Frame {
  width: number
  /** Height of the highest bar. */
  high: number
  /** What stands above the bars of a row: its words and the numbers. */
  head: number
}

/** 2026-11 → 11月; the first and every January say their year too. */
export function monthWords(month: string, first: boolean): string {
  const number = Number(month.slice(5))
  return first || number === 1 ? `${month.slice(2, 4)}年${number}月` : `${number}月`
}

/** 2026-11 → 2026年11月 */
export function wholeMonth(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/**
 * Three rows of bars below one another, each with its own words: told apart by where they stand,
 * not by colour. All begin at zero and are measured by the same longest one.
 */
export function barRows(months: readonly MonthLine[], { width, high, head }: Frame): BarRow[] {
  const longest = Math.max(1, ...months.flatMap((line) => outcomes.map((name) => line[name])))
  const step = width / Math.max(1, months.length)
  return outcomes.map((outcome, row) => {
    const base = (row + 1) * (high + head)
    const bars = months.map((line, index) => {
      const height = line[outcome] === 0 ? 0 : Math.max(2, (line[outcome] / longest) * high)
      const x = index * step + step * 0.15
      return {
        month: line.month,
        value: line[outcome],
        x,
        y: base - height,
        width: step * 0.7,
        height,
      }
    })
    return { outcome, words: outcomeWords[outcome], base, bars }
  })
}

/** Whether the numbers fit above bars of a width. */
export function numbersFit(rows: readonly BarRow[], digit: number): boolean {
  const step = (rows[0]?.bars[0]?.width ?? 0) / 0.7
  return rows.every(({ bars }) => bars.every(({ value }) => String(value).length * digit <= step))
}
