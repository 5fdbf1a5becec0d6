import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type ExportView = Schemas['ExportView']
export type ExportTerms = Schemas['ExportTermsView']
export type ExportKind = Schemas['KindView']
export type ExportColumn = Schemas['ExportColumn']

export type ExportState = 'pending' | 'ready' | 'refused' | 'expired'

/** What somebody asks to have as a file. */
export interface ExportOrder {
  kind: string
  columns: string[]
  /** The question of the list on the screen, under the names the interface gives it. */
  filter: Record<string, string>
  day: string | null
  unmasked: boolean
  reason: string | null
  format: 'xlsx' | 'csv'
  layout: 'standard' | 'national'
}

const EXPORTS = '/api/exports'
const EXPORTS_A_PAGE = 20

let terms: Promise<ExportTerms> | null = null

/** On what terms lists go out; asked once, for they change with the rulebook only. */
export function exportTerms(): Promise<ExportTerms> {
  terms ??= client.get<ExportTerms>(`${EXPORTS}/terms`).catch((error: unknown) => {
    terms = null
    throw error
  })
  return terms
}

export function askExport(order: ExportOrder): Promise<ExportView> {
  return client.post(EXPORTS, order)
}

export function exportsListed(after: string | null): Promise<Schemas['PageExportView']> {
  return client.get(EXPORTS, { query: { after, limit: EXPORTS_A_PAGE } })
}

export function decideExport(
  id: string,
  verb: 'approve' | 'refuse',
  reason: string | null,
): Promise<ExportView> {
  return client.post(`${EXPORTS}/${encodeURIComponent(id)}/${verb}`, { reason })
}

/** Where the file is fetched; it is made while it comes. */
export function fileAddress(id: string): string {
  return `${EXPORTS}/${encodeURIComponent(id)}/file`
}

export const stateWords: Record<ExportState, string> = {
  pending: '等待审批',
  ready: '可以下载',
  refused: '未获批准',
  expired: '已失效',
}

export function stateOf(it: ExportView): ExportState {
  return it.state in stateWords ? (it.state as ExportState) : 'expired'
}

/** What will come of asking for so many rows. */
export type Outcome = 'unknown' | 'nothing' | 'ready' | 'approval' | 'too-many'

export function outcomeOf(rows: number | null, terms: ExportTerms): Outcome {
  if (rows === null) return 'unknown'
  if (rows === 0) return 'nothing'
  if (rows > terms.most) return 'too-many'
  return rows > terms.approvalAbove ? 'approval' : 'ready'
}

/** The columns of a file that a screen's list stands for: what it shows, in the order of the form. */
export function columnsFor(kind: ExportKind, shown: readonly string[]): string[] {
  return kind.columns.map(({ field }) => field).filter((field) => shown.includes(field))
}
