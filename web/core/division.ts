import type { components } from './api.gen'
import { client } from './client'

type Schemas = components['schemas']
export type DivisionItem = Schemas['DivisionItem']

const SHOWN_AT_MOST = 20

/** Administrative divisions by a part of their name or by their code, nearest first. */
export async function findDivisions(q: string, signal?: AbortSignal): Promise<DivisionItem[]> {
  const query = { q, limit: SHOWN_AT_MOST }
  return (await client.get<Schemas['DivisionList']>('/api/divisions', { query, signal })).items
}
