import type { components } from '../api.gen'
import { client } from '../client'
import type {
  MemberBreakdown,
  MemberCard,
  MemberItem,
  PageHistoryEntry,
  PageMemberItem,
} from '../provisional'

export type { MemberBreakdown, MemberCard, MemberItem }

export const sorts = ['name', '-name', 'age', '-age', 'joinedOn', '-joinedOn'] as const
export type MemberSort = (typeof sorts)[number]

/** What a list can be narrowed by, under the names the interface gives them. */
export const filterNames = [
  'status',
  'sex',
  'ageFrom',
  'ageTo',
  'education',
  'class',
  'floating',
  'joinedFrom',
  'joinedTo',
  'anniversary',
] as const
export type FilterName = (typeof filterNames)[number]
export type MemberFilters = Partial<Record<FilterName, string>>

export interface MemberSearch {
  organization: string | null
  q: string
  filters?: MemberFilters
}

export const MEMBERS_A_PAGE = 50
export const CHANGES_A_PAGE = 20

export function membersOf(
  search: MemberSearch,
  sort: MemberSort,
  after: string | null,
  signal?: AbortSignal,
): Promise<PageMemberItem> {
  const query = { ...questionOf(search), sort, after, limit: MEMBERS_A_PAGE }
  return client.get('/api/members', { query, signal })
}

export async function countMembers(search: MemberSearch, signal?: AbortSignal): Promise<number> {
  const query = questionOf(search)
  const answer = await client.get<components['schemas']['MemberCount']>('/api/members/count', {
    query,
    signal,
  })
  return answer.count
}

/** The members of the organizations right below one, each counted with all that is below it. */
export function breakdownOf(
  organization: string,
  filters: MemberFilters,
  signal?: AbortSignal,
): Promise<MemberBreakdown> {
  return client.get('/api/members/breakdown', { query: { organization, ...filters }, signal })
}

export function member(id: string, signal?: AbortSignal): Promise<MemberCard> {
  return client.get(addressOf(id), { signal })
}

/** The key lets a repeated answer-less attempt find what the first one made. */
export function createMember(body: object, key: string): Promise<MemberCard> {
  const headers = { 'Idempotency-Key': key }
  return client.post('/api/members', body, { headers, patient: true })
}

/** Repeating it is harmless: what already stands is no change, whatever the version. */
export function changeMember(id: string, version: number, body: object): Promise<MemberCard> {
  const headers = { 'If-Match': `"${version}"` }
  return client.patch(addressOf(id), body, { headers, patient: true })
}

export function changesOfMember(
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<PageHistoryEntry> {
  const query = { after, limit: CHANGES_A_PAGE }
  return client.get(`${addressOf(id)}/history`, { query, signal })
}

function questionOf({ organization, q, filters }: MemberSearch) {
  return { organization, q, ...filters }
}

function addressOf(id: string): string {
  return `/api/members/${encodeURIComponent(id)}`
}
