import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type Grant = Schemas['GrantView']
export type GrantRequest = Schemas['GrantRequestView']
export type RoleInWords = Schemas['RoleView']
export type Top = Schemas['GrantTop']

const REQUESTS = '/api/grant-requests'
const A_PAGE = 50

export interface GrantOrder {
  username: string
  role: string
  organization: string | null
  from: string | null
  to: string | null
  reason: string
}

export function requestsListed(after: string | null): Promise<Schemas['PageGrantRequestView']> {
  return client.get(REQUESTS, { query: { after, limit: A_PAGE } })
}

export function askForGrant(order: GrantOrder): Promise<GrantRequest> {
  return client.post(REQUESTS, order)
}

export function decide(
  id: string,
  verb: 'approve' | 'refuse' | 'withdraw',
  reason: string,
): Promise<GrantRequest> {
  const said = verb === 'refuse' ? { reason } : {}
  return client.post(`${REQUESTS}/${encodeURIComponent(id)}/${verb}`, said)
}

/** The organization over which the system administrator asks for the first officer. */
export function top(): Promise<Top> {
  return client.get(`${REQUESTS}/top`)
}

export function lend(order: {
  username: string
  from: string | null
  to: string | null
  reason: string
}): Promise<GrantRequest> {
  return client.post('/api/deputies', order)
}

export function grants(
  organization: string | null,
  after: string | null,
): Promise<Schemas['PageGrantView']> {
  return client.get('/api/grants', { query: { organization, after, limit: A_PAGE } })
}

export function endGrant(id: string, reason: string): Promise<Grant> {
  return client.post(`/api/grants/${encodeURIComponent(id)}/end`, { reason })
}

let words: Promise<RoleInWords[]> | null = null

/** What each role may do; asked once, for it changes with the program only. */
export function roles(): Promise<RoleInWords[]> {
  words ??= client.get<RoleInWords[]>('/api/roles').catch((error: unknown) => {
    words = null
    throw error
  })
  return words
}

export const stateWords: Record<string, string> = {
  requested: '等待审批',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回或过期',
}
