import type { components } from '../api.gen'
import { client } from '../client'

/** A branch that can host a floating member, wherever in the house it is. */
export type HostItem = components['schemas']['HostItem']

/** Branches by a part of their name; nothing without a word. */
export function findHosts(q: string, signal?: AbortSignal): Promise<HostItem[]> {
  return q === '' ? Promise.resolve([]) : client.get('/api/members/hosts', { query: { q }, signal })
}
