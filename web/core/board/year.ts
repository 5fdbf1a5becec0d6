import { client } from '../client'
import { lastOfMonth } from '../calendar'

export type CellState = 'none' | 'met' | 'late' | 'open' | 'coming'

/** What fell due of one duty in one month, in an organization with all below it. */
export interface YearCell {
  month: string
  due: number
  met: number
  /** Of the met: done after their last day. */
  afterwards: number
  late: number
  open: number
  state: CellState
}

export interface YearRow {
  name: string
  title: string
  rule: { id: string; title: string; cite: string; local: boolean }
  cells: YearCell[]
}

export interface BoardYear {
  organization: { id: string; name: string; kind: string }
  year: number
  years: number[]
  day: string
  months: string[]
  rows: YearRow[]
}

export const yearOf = (
  organization: string,
  year: number | null,
  signal?: AbortSignal,
): Promise<BoardYear> => client.get('/api/board/year', { query: { organization, year }, signal })

/** A state by shape, word and colour; the number that stands with it says the word's count. */
export const cellSigns: Record<CellState, { shape: string; words: string; tone: string }> = {
  late: { shape: '✕', words: '逾期未办', tone: 'late' },
  open: { shape: '◐', words: '正在期限内', tone: 'due' },
  met: { shape: '✓', words: '全部办结', tone: 'done' },
  coming: { shape: '○', words: '还没有到时候', tone: 'neutral' },
  none: { shape: '', words: '这个月没有', tone: 'none' },
}

/** The number beside the shape: how many are late, still open, met, or to come. */
export function countIn(cell: YearCell): number {
  if (cell.state === 'late') return cell.late
  if (cell.state === 'open') return cell.open
  return cell.state === 'met' ? cell.met : cell.due
}

/** The whole cell for whoever hears it: 10月，到期 3 件，办结 2 件，逾期未办 1 件. */
export function cellWords(row: Pick<YearRow, 'title'>, cell: YearCell): string {
  const month = `${Number(cell.month.slice(5))}月`
  if (cell.due === 0) return `${row.title}，${month}没有`
  const parts = [
    `到期 ${cell.due} 件`,
    cell.met > 0 && `办结 ${cell.met} 件`,
    cell.afterwards > 0 && `其中逾期后办结 ${cell.afterwards} 件`,
    cell.late > 0 && `逾期未办 ${cell.late} 件`,
    cell.open > 0 && `没有办结 ${cell.open} 件`,
  ]
  return `${row.title}，${month}，${parts.filter(Boolean).join('，')}，看明细`
}

/** Where an arrow leads from a cell; null where nothing follows. */
export function cellByKey(
  [row, column]: readonly [number, number],
  key: string,
  rows: number,
  columns: number,
): [number, number] | null {
  const to: Record<string, [number, number]> = {
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Home: [row, 0],
    End: [row, columns - 1],
  }
  const place = to[key]
  if (place === undefined) return null
  const within = place[0] >= 0 && place[0] < rows && place[1] >= 0 && place[1] < columns
  return within ? place : null
}

/** The days of a month, as lists ask for them. */
export const spanOf = (month: string) => ({ from: `${month}-01`, to: lastOfMonth(`${month}-01`) })
