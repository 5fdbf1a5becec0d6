import type { components } from '../api.gen'
import { client } from '../client'

export type BodyItem = components['schemas']['BodyItem']
export type BodyList = components['schemas']['PageBodyItem']
export type BodyDetail = components['schemas']['BodyView']
type PageHistoryEntry = components['schemas']['PageHistoryEntry']

const BODIES_A_PAGE = 50
const CHANGES_A_PAGE = 20

export interface BodySearch {
  q: string
  /** Only those in which no Party organization is formed (空白点). */
  without: boolean
}

/** The bodies right below one; the tops of one's scope when there is no parent. */
export function bodiesBelow(
  parent: string | null,
  after: string | null,
  signal?: AbortSignal,
): Promise<BodyList> {
  const query = { parent, after, limit: BODIES_A_PAGE }
  return client.get('/api/bodies', { query, signal })
}

/** Hits in the whole of one's scope. */
export function findBodies(
  { q, without }: BodySearch,
  after: string | null,
  signal?: AbortSignal,
): Promise<BodyList> {
  const query = { q, without: without || null, after, limit: BODIES_A_PAGE }
  return client.get('/api/bodies', { query, signal })
}

export function body(id: string, signal?: AbortSignal): Promise<BodyDetail> {
  return client.get(addressOf(id), { signal })
}

/** The key lets a repeated answer-less attempt find what the first one made. */
export function createBody(content: object, key: string): Promise<BodyDetail> {
  const headers = { 'Idempotency-Key': key }
  return client.post('/api/bodies', content, { headers, patient: true })
}

/** Repeating it is harmless: what already stands is no change, whatever the version. */
export function changeBody(id: string, version: number, content: object): Promise<BodyDetail> {
  const headers = { 'If-Match': `"${version}"` }
  return client.patch(addressOf(id), content, { headers, patient: true })
}

export function changesOfBody(
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<PageHistoryEntry> {
  const query = { after, limit: CHANGES_A_PAGE }
  return client.get(`${addressOf(id)}/history`, { query, signal })
}

function addressOf(id: string): string {
  return `/api/bodies/${encodeURIComponent(id)}`
}
