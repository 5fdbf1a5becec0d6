import type { components } from './api.gen'

// Stands in for the generated types until the back end has written its contract anew: then each
// name here becomes `components['schemas'][…]`, and nothing else changes.

export interface ClosedFields {
  fields: string[]
  rule: string
  reason: string
  cites: string
}

export interface EditView {
  fields: string[]
  closed: ClosedFields[]
}

export interface HistoryChange {
  field: string
  label: string
  before: string | null
  after: string | null
}

export interface HistoryEntry {
  id: string
  at: string
  by: string | null
  post: string
  action: string
  title: string
  effectiveOn: string
  changes: HistoryChange[]
}

export interface PageHistoryEntry {
  items: HistoryEntry[]
  next: string | null
}

export interface Conflict {
  field: string
  label: string
  yours: string | null
  theirs: string | null
}

export interface Stale<View = unknown> {
  version: number
  changedBy: string | null
  changedAt: string | null
  conflicts: Conflict[]
  current: View
}

export interface ClassProposal {
  memberClass: string
  way: string
  reason: string
  rule: string
  cites: string
}

export type MemberItem = components['schemas']['MemberItem'] & {
  nation: string | null
  fullOn: string | null
  partyAgeMonths: number
  jobPost: string | null
  memberClass: string | null
  way: string | null
  floating: boolean
}

export interface PageMemberItem {
  items: MemberItem[]
  next: string | null
}

export type MemberCard = components['schemas']['MemberCard'] & {
  holdsOffice: boolean
  memberClass: string | null
  way: string | null
  proposal: ClassProposal | null
  partyAgeCorrection: number
  partyAgeCorrectionReason: string | null
  edit: EditView
}

export interface BreakdownItem {
  id: string
  name: string
  kind: string
  members: number
  full: number
  probationary: number
  floating: number
}

export interface MemberBreakdown {
  organization: { id: string; name: string }
  own: number
  items: BreakdownItem[]
}

export interface DivisionItem {
  code: string
  name: string
  path: string
}

export interface DivisionList {
  items: DivisionItem[]
}
