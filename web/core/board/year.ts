import { client } from '../client'
import type { Named, RuleWord } from '../meeting/api'

export type CellState = 'none' | 'met' | 'late' | 'open' | 'coming'

/** How many duties of one kind in one month, and what became of them. */
export interface YearCell {
  month: string
  due: number
  met: number
  afterwards: number
  late: number
  open: number
  state: CellState
}

export interface YearRow {
  name: string
  title: string
  rule: RuleWord
  cells: YearCell[]
}

export interface BoardYear {
  organization: Named & { kind: string }
  year: number
  years: number[]
  day: string
  months: string[]
  rows: YearRow[]
}

export const boardYear = (
  organization: string | null,
  year: number | null,
  signal?: AbortSignal,
): Promise<BoardYear> => client.get('/api/board/year', { query: { organization, year }, signal })
