import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client } from '../client'
import type { Editable } from '../edit'
import type { Threshold } from '../organization/api'

type Named = components['schemas']['Named']

// The types of this file are to be replaced by those of api.gen once the contract has them.

export const groups = ['officer', 'dispatched', 'village', 'pool', 'label'] as const
export type PostGroup = (typeof groups)[number]

export interface Approval {
  on: string
  number: string | null
}

export interface PostView extends Editable {
  organization: Named
  kind: string
  group: PostGroup
  person: { member: string | null; name: string }
  appointment: string
  from: string
  /** The first day on which it is held no more. */
  to: string | null
  approval: Approval | null
  endReason: string | null
  note: string | null
  remarks: { rule: string; cites: string; says: string }[]
}

export interface TermView extends Editable {
  begins: string
  due: string
  ends: string | null
  years: number
  extendedMonths: number
  approval: Approval | null
  rule: string
  cites: string
  says: string
}

export interface PostsOfOrganization {
  items: PostView[]
  next: string | null
  /** The term that runs on the day. */
  term: TermView | null
  terms: TermView[]
  notes: Threshold[]
}

export interface PostPage {
  items: PostView[]
  next: string | null
}

export const POSTS_A_PAGE = 50

const postsAt = (organization: string) =>
  `/api/organizations/${encodeURIComponent(organization)}/posts`

/** The posts held in an organization; with `ended`, those held before as well. */
export function postsOf(
  organization: string,
  ended: boolean,
  after: string | null,
  signal?: AbortSignal,
): Promise<PostsOfOrganization> {
  const query = { ended: ended || null, after, limit: POSTS_A_PAGE, ...onTheDay() }
  return client.get(postsAt(organization), { query, signal })
}

export interface PostSearch {
  organization: string | null
  group: PostGroup | null
  kind: string | null
}

/** The posts held in a whole subtree. */
export function postsBelow(
  search: PostSearch,
  after: string | null,
  signal?: AbortSignal,
): Promise<PostPage> {
  const query = { ...search, after, limit: POSTS_A_PAGE, ...onTheDay() }
  return client.get('/api/posts', { query, signal })
}

export function post(id: string, signal?: AbortSignal): Promise<PostView> {
  return client.get(`/api/posts/${encodeURIComponent(id)}`, { signal })
}

export async function postsOfMember(member: string, signal?: AbortSignal): Promise<PostView[]> {
  const address = `/api/members/${encodeURIComponent(member)}/posts`
  const { items } = await client.get<PostPage>(address, { query: onTheDay(), signal })
  return items
}

export function appoint(organization: string, body: object, key: string): Promise<PostView> {
  const headers = { 'Idempotency-Key': key }
  return client.post(postsAt(organization), body, { headers, patient: true })
}

export function changePost(id: string, version: number, body: object): Promise<PostView> {
  return patched(`/api/posts/${encodeURIComponent(id)}`, version, body)
}

export function beginTerm(organization: string, body: object, key: string): Promise<TermView> {
  const headers = { 'Idempotency-Key': key }
  const address = `/api/organizations/${encodeURIComponent(organization)}/terms`
  return client.post(address, body, { headers, patient: true })
}

export function changeTerm(id: string, version: number, body: object): Promise<TermView> {
  return patched(`/api/terms/${encodeURIComponent(id)}`, version, body)
}

function patched<View>(address: string, version: number, body: object): Promise<View> {
  return client.patch(address, body, { headers: { 'If-Match': `"${version}"` }, patient: true })
}
