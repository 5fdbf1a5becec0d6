import { client } from '@core/client'

interface Named {
  id: string
  name: string
}

interface Division {
  code: string
  name: string
}

export interface MemberItem {
  id: string
  name: string
  sex: string
  age: number | null
  status: string
  education: string | null
  organization: Named
  joinedOn: string | null
  version: number
}

export interface MemberList {
  items: MemberItem[]
  next: string | null
}

export interface MemberDetail {
  id: string
  version: number
  validFrom: string
  name: string
  pinyin: string | null
  sex: string | null
  citizenNumber: string | null
  nation: string | null
  bornOn: string | null
  age: number | null
  nativePlace: Division | null
  registeredPlace: Division | null
  residence: Division | null
  education: string | null
  degree: string | null
  status: string
  standing: string | null
  joinedOn: string | null
  fullOn: string | null
  conversion: string | null
  extensionMonths: number | null
  partyAgeMonths: number | null
  admissionKind: string | null
  admittedIn: string | null
  organization: Named
  ancestors: Named[]
  jobPost: string | null
  stratum: string | null
  frontline: boolean | null
  technicalPost: string | null
  migrantWorker: boolean | null
  fromTaiwan: boolean | null
  mobile: string | null
  phone: string | null
  address: string | null
  lost: boolean | null
  lostOn: string | null
  lostReason: string | null
  floating: boolean | null
  floatingTo: string | null
  fileKeptBy: string | null
}

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
  const answer = await client.get<{ count: number }>('/api/members/count', {
    query,
    signal,
  })
  return answer.count
}

export function member(id: string, signal?: AbortSignal): Promise<MemberDetail> {
  return client.get(`/api/members/${encodeURIComponent(id)}`, { signal })
}
