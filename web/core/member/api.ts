import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client, queryString } from '../client'
import { recordsAt } from '../records'
import { isPersonal, isWholeNumber } from './number'

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

/** Milliseconds in which asking for the same number again is the same search. */
const SAME_SEARCH = 2000

export function membersOf(
  search: MemberSearch,
  sort: MemberSort,
  after: string | null,
  signal?: AbortSignal,
): Promise<Schemas['PageMemberItem']> {
  if (isPersonal(search.q)) return byNumber(search)
  const query = { ...questionOf(search), sort, after, limit: MEMBERS_A_PAGE }
  return client.get('/api/members', { query, signal })
}

export async function countMembers(search: MemberSearch, signal?: AbortSignal): Promise<number> {
  if (isPersonal(search.q)) return (await byNumber(search)).items.length
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

let lastSearch: { key: string; found: Promise<Schemas['PageMemberItem']> } | null = null

/**
 * A number goes in the body, never in an address; one that is still being typed goes nowhere. List
 * and count are one search: each leaves an entry in the reading log.
 */
function byNumber({ q, organization }: MemberSearch): Promise<Schemas['PageMemberItem']> {
  if (!isWholeNumber(q)) return Promise.resolve({ items: [], next: null })
  const key = JSON.stringify([q, organization, onTheDay()])
  if (lastSearch?.key !== key) {
    const found = client.post<Schemas['PageMemberItem']>(
      '/api/members/search',
      { number: q, organization },
      { query: onTheDay() },
    )
    lastSearch = { key, found }
    const forget = () => lastSearch?.key === key && (lastSearch = null)
    found.then(() => setTimeout(forget, SAME_SEARCH), forget)
  }
  return lastSearch.found
}

function questionOf({ organization, q, filters }: MemberSearch) {
  return { organization, q, ...filters, ...onTheDay() }
}
