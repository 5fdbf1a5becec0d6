import type { components } from '@core/api.gen'
import { client } from '@core/client'

export type OrganizationItem = components['schemas']['OrganizationItem']
export type OrganizationList = components['schemas']['PageOrganizationItem']

export interface Headcount {
  members: number
  full: number
  probationary: number
  floating: number
}

/** What the statutes ask at a certain size, and where this organization stands. */
export interface Threshold {
  rule: string
  title: string
  text: string
  cites: string
  state: 'met' | 'attend' | 'note'
  says: string
}

export type OrganizationDetail = components['schemas']['OrganizationView'] & {
  branchClass: string | null
  counts: Headcount
  thresholds: Threshold[]
}

export const ORGANIZATIONS_A_PAGE = 50

export function organization(id: string, signal?: AbortSignal): Promise<OrganizationDetail> {
  return client.get(`/api/organizations/${encodeURIComponent(id)}`, { signal })
}

/** The organizations right below one. */
export function organizationsBelow(
  parent: string,
  after: string | null,
): Promise<OrganizationList> {
  const query = { parent, after, limit: ORGANIZATIONS_A_PAGE }
  return client.get('/api/organizations', { query })
}

/** Hits of a name in the whole of one's scope; without a name, its tops. */
export function findOrganizations(q: string, signal: AbortSignal): Promise<OrganizationList> {
  return client.get('/api/organizations', { query: { q, limit: ORGANIZATIONS_A_PAGE }, signal })
}
