import { client } from '../client'

/** What is counted of duties; a duty that is late and red is in both numbers. */
export interface Counts {
  late: number
  yellow: number
  red: number
  contested: number
}

export interface Counted extends Counts {
  open: number
  waived: number
  explained: number
  met: number
  /** Organizations of the subtree that duties may concern, and those of them with no exception. */
  organizations: number
  clean: number
  /** Explanations and contests that nobody has decided. */
  waiting: number
  /** The first day of the oldest exception that stands. */
  since: string | null
}

export interface RuleLine extends Counts {
  /** Of the declaration. */
  name: string
  title: string
  rule: { id: string; title: string; cite: string; local: boolean }
  open: number
  waived: number
  since: string | null
  helper: string | null
}

export interface OrganizationLine extends Counts {
  id: string
  name: string
  kind: string
  /** The organization that was asked for, without those below. */
  own: boolean
  since: string | null
}

/** What fell due in a month, and what became of it by the day that is looked at. */
export interface MonthLine {
  /** 2026-11 */
  month: string
  due: number
  inTime: number
  afterwards: number
  late: number
}

export interface Board {
  organization: { id: string; name: string; kind: string }
  day: string
  today: boolean
  counted: Counted
  rules: RuleLine[]
  organizations: OrganizationLine[]
  months: MonthLine[]
}

/**
 * The board of an organization with all below it.
 *
 * @param day null for today
 */
export function boardOf(
  organization: string,
  day: string | null,
  signal?: AbortSignal,
): Promise<Board> {
  return client.get('/api/board', { query: { organization, day }, signal })
}

export function eventsOf(organization: string): string {
  return `/api/board/events?organization=${encodeURIComponent(organization)}`
}
