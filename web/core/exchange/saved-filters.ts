import type { components } from '../api.gen'
import { client } from '../client'

export type SavedFilter = components['schemas']['SavedFilterView']

const FILTERS = '/api/saved-filters'

export async function savedFilters(kind: string, signal?: AbortSignal): Promise<SavedFilter[]> {
  const page = await client.get<{ items: SavedFilter[] }>(FILTERS, { query: { kind }, signal })
  return page.items
}

export function saveFilter(
  kind: string,
  name: string,
  filter: Record<string, string>,
): Promise<SavedFilter> {
  return client.post(FILTERS, { kind, name, filter })
}

export function deleteFilter(id: string): Promise<void> {
  return client.delete(`${FILTERS}/${encodeURIComponent(id)}`)
}
