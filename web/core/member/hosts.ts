import { client } from '../client'

/** A branch that can host a floating member, wherever in the house it is. */
export interface HostItem {
  id: string
  name: string
  /** What it stands below. */
  above: string | null
}

/** Branches by a part of their name; nothing without a word. */
export function findHosts(q: string, signal?: AbortSignal): Promise<HostItem[]> {
  return q === ''
    ? Promise.resolve([])
    : client.get<HostItem[]>('/api/members/hosts', { query: { q }, signal })
}
