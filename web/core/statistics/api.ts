import type { components } from '../api.gen'
import { onTheDay } from '../as-of'
import { client } from '../client'

type Schemas = components['schemas']
export type Statistics = Schemas['StatisticsView']
export type StatisticsTable = Schemas['StatisticsTable']
export type StatisticsRow = Schemas['StatisticsRow']
export type StatisticsBreakdown = Schemas['StatisticsBreakdown']

/** An organization or a body, as far as a list of both needs them. */
export type Unit = Pick<Schemas['OrganizationItem'], 'id' | 'name' | 'kind' | 'field'>

export interface UnitPage {
  items: Unit[]
  next: string | null
}

export const UNITS_A_PAGE = 50

/**
 * The statistics of an organization with all below it.
 *
 * @param published as they may be published: small numbers are held back
 */
export function statisticsOf(
  organization: string,
  published: boolean,
  signal?: AbortSignal,
): Promise<Statistics> {
  const query = { organization, ...onTheDay() }
  return client.get(published ? '/api/statistics/published' : '/api/statistics', { query, signal })
}

/** One number of a table by the organizations right below. */
export function numberBelow(
  organization: string,
  table: string,
  key: string,
  signal?: AbortSignal,
): Promise<StatisticsBreakdown> {
  const query = { organization, table, key, ...onTheDay() }
  return client.get('/api/statistics/breakdown', { query, signal })
}

/** The organizations or bodies behind a number. */
export function unitsOf(
  list: string,
  organization: string,
  filter: Record<string, string>,
  after: string | null,
): Promise<UnitPage> {
  const query = { ...onTheDay(), organization, ...filter, after, limit: UNITS_A_PAGE }
  return client.get(`/api/${list}`, { query })
}
