import { deleteFilter, saveFilter, savedFilters, type SavedFilter } from './saved-filters'

/** A filter under a name; a count only where the register counts what it finds today. */
export type KeptFilter = Pick<SavedFilter, 'id' | 'name' | 'filter' | 'words'> & {
  count?: number | null
}

/** Where filters with names are kept. */
export interface FilterSource {
  list: (signal: AbortSignal) => Promise<KeptFilter[]>
  save: (name: string, filter: Record<string, string>) => Promise<unknown>
  remove: (id: string) => Promise<unknown>
}

/** With the account on the server, which knows the filters of registers. */
export const ofRegister = (kind: string): FilterSource => ({
  list: (signal) => savedFilters(kind, signal),
  save: (name, filter) => saveFilter(kind, name, filter),
  remove: deleteFilter,
})
