import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client } from '../client'

type Schemas = components['schemas']

export const groups = ['officer', 'dispatched', 'village', 'pool', 'label'] as const
export type PostGroup = (typeof groups)[number]

/** Held from a day on, and no more from the day in `to`. */
export type PostView = Omit<Schemas['PostView'], 'group'> & { group: PostGroup }

export type TermView = Schemas['TermView']

/** With the term that runs on the day. */
export type PostsOfOrganization = Omit<Schemas['PostsView'], 'items'> & { items: PostView[] }

export type PostPage = Omit<Schemas['PagePostView'], 'items'> & { items: PostView[] }

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
