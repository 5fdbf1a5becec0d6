import { client, type RequestOptions } from '../client'

export interface Named {
  id: string
  name: string
}

export interface Person {
  member: string
  name: string
}

/** A rule where its words are only quoted; `local` where the figure is this place's own. */
export interface RuleWord {
  id: string
  title: string
  cite: string
  local: boolean
}

export interface Choice {
  code: string
  label: string
}

/** Who is due on a day, as the register of that day has it. */
export interface DuePerson extends Person {
  status: string
  /** Due by name and not held to it (R-EDU-07). */
  exempt: { rule: string; says: string } | null
  floating: boolean
  group: string | null
}

export interface AgendaPoint {
  key: string
  title: string
  required: boolean
  done: boolean
  text: string | null
}

export interface Quorum {
  present: number
  due: number
  says: string
  rule: RuleWord | null
}

export interface LectureItem {
  id: string
  topic: string
  organization: Named
  on: string
}

/** All that can be said of a meeting before anybody has typed a word. */
export interface Proposal {
  type: string
  typeName: string
  form: string | null
  on: string
  begins: string | null
  minutes: number | null
  topic: string
  place: string | null
  chair: Person | null
  recorder: Person | null
  due: DuePerson[]
  hosted: Person[]
  reasons: Choice[]
  agenda: AgendaPoint[]
  birthdays: (Person & { years: number; on: string })[]
  quorum: Quorum | null
  late: boolean
  clashes: {
    id: string
    type: string
    typeName: string
    topic: string
    on: string
    organization: Named
  }[]
  planned: { id: string; on: string; topic: string | null } | null
  lectures: LectureItem[]
  types: Choice[]
}

/** A vote as it is counted by hand; who is due and present follows from the roll. */
export interface NewVote {
  matter: string
  rule?: string | null
  secret?: boolean | null
  inFavour: number
  against: number
  abstained: number
  written?: number | null
  /** Left out, those stay who did not count before. */
  excluded?: VoteExclusion[] | null
}

export interface Absence {
  member: string
  /** A code; null where nobody gave a reason. */
  reason: string | null
}

/** What is recorded of a meeting. Everybody due who is not among the absent was there. */
export interface MeetingEntry {
  form?: string | null
  on: string
  topic: string
  begins?: string | null
  minutes?: number | null
  place?: string | null
  chair?: { member?: string | null; name?: string | null } | null
  recorder?: { member?: string | null; name?: string | null } | null
  absent: Absence[]
  distant: string[]
  guests: string[]
  hosted: string[]
  agenda: { key: string; title?: string | null; done: boolean; text?: string | null }[]
  record?: string | null
  resolution?: string | null
  votes: NewVote[]
  lecture?: string | null
  reason?: string | null
}

export interface NewMeeting extends MeetingEntry {
  type: string
  state?: 'held' | 'noticed' | null
}

export interface MeetingItem {
  id: string
  organization: Named
  type: string
  typeName: string
  on: string
  topic: string
  state: string
  stateName: string
  due: number
  present: number
  late: boolean
}

export type Mark = 'present' | 'distant' | 'excused' | 'absent' | 'exempt'

/** How somebody took part who had not to come: never counted. */
export type Visit = 'hosted' | 'guest'

export interface RollLine extends Person {
  mark: Mark
  markName: string
  reason: string | null
  reasonName: string | null
}

export interface RollCount {
  due: number
  present: number
  distant: number
  excused: number
  absent: number
  exempt: number
}

/** Who is entitled and does not count among those due, by which class and whose consent. */
export interface VoteExclusion {
  member: string
  reason: string
  consent: string
}

export interface VoteView {
  number: number
  matter: string
  rule: RuleWord
  secret: boolean
  due: number
  present: number
  written: number
  inFavour: number
  against: number
  abstained: number
  passed: boolean
  says: string
  /** A procedure rests on it: the minutes change around it alone. */
  bound: boolean
  excluded: (VoteExclusion & { name: string; reasonName: string })[]
}

export interface GradeView extends Person {
  excellent: number | null
  qualified: number | null
  basic: number | null
  unqualified: number | null
  grade: string | null
  gradeName: string | null
  gap: string | null
  toldOn: string | null
}

export interface MeasureView {
  id: string
  number: number
  says: string
  member: Named | null
  due: string | null
  doneOn: string | null
  doneSays: string | null
}

export interface May {
  open: boolean
  /** Why not, and what to do. */
  says: string | null
  rule: string | null
}

export type Step =
  | 'edit'
  | 'publish'
  | 'roll'
  | 'close'
  | 'signRecorder'
  | 'signChair'
  | 'annotate'
  | 'cancel'
  | 'check'

export interface MeetingView {
  id: string
  version: number
  organization: Named
  type: string
  typeName: string
  form: string | null
  state: string
  stateName: string
  on: string
  begins: string | null
  minutes: number | null
  topic: string
  place: string | null
  chair: { member: string | null; name: string } | null
  recorder: { member: string | null; name: string } | null
  agenda: AgendaPoint[]
  record: string | null
  resolution: string | null
  roll: { due: RollLine[]; guests: Person[]; hosted: Person[]; counted: RollCount }
  votes: VoteView[]
  grades: GradeView[]
  measures: MeasureView[]
  annotations: { says: string; by: string; at: string }[]
  late: boolean
  reason: string | null
  recordedBy: string
  recordedOn: string
  recordedAt: string
  signatures: {
    recorder: { name: string; at: string } | null
    chair: { name: string; at: string } | null
  }
  lockedOn: string | null
  check: { by: string; at: string; accepted: boolean; reason: string | null } | null
  lecture: { id: string; topic: string; organization: Named } | null
  /** Of a lecture of one's own: whether others may follow it, its recording until a day. */
  offer: { offered: boolean; until: string | null } | null
  /** Its text is kept from whoever reads this; the roll's counts remain. */
  restricted: boolean
  may: Record<Step, May>
  hints: { rule: string; says: string }[]
}

/** Which meetings are asked for; null where it does not matter. */
export interface MeetingQuestion {
  organization: string | null
  type: string | null
  from: string | null
  to: string | null
  state: string | null
}

export interface PageOf<Item> {
  items: Item[]
  next: string | null
}

export const MEETINGS_A_PAGE = 50
const ROOT = '/api/meetings'
const of = (organization: string) => `/api/organizations/${encodeURIComponent(organization)}`
const meeting = (id: string) => `${ROOT}/${encodeURIComponent(id)}`
const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key }, patient: true })

/** @param type null: what the plan or a duty wants next; @param on null: its day, or today */
export const proposalOf = (
  organization: string,
  type: string | null,
  on: string | null,
  options: Pick<RequestOptions, 'signal' | 'patient'> = {},
): Promise<Proposal> =>
  client.get(`${of(organization)}/meetings/proposal`, { query: { type, on }, ...options })

/** The key makes sure that what is sent twice is recorded once. */
export const recordMeeting = (
  organization: string,
  said: NewMeeting,
  key: string,
  options: Pick<RequestOptions, 'patient' | 'anonymous' | 'signal'> = {},
): Promise<MeetingView> =>
  client.post(`${of(organization)}/meetings`, said, { ...keyed(key), ...options })

export const meetingsListed = (
  question: MeetingQuestion,
  after: string | null,
  limit = MEETINGS_A_PAGE,
): Promise<PageOf<MeetingItem>> => client.get(ROOT, { query: { ...question, after, limit } })

export const meetingOf = (id: string, signal?: AbortSignal): Promise<MeetingView> =>
  client.get(meeting(id), { signal })

/** 409 with both sides where somebody else has changed it since. */
export const editMeeting = (
  id: string,
  said: MeetingEntry,
  version: number,
): Promise<MeetingView> =>
  client.patch(meeting(id), said, { headers: { 'If-Match': `"${version}"` } })

export const publishMeeting = (id: string): Promise<MeetingView> =>
  client.post(`${meeting(id)}/publish`, {})

export const rollOf = (
  id: string,
  roll: Pick<MeetingEntry, 'absent' | 'distant' | 'guests' | 'hosted'>,
): Promise<MeetingView> => client.post(`${meeting(id)}/roll`, roll)

export const closeMeeting = (id: string): Promise<MeetingView> =>
  client.post(`${meeting(id)}/close`, {})

export const signMeeting = (id: string, as: 'recorder' | 'chair'): Promise<MeetingView> =>
  client.post(`${meeting(id)}/sign`, { as })

export const annotateMeeting = (id: string, says: string, key: string): Promise<MeetingView> =>
  client.post(`${meeting(id)}/annotate`, { says }, keyed(key))

export const cancelMeeting = (id: string, reason: string): Promise<MeetingView> =>
  client.post(`${meeting(id)}/cancel`, { reason })

export const checkMeeting = (
  id: string,
  accept: boolean,
  reason: string | null,
): Promise<MeetingView> => client.post(`${meeting(id)}/check`, { accept, reason })
