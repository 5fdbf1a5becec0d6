import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { type Place, placeOf } from '@core/paging'
import { type MemberSearch, type MemberSort, sorts } from '@core/member/api'

/** What a list of members shows: everything a reload or the way back must find again. */
export interface MemberView extends MemberSearch {
  sort: MemberSort
  place: Place
}

export function viewOf(query: LocationQuery, history: unknown): MemberView {
  const passed = (history as { passed?: unknown } | null)?.passed
  return {
    organization: typeof query.organization === 'string' ? query.organization : null,
    q: typeof query.q === 'string' ? query.q : '',
    sort: sorts.find((sort) => sort === query.sort) ?? 'name',
    place: placeOf(query.after, query.page, passed),
  }
}

/** The address of a view; what is as usual is left out. */
export function queryOf({ organization, q, sort, place }: MemberView): LocationQueryRaw {
  return {
    ...(organization !== null && { organization }),
    ...(q !== '' && { q }),
    ...(sort !== 'name' && { sort }),
    ...(place.after !== null && { after: place.after, page: String(place.page) }),
  }
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
