import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { sorts, type MemberFilters, type MemberSearch, type MemberSort } from './api'
import { filtersOf } from './filters'
import { isPersonal } from './number'

/** What the register shows: everything a reload or the way back must find again. */
export interface RollView extends MemberSearch {
  filters: MemberFilters
  sort: MemberSort
}

export const sortWords: Record<MemberSort, string> = {
  name: '姓名',
  '-name': '姓名（倒序）',
  age: '年龄从小到大',
  '-age': '年龄从大到小',
  joinedOn: '入党时间从早到晚',
  '-joinedOn': '入党时间从晚到早',
}

/** Read from the address, and from the history entry what has no place in an address. */
export function viewOf(query: LocationQuery, history: unknown): RollView {
  const { q: aside } = (history ?? {}) as { q?: unknown }
  const { organization, q, sort } = query
  return {
    organization: typeof organization === 'string' && organization !== '' ? organization : null,
    q: typeof q === 'string' ? q : typeof aside === 'string' ? aside : '',
    filters: filtersOf(query),
    sort: sorts.find((known) => known === sort) ?? 'name',
  }
}

/** The address of a view; what is as usual is left out. */
export function queryOf({ organization, q, filters, sort }: RollView): LocationQueryRaw {
  return {
    ...(organization !== null && { organization }),
    ...(q !== '' && !isPersonal(q) && { q }),
    ...filled(filters),
    ...(sort !== 'name' && { sort }),
  }
}

/** What goes into the history entry instead. */
export function asideOf({ q }: RollView): { q?: string } {
  return isPersonal(q) ? { q } : {}
}

/** Filters without those that were left open. */
export function filled(filters: MemberFilters): MemberFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
}
