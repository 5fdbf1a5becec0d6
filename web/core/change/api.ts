import type { components } from '../api.gen'
import { client } from '../client'
import { recordsAt } from '../records'
import type { Step } from './steps'

type Schemas = components['schemas']

/** Words that the interface writes as plain strings, read as what they can be. */
type Narrowed<View, Words> = Omit<View, keyof Words> & Words

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
export type OpenAct = Narrowed<Schemas['OpenStep'], { name: ActName; state: 'open' | 'closed' }>

export type ChangeDocument = Schemas['DocumentView']

/** A step as it was sent, in one sentence, and with the names of what it speaks of by id. */
export type StepView = Narrowed<Schemas['StepView'], { kind: Step['kind'] }>

/** What was said when a step of the process was taken: a paper's day and number, or a reason. */
export type Said = Schemas['Said']

export type ChangeView = Narrowed<
  Schemas['ChangeView'],
  { state: ChangeState; steps: StepView[]; open: OpenAct[] }
>

export type ChangeItem = Narrowed<Schemas['ChangeItem'], { state: ChangeState }>

/** What is written of a change while it is a draft. */
export interface ChangeContent {
  title: string
  effectiveOn: string
  reason: string
  steps: Step[]
}

export type PreviewOrganization = Narrowed<
  Schemas['OrganizationDiff'],
  { what: 'new' | 'renamed' | 'kind' | 'moved' | 'ended' | 'grown' }
>

export type PreviewRefusal = Schemas['Hindrance']

/** What a change would do, found out by doing it and taking it back. */
export type Preview = Narrowed<Schemas['ChangePreview'], { organizations: PreviewOrganization[] }>

export type PreviewMember = Schemas['MoveItem']

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
