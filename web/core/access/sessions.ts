import type { components } from '../api.gen'
import { client } from '../client'

type Schemas = components['schemas']
export type OwnSession = Schemas['OwnSessionView']
export type OpenSession = Schemas['OpenSessionView']

const SESSIONS = '/api/sessions'

export function ownSessions(): Promise<OwnSession[]> {
  return client.get(SESSIONS)
}

export function endOwn(id: string): Promise<void> {
  return client.delete(`${SESSIONS}/${encodeURIComponent(id)}`)
}

/** All but the one that asks. */
export function endOthers(): Promise<void> {
  return client.delete(SESSIONS)
}

export function allSessions(
  q: string,
  after: string | null,
): Promise<Schemas['PageOpenSessionView']> {
  return client.get(`${SESSIONS}/all`, { query: { q, after, limit: 50 } })
}

export function endOf(id: string, reason: string): Promise<void> {
  return client.post(`${SESSIONS}/all/${encodeURIComponent(id)}/end`, { reason })
}
