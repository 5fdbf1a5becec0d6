import { client } from '@core/client'

export interface OrganizationItem {
  id: string
  name: string
  kind: string
  field: string | null
  parent: string | null
  validFrom: string
  version: number
  hasChildren: boolean
}

export interface OrganizationDetail extends OrganizationItem {
  ancestors: { id: string; name: string }[]
  division: { code: string; name: string } | null
  secretary: string | null
  officers: string | null
  establishedOn: string | null
  bodies: { id: string; name: string; kind: string; field: string | null }[]
}

export interface OrganizationList {
  items: OrganizationItem[]
  next: string | null
}

export const ORGANIZATIONS_A_PAGE = 50

/** The organizations right below one; the roots of one's scope when there is no parent. */
export function organizationsBelow(
  parent: string | null,
  after: string | null,
  signal?: AbortSignal,
): Promise<OrganizationList> {
  const query = { parent, after, limit: ORGANIZATIONS_A_PAGE }
  return client.get('/api/organizations', { query, signal })
}

/** Hits of a name in the whole of one's scope. */
export function findOrganizations(
  q: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<OrganizationList> {
  const query = { q, after, limit: ORGANIZATIONS_A_PAGE }
  return client.get('/api/organizations', { query, signal })
}

export function organization(id: string, signal?: AbortSignal): Promise<OrganizationDetail> {
  return client.get(`/api/organizations/${encodeURIComponent(id)}`, { signal })
}
