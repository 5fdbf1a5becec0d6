import type { components } from '@core/api.gen'
import { client } from '@core/client'

type Schemas = components['schemas']

/** Words that the interface writes as plain strings, read as what they can be. */
type Narrowed<View, Words> = Omit<View, keyof Words> & Words

/** Registers that take rosters; the order in which they lean on one another. */
export const rosterKinds = ['organization', 'body', 'member', 'officer', 'admission'] as const
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

export type Counts = Schemas['RowCounts']

/** How far work has come; its total is 0 while it is not known. */
export type WorkProgress = Schemas['WorkProgress']

export type Heading = Schemas['HeadingView']

export type UnmappedValue = Schemas['UnmappedValue']

export type Level = 'error' | 'warning' | 'question'

export type ProblemKind = Narrowed<Schemas['ProblemKind'], { level: Level }>

export type ImportItem = Narrowed<Schemas['ImportItem'], { kind: RosterKind; state: ImportState }>

export type ImportView = Narrowed<
  Schemas['ImportView'],
  { kind: RosterKind; state: ImportState; kinds: ProblemKind[] }
>

/** What is told of an import while work goes on. */
export type News = Pick<ImportView, 'state' | 'counts' | 'progress'>

export type RowProblem = Narrowed<Schemas['ProblemView'], { level: Level }>

/** A row; its cells stand in the order of the headings. */
export type RowView = Narrowed<
  Schemas['RowView'],
  {
    state: 'made' | 'changed' | 'same' | 'failed' | 'asked' | 'written' | 'left'
    problems: RowProblem[]
    answer: 'none' | 'same' | 'other'
  }
>

/** A column that a register takes. */
export type RosterColumn = Schemas['RosterColumn']

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
