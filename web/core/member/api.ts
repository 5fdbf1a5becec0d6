import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client, queryString } from '../client'
import { recordsAt } from '../records'

type Schemas = components['schemas']
export type MemberCard = Schemas['MemberCard']
export type MemberItem = Schemas['MemberItem']
export type MemberBreakdown = Schemas['MemberBreakdown']

export const sorts = ['name', '-name', 'age', '-age', 'joinedOn', '-joinedOn'] as const
export type MemberSort = (typeof sorts)[number]

/** What a list can be narrowed by, under the names the interface gives them. */
export const filterNames = [
  'status',
  'sex',
  'nation',
  'ageFrom',
  'ageTo',
  'education',
  'jobPost',
  'admissionKind',
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

export const {
  one: member,
  create: createMember,
  change: changeMember,
  changes: changesOfMember,
} = recordsAt<MemberCard>('/api/members')

/** Changes a member because of a correction request, which is closed with it. */
export function changeAnswering(request: string) {
  return (id: string, version: number, body: object): Promise<MemberCard> => {
    const headers = { 'If-Match': `"${version}"` }
    const query = { answering: request }
    return client.patch(`/api/members/${encodeURIComponent(id)}`, body, {
      query,
      headers,
      patient: true,
    })
  }
}

export const MEMBERS_A_PAGE = 50

export function membersOf(
  search: MemberSearch,
  sort: MemberSort,
  after: string | null,
  signal?: AbortSignal,
): Promise<Schemas['PageMemberItem']> {
  const query = { ...questionOf(search), sort, after, limit: MEMBERS_A_PAGE }
  return client.get('/api/members', { query, signal })
}

export async function countMembers(search: MemberSearch, signal?: AbortSignal): Promise<number> {
  const query = questionOf(search)
  const answer = await client.get<Schemas['MemberCount']>('/api/members/count', {
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
  const query = { organization, ...filters, ...onTheDay() }
  return client.get('/api/members/breakdown', { query, signal })
}

/** Where the sheet of a member is opened and printed, as of the day that is looked at. */
export function sheetAddress(id: string): string {
  return `/api/members/${encodeURIComponent(id)}/sheet.pdf${queryString(onTheDay())}`
}

/** Where the roster of an organization and what is below it is opened and printed. */
export function rosterAddress(organization: string): string {
  return `/api/members/roster.pdf${queryString({ organization, ...onTheDay() })}`
}

/** Envelopes to those whom a filter finds, their addresses in clear. */
export function envelopesTo(filter: Record<string, string>, reason: string): Promise<Blob> {
  return client.file('/api/members/envelopes.pdf', { filter, reason })
}

function questionOf({ organization, q, filters }: MemberSearch) {
  return { organization, q, ...filters, ...onTheDay() }
}
