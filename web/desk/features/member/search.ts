import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { type Place, placeOf } from '@core/paging'
import { type MemberFilters, type MemberSearch, type MemberSort, sorts } from '@core/member/api'
import { filtersOf } from './filters'

/** What a list of members shows: everything a reload or the way back must find again. */
export interface MemberView extends MemberSearch {
  filters: MemberFilters
  sort: MemberSort
  place: Place
}

/** What lies in the history entry: addresses are sent on, and end up in logs. */
interface Aside {
  passed?: unknown
  q?: unknown
}

export function viewOf(query: LocationQuery, history: unknown): MemberView {
  const { passed, q } = (history ?? {}) as Aside
  return {
    organization: typeof query.organization === 'string' ? query.organization : null,
    q: typeof query.q === 'string' ? query.q : typeof q === 'string' ? q : '',
    filters: filtersOf(query),
    sort: sorts.find((sort) => sort === query.sort) ?? 'name',
    place: placeOf(query.after, query.page, passed),
  }
}

/** The address of a view; what is as usual is left out. */
export function queryOf({ organization, q, filters, sort, place }: MemberView): LocationQueryRaw {
  return {
    ...(organization !== null && { organization }),
    ...(q !== '' && !isPersonal(q) && { q }),
    ...filters,
    ...(sort !== 'name' && { sort }),
    ...(place.after !== null && { after: place.after, page: String(place.page) }),
  }
}

export function asideOf({ q, place }: MemberView): { passed: (string | null)[]; q?: string } {
  return { passed: place.passed, ...(isPersonal(q) && { q }) }
}

/** A citizen number or a telephone number, or most of one: it has no place in an address. */
function isPersonal(q: string): boolean {
  return /^[\d\s-]{7,}[xX]?$/.test(q)
}

export type SortColumn = 'name' | 'age' | 'joinedOn'

/** Pressing a head sorts by it upward, pressing it again downward. */
export function turned(sort: MemberSort, column: SortColumn): MemberSort {
  return sort === column ? `-${column}` : column
}

export function ariaSort(
  sort: MemberSort,
  column: SortColumn,
): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : 'none'
}
