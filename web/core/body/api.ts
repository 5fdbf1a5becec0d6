import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client } from '../client'
import { recordsAt } from '../records'

export type BodyItem = components['schemas']['BodyItem']
export type BodyList = components['schemas']['PageBodyItem']
export type BodyDetail = components['schemas']['BodyView']

export const {
  one: body,
  create: createBody,
  change: changeBody,
  changes: changesOfBody,
} = recordsAt<BodyDetail>('/api/bodies')

const BODIES_A_PAGE = 50

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
  const query = { parent, after, limit: BODIES_A_PAGE, ...onTheDay() }
  return client.get('/api/bodies', { query, signal })
}

/** Hits in the whole of one's scope. */
export function findBodies(
  { q, without }: BodySearch,
  after: string | null,
  signal?: AbortSignal,
): Promise<BodyList> {
  const query = { q, without: without || null, after, limit: BODIES_A_PAGE, ...onTheDay() }
  return client.get('/api/bodies', { query, signal })
}
