import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { MemberSort } from '@core/member/api'
import * as roll from '@core/member/view'
import { type Place, placeOf } from '@core/paging'

/** The register page by page, where the phone has it as one list that grows. */
export interface MemberView extends roll.RollView {
  place: Place
}

export function viewOf(query: LocationQuery, history: unknown): MemberView {
  const { passed } = (history ?? {}) as { passed?: unknown }
  return { ...roll.viewOf(query, history), place: placeOf(query.after, query.page, passed) }
}

export function queryOf({ place, ...view }: MemberView): LocationQueryRaw {
  return {
    ...roll.queryOf(view),
    ...(place.after !== null && { after: place.after, page: String(place.page) }),
  }
}

/** The question of a view as the interface names it: what a file lists, and what is saved. */
export function filterOf({ organization, q, filters, sort }: MemberView): Record<string, string> {
  return {
    ...(organization !== null && { organization }),
    ...(q !== '' && { q }),
    ...roll.filled(filters),
    ...(sort !== 'name' && { sort }),
  } as Record<string, string>
}

export function asideOf({ place, ...view }: MemberView): {
  passed: (string | null)[]
  q?: string
} {
  return { passed: place.passed, ...roll.asideOf(view) }
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
