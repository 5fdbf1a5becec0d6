import { shallowRef } from 'vue'
import type { components } from './api.gen'
import { client } from './client'
import { UNKNOWN } from './format'

export type Code = components['schemas']['CodeView']

export type Codes = Record<string, Code[]>

const tables = shallowRef<Codes>({})
const labels = shallowRef<Map<string, Map<string, string>>>(new Map())
let loaded: Promise<void> | null = null

/** Fetches the code tables once; the browser keeps them by their ETag. */
export function loadDictionary(): Promise<void> {
  loaded ??= client.get<Codes>('/api/codes').then(learn, (error: unknown) => {
    loaded = null
    throw error
  })
  return loaded
}

export function learn(codes: Codes): void {
  tables.value = codes
  labels.value = new Map(
    Object.entries(codes).map(([table, entries]) => [
      table,
      new Map(entries.map(({ code, label }) => [code, label])),
    ]),
  )
}

/** The Chinese word for a code. A code without a word is shown as it is: hiding it would mislead. */
export function label(table: string, code: string | null | undefined): string {
  if (code === null || code === undefined || code === '') return UNKNOWN
  return labels.value.get(table)?.get(code) ?? code
}

/** A table in its own order, its groups included; empty where the server knows no such table. */
export function codes(table: string): Code[] {
  return tables.value[table] ?? []
}
