import type { components } from '@core/api.gen'
import { client } from '@core/client'

export type MemberItem = components['schemas']['MemberItem']
export type MemberList = components['schemas']['PageMemberItem']
export type MemberDetail = components['schemas']['MemberCard']

export const sorts = ['name', '-name', 'age', '-age', 'joinedOn', '-joinedOn'] as const
export type MemberSort = (typeof sorts)[number]

export interface MemberSearch {
  organization: string | null
  q: string
}

export const MEMBERS_A_PAGE = 50

export function membersOf(
  search: MemberSearch,
  sort: MemberSort,
  after: string | null,
  signal?: AbortSignal,
): Promise<MemberList> {
  const query = { ...search, sort, after, limit: MEMBERS_A_PAGE }
  return client.get('/api/members', { query, signal })
}

export async function countMembers(
  { organization, q }: MemberSearch,
  signal?: AbortSignal,
): Promise<number> {
  const query = { organization, q }
  const answer = await client.get<components['schemas']['MemberCount']>('/api/members/count', {
    query,
    signal,
  })
  return answer.count
}

export function member(id: string, signal?: AbortSignal): Promise<MemberDetail> {
  return client.get(`/api/members/${encodeURIComponent(id)}`, { signal })
}
