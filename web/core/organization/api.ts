import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client } from '../client'
import { recordsAt } from '../records'

export type OrganizationItem = components['schemas']['OrganizationItem']
export type OrganizationList = components['schemas']['PageOrganizationItem']
export type OrganizationDetail = components['schemas']['OrganizationView']
export type Threshold = components['schemas']['ThresholdView']

const records = recordsAt<OrganizationDetail>('/api/organizations')
export const {
  one: organization,
  create: createOrganization,
  change: changeOrganization,
  changes: changesOfOrganization,
} = records

/** The organization one belongs to, as far as anybody in it may know it. */
export function ownOrganization(
  signal?: AbortSignal,
): Promise<components['schemas']['OwnOrganizationView']> {
  return client.get('/api/organizations/own', { query: onTheDay(), signal })
}

export const ORGANIZATIONS_A_PAGE = 50

/** The organizations right below one; the roots of one's scope when there is no parent. */
export function organizationsBelow(
  parent: string | null,
  after: string | null,
  signal?: AbortSignal,
): Promise<OrganizationList> {
  const query = { parent, after, limit: ORGANIZATIONS_A_PAGE, ...onTheDay() }
  return client.get('/api/organizations', { query, signal })
}

/** Hits of a name in the whole of one's scope; without a name, its tops. */
export function findOrganizations(
  q: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<OrganizationList> {
  const query = { q, after, limit: ORGANIZATIONS_A_PAGE, ...onTheDay() }
  return client.get('/api/organizations', { query, signal })
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
  return `${records.addressOf(organization)}/bodies/${encodeURIComponent(body)}`
}
