import type { components } from './api.gen'

type Schemas = components['schemas']

export type Closed = Schemas['Closed']
export type EditView = Schemas['EditView']
export type FieldChange = Schemas['FieldChange']
export type HistoryEntry = Schemas['HistoryEntry']
export type PageHistoryEntry = Schemas['PageHistoryEntry']
export type MemberItem = Schemas['MemberItem']
export type PageMemberItem = Schemas['PageMemberItem']
export type MemberCard = Schemas['MemberCard']
export type MemberBreakdown = Schemas['MemberBreakdown']

// What follows the contract does not tell of yet; once it does, each name becomes one line above.

export interface Conflict {
  field: string
  label: string
  yours: string | null
  theirs: string | null
}

/** The body of a refusal with 409: somebody else has saved the record in the meantime. */
export interface Stale<View = unknown> {
  version: number
  changedBy: string | null
  changedAt: string | null
  conflicts: Conflict[]
  current: View
}

export interface DivisionItem {
  code: string
  name: string
  path: string
}

export interface DivisionList {
  items: DivisionItem[]
}
