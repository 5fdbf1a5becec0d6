import { client } from '@core/client'

/** Registers that take rosters; the order in which they lean on one another. */
export const rosterKinds = ['organization', 'body', 'member', 'officer'] as const
export type RosterKind = (typeof rosterKinds)[number]

export type ImportState =
  | 'previewing'
  | 'previewed'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'rejected'
  | 'discarded'

export interface Counts {
  rows: number
  valid: number
  failed: number
  warnings: number
  questions: number
  made: number
  changed: number
  same: number
  written: number
  undone: number
  left: number
}

export interface WorkProgress {
  step: string
  done: number
  /** 0 while it is not known. */
  total: number
}

/** What is told of an import while work goes on. */
export interface News {
  state: ImportState
  counts: Counts
  progress: WorkProgress | null
}

export interface Heading {
  column: number
  heading: string
  field: string | null
  label: string | null
  remembered: boolean
}

export interface UnmappedValue {
  field: string
  label: string
  text: string
  rows: number
}

export type Level = 'error' | 'warning' | 'question'

export interface ProblemKind {
  level: Level
  code: string
  field: string | null
  label: string | null
  says: string
  rows: number
  settled: boolean
}

export interface ImportItem {
  id: string
  kind: RosterKind
  kindLabel: string
  fileName: string
  state: ImportState
  counts: Counts
  by: string
  at: string
}

export interface ImportView extends ImportItem {
  size: number
  progress: WorkProgress | null
  fault: { code: string; message: string } | null
  notices: { code: string; message: string }[]
  headings: Heading[]
  lacking: { field: string; label: string }[]
  unmapped: UnmappedValue[]
  kinds: ProblemKind[]
  previewedAt: string | null
  committedAt: string | null
  undoneAt: string | null
  undoUntil: string | null
  interrupted: boolean
  organization: { id: string; name: string }
}

export interface RowProblem {
  row: number
  field: string | null
  label: string | null
  level: Level
  code: string
  message: string
  rule: string | null
  settled: boolean
}

export interface RowView {
  row: number
  state: 'made' | 'changed' | 'same' | 'failed' | 'asked' | 'written' | 'left'
  /** In the order of the headings. */
  cells: string[]
  problems: RowProblem[]
  answer: 'none' | 'same' | 'other'
  left: string | null
}

/** A column that a register takes. */
export interface RosterColumn {
  field: string
  label: string
  required: boolean
  table: string | null
  note: string | null
}

export type Only = 'all' | 'failed' | 'warnings' | 'questions' | 'valid' | 'left'

/** Which rows are looked at: those of a sort, and perhaps only those with problems of one kind. */
export interface RowSearch {
  only: Only
  kind: Pick<ProblemKind, 'level' | 'code' | 'field'> | null
}

export interface Page<Item> {
  items: Item[]
  next: string | null
}

export const ROWS_A_PAGE = 200
const IMPORTS_A_PAGE = 30

const at = (id: string) => `/api/imports/${encodeURIComponent(id)}`

export const eventsOf = (id: string) => `${at(id)}/events`
export const failedFileOf = (id: string) => `${at(id)}/failed`
export const templateOf = (kind: RosterKind) => `/api/imports/template?kind=${kind}`

export function imports(after: string | null): Promise<Page<ImportItem>> {
  return client.get('/api/imports', { query: { after, limit: IMPORTS_A_PAGE } })
}

export function importAt(id: string, signal?: AbortSignal): Promise<ImportView> {
  return client.get(at(id), { signal })
}

export function columnsOf(kind: RosterKind, signal?: AbortSignal): Promise<RosterColumn[]> {
  return client.get('/api/imports/columns', { query: { kind }, signal })
}

export function rowsOf(
  id: string,
  { only, kind }: RowSearch,
  after: number,
  limit: number,
  signal?: AbortSignal,
): Promise<Page<RowView>> {
  const { level, code, field } = kind ?? {}
  return client.get(`${at(id)}/rows`, { query: { only, level, code, field, after, limit }, signal })
}

/** One row, in clear. */
export function rowAt(id: string, row: number, signal?: AbortSignal): Promise<RowView> {
  return client.get(`${at(id)}/rows/${row}`, { signal })
}

export function mend(
  id: string,
  row: number,
  body: { cells?: Record<string, string>; answer?: RowView['answer'] },
): Promise<RowView> {
  return client.patch(`${at(id)}/rows/${row}`, body, { patient: true })
}

/** All warnings of a kind were looked at, and may stand. */
export function settle(id: string, { code, field }: ProblemKind): Promise<ImportView> {
  return client.post(`${at(id)}/settle`, { code, field }, { patient: true })
}

export interface Meaning {
  headings: { column: number; field: string | null }[]
  values: { field: string; text: string; code: string }[]
}

export function map(id: string, meaning: Meaning): Promise<ImportView> {
  return client.post(`${at(id)}/mapping`, meaning)
}

/** Repeating it is harmless: what is under way is not begun again. */
export function commit(id: string, warnings: 'accept' | 'leave'): Promise<ImportView> {
  return client.post(`${at(id)}/commit`, { warnings }, { patient: true })
}

export function undo(id: string, changed: 'abandon' | 'leave'): Promise<ImportView> {
  return client.post(`${at(id)}/undo`, { changed }, { patient: true })
}

export function discard(id: string): Promise<void> {
  return client.delete(at(id))
}
