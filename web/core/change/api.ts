import type { components } from '../api.gen'
import { client } from '../client'
import { recordsAt } from '../records'
import type { Step } from './steps'

type Named = components['schemas']['Named']

// The types of this file are to be replaced by those of api.gen once the contract has them.

export const states = [
  'draft',
  'requested',
  'approved',
  'planned',
  'applied',
  'filed',
  'refused',
  'withdrawn',
] as const
export type ChangeState = (typeof states)[number]

export type ActName = 'request' | 'decide' | 'refuse' | 'apply' | 'withdraw' | 'file'

/** A step of the process as it can or cannot be taken now. */
export interface OpenAct {
  name: ActName
  label: string
  state: 'open' | 'closed'
  rule?: string | null
  cites?: string | null
  reason?: string | null
  remedy?: string | null
  /** The day by which it is due. */
  by?: string | null
}

export interface ChangeDocument {
  kind: 'request' | 'decision' | 'transfer-list' | 'handover' | 'filing'
  title: string
  file: string | null
  draft: boolean
}

/** A step as it was sent, in one sentence, and with the names of what it speaks of by id. */
export interface StepView {
  kind: Step['kind']
  says: string
  names: Record<string, string>
}

/** What was said when a step of the process was taken: a paper's day and number, or a reason. */
export interface Said {
  by: string
  at: string
  on: string | null
  number: string | null
  meeting: string | null
  note: string | null
}

export interface ChangeView {
  id: string
  version: number
  organization: Named
  title: string
  state: ChangeState
  effectiveOn: string
  reason: string
  steps: StepView[]
  made: { by: string; at: string }
  request: Said | null
  decision: Said | null
  refusal: Said | null
  filing: Said | null
  withdrawal: Said | null
  appliedAt: string | null
  /** Why a planned change did not take effect on its day. */
  blocked: string | null
  open: OpenAct[]
  documents: ChangeDocument[]
}

export type ChangeItem = Pick<
  ChangeView,
  'id' | 'organization' | 'title' | 'state' | 'effectiveOn' | 'blocked'
>

/** What is written of a change while it is a draft. */
export interface ChangeContent {
  title: string
  effectiveOn: string
  reason: string
  steps: Step[]
}

export interface PreviewOrganization {
  id: string | null
  ref?: string | null
  name: string
  what: 'new' | 'renamed' | 'kind' | 'moved' | 'ended' | 'grown'
  before?: string | null
  after?: string | null
}

export interface PreviewRefusal {
  step: number
  pointer: string
  rule?: string | null
  cites?: string | null
  says: string
  remedy?: string | null
}

/** What a change would do, found out by doing it and taking it back. */
export interface Preview {
  fingerprint: string
  organizations: PreviewOrganization[]
  members: { total: number; moves: { from: Named; to: Named; count: number }[] }
  posts: { id: string; organization: Named; person: string; kind: string; what: string }[]
  rights: { who: string; role: string; organization: Named; what: 'ends' | 'moves' }[]
  bodies: { id: string; name: string; from: Named; to: Named }[]
  duties: { says: string; rule: string; cites: string; by?: string | null }[]
  warnings: { rule?: string | null; cites?: string | null; says: string }[]
  refusals: PreviewRefusal[]
}

export interface PreviewMember {
  id: string
  name: string
  from: Named
  to: Named | null
}

interface Page<Item> {
  items: Item[]
  next: string | null
}

const records = recordsAt<ChangeView>('/api/changes')
export const { one: change, change: patchChange, changes: historyOfChange } = records

export const CHANGES_A_PAGE = 50

export interface ChangeSearch {
  organization: string | null
  state: ChangeState | null
}

export function changesFound(
  search: ChangeSearch,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<ChangeItem>> {
  const query = { ...search, after, limit: CHANGES_A_PAGE }
  return client.get('/api/changes', { query, signal })
}

/** The key lets a repeated answer-less attempt find what the first one made. */
export function draftChange(
  organization: string,
  content: ChangeContent,
  key: string,
): Promise<ChangeView> {
  const address = `/api/organizations/${encodeURIComponent(organization)}/changes`
  return client.post(address, content, { headers: { 'Idempotency-Key': key }, patient: true })
}

export function previewOf(id: string, signal?: AbortSignal): Promise<Preview> {
  return client.get(`${records.addressOf(id)}/preview`, { signal })
}

export function previewMembers(id: string, after: string | null): Promise<Page<PreviewMember>> {
  return client.get(`${records.addressOf(id)}/preview/members`, { query: { after, limit: 50 } })
}

export function take(
  { id, version }: Pick<ChangeView, 'id' | 'version'>,
  act: ActName,
  body: object,
): Promise<ChangeView> {
  const headers = { 'If-Match': `"${version}"` }
  return client.post(`${records.addressOf(id)}/steps/${act}`, body, { headers })
}

/** Where a document is read and printed. */
export function documentAddress(id: string, { kind, file }: ChangeDocument): string {
  return file === null
    ? `${records.addressOf(id)}/documents/${kind}`
    : `/api/files/${encodeURIComponent(file)}`
}
