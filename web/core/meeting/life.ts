import { client } from '../client'
import type { LectureItem, Mark, MeetingView, Named, RuleWord, Visit } from './api'

export interface PlanItem {
  id: string | null
  type: string
  typeName: string
  on: string
  topic: string | null
  rule: RuleWord | null
  held: { id: string; on: string } | null
  movedReason: string | null
}

/** The year of a branch; without a version it is only proposed. */
export interface PlanView {
  organization: Named
  year: number
  version: number | null
  adopted: { by: string; at: string } | null
  themeDay: number | null
  items: PlanItem[]
}

export interface PlanEntry {
  themeDay: number | null
  items: { type: string; on: string; topic?: string | null; movedReason?: string | null }[]
}

export interface CalendarItem {
  kind: 'held' | 'planned' | 'noticed' | 'birthday'
  meeting: string | null
  type: string | null
  typeName: string | null
  topic: string | null
  organization: Named
  people: number | null
}

export interface LifeCalendar {
  organization: Named
  month: string
  days: { on: string; items: CalendarItem[] }[]
}

export interface LifeLine {
  meeting: string
  on: string
  type: string
  typeName: string
  topic: string
  organization: Named
  mark: Mark | Visit
  markName: string
  reasonName: string | null
  minutes: number | null
}

/** What one member took part in, out of the records of organizations (R-LF-17). */
export interface LifeRecord {
  year: number
  years: number[]
  counts: {
    due: number
    present: number
    excused: number
    absent: number
    /** Only for oneself and in one's own branch. */
    hours: number | null
  }
  lines: LifeLine[]
  grades: {
    year: number
    grade: string | null
    gradeName: string | null
    gap: string | null
    toldOn: string | null
  }[]
}

/** A lecture of somebody else that an organization may follow. */
export interface FollowableLecture extends LectureItem {
  begins: string | null
  place: string | null
  teacher: string | null
  /** The last day on which its recording may be followed; null: live alone. */
  until: string | null
  /** What one's own organization recorded of it. */
  followed: string | null
}

interface FollowerCounts {
  due: number
  present: number
  hosted: number
}

/** How many of each organization followed a lecture; no names. */
export interface Followers {
  sum: FollowerCounts & { organizations: number }
  followers: (FollowerCounts & { organization: Named; on: string; distant: number })[]
}

export interface GradeEntry {
  member: string
  excellent?: number | null
  qualified?: number | null
  basic?: number | null
  unqualified?: number | null
  grade: string | null
  gap?: string | null
}

export interface MeasureEntry {
  says: string
  member?: string | null
  due?: string | null
}

const of = (organization: string) => `/api/organizations/${encodeURIComponent(organization)}`
const meeting = (id: string) => `/api/meetings/${encodeURIComponent(id)}`

/** @param copy the year whose plan it begins with */
export const planOf = (
  organization: string,
  year: number,
  copy: number | null = null,
  signal?: AbortSignal,
): Promise<PlanView> => client.get(`${of(organization)}/plan`, { query: { year, copy }, signal })

export const adoptPlan = (
  organization: string,
  year: number,
  plan: PlanEntry,
  version: number | null,
): Promise<PlanView> =>
  client.put(`${of(organization)}/plan`, plan, {
    query: { year },
    headers: version === null ? {} : { 'If-Match': `"${version}"` },
  })

/** @param month such as 2026-11 */
export const lifeCalendarOf = (
  organization: string,
  month: string,
  signal?: AbortSignal,
): Promise<LifeCalendar> =>
  client.get(`${of(organization)}/life-calendar`, { query: { month }, signal })

/** Lectures of others that offer to be followed. */
export const lecturesFor = (
  organization: string,
  from: string | null,
  signal?: AbortSignal,
): Promise<FollowableLecture[]> =>
  client.get('/api/lectures', { query: { organization, from }, signal })

export const followersOf = (id: string, signal?: AbortSignal): Promise<Followers> =>
  client.get(`${meeting(id)}/followers`, { signal })

/** @param until the last day on which its recording may be followed; null: live alone */
export const offerLecture = (
  id: string,
  offered: boolean,
  until: string | null,
): Promise<MeetingView> => client.post(`${meeting(id)}/offer`, { offered, until })

export const gradeMembers = (id: string, grades: GradeEntry[]): Promise<MeetingView> =>
  client.post(`${meeting(id)}/grades`, { grades })

export const tellMember = (id: string, member: string): Promise<MeetingView> =>
  client.post(`${meeting(id)}/grades/${encodeURIComponent(member)}/tell`, {})

export const addMeasures = (id: string, measures: MeasureEntry[]): Promise<MeetingView> =>
  client.post(`${meeting(id)}/measures`, { measures })

export const doMeasure = (
  id: string,
  measure: string,
  on: string,
  says: string,
): Promise<MeetingView> =>
  client.post(`${meeting(id)}/measures/${encodeURIComponent(measure)}/done`, { on, says })

export const lifeOf = (
  member: string,
  year: number | null,
  signal?: AbortSignal,
): Promise<LifeRecord> =>
  client.get(`/api/members/${encodeURIComponent(member)}/life`, { query: { year }, signal })

export const myLife = (year: number | null, signal?: AbortSignal): Promise<LifeRecord> =>
  client.get('/api/mine/life', { query: { year }, signal })

/** The handbook of a year, a PDF to be downloaded by its address. */
export const handbookOf = (organization: string, year: number): string =>
  `${of(organization)}/handbook?year=${year}`
