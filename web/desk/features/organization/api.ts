import type { components } from '@core/api.gen'
import { client } from '@core/client'

export type OrganizationItem = components['schemas']['OrganizationItem']
export type OrganizationList = components['schemas']['PageOrganizationItem']
export type OrganizationDetail = components['schemas']['OrganizationView']

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
