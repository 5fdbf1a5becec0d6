import type { components } from '../api.gen'
import { client } from '../client'

export type OrganizationItem = components['schemas']['OrganizationItem']
export type OrganizationList = components['schemas']['PageOrganizationItem']
export type OrganizationDetail = components['schemas']['OrganizationView']
export type Threshold = components['schemas']['ThresholdView']
type PageHistoryEntry = components['schemas']['PageHistoryEntry']

export const ORGANIZATIONS_A_PAGE = 50
const CHANGES_A_PAGE = 20

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
  return client.get(addressOf(id), { signal })
}

/** The key lets a repeated answer-less attempt find what the first one made. */
export function createOrganization(body: object, key: string): Promise<OrganizationDetail> {
  const headers = { 'Idempotency-Key': key }
  return client.post('/api/organizations', body, { headers, patient: true })
}

/** Repeating it is harmless: what already stands is no change, whatever the version. */
export function changeOrganization(
  id: string,
  version: number,
  body: object,
): Promise<OrganizationDetail> {
  const headers = { 'If-Match': `"${version}"` }
  return client.patch(addressOf(id), body, { headers, patient: true })
}

export function changesOfOrganization(
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<PageHistoryEntry> {
  const query = { after, limit: CHANGES_A_PAGE }
  return client.get(`${addressOf(id)}/history`, { query, signal })
}

/** From today on the organization is formed in the body; twice is the same. */
export function linkBody(organization: string, body: string): Promise<void> {
  return client.put(linkOf(organization, body), undefined, { patient: true })
}

/** From today on it is not; linking again takes this back. */
export function unlinkBody(organization: string, body: string): Promise<void> {
  return client.delete(linkOf(organization, body), { patient: true })
}

function linkOf(organization: string, body: string): string {
  return `${addressOf(organization)}/bodies/${encodeURIComponent(body)}`
}

function addressOf(id: string): string {
  return `/api/organizations/${encodeURIComponent(id)}`
}
