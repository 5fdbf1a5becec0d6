import { dayOf } from '../day'
import type { Draft, Drafts } from '../drafts'
import type {
  DuePerson,
  MeetingView,
  NewMeeting,
  NewVote,
  Proposal,
  RollCount,
  VoteExclusion,
} from './api'

/** A vote while it is being counted. */
export interface VoteEntry {
  matter: string
  against: number
  abstained: number
  written: number
  secret: boolean
  rule: string | null
  /** Who does not count among those due, where the rule of admission lets them be left out. */
  excluded?: VoteExclusion[] | undefined
}

/** Of admission and of the end of probation: secret, and opinions in writing count. */
export const ADMISSION = 'R-DEV-31'

export const newVote = (): VoteEntry => ({
  matter: '',
  against: 0,
  abstained: 0,
  written: 0,
  secret: false,
  rule: null,
})

/** The same vote by the rule of admission, or by that of the meeting again. */
export function admitting(vote: VoteEntry, yes: boolean): VoteEntry {
  return yes
    ? { ...vote, rule: ADMISSION, secret: true }
    : { ...vote, rule: null, secret: false, written: 0, excluded: undefined }
}

/** What stands in the form; everything in it is proposed until somebody changes it. */
export interface Recording {
  on: string
  topic: string
  form: string | null
  begins: string
  minutes: string
  place: string
  /** A member's id; '' for nobody. */
  chair: string
  recorder: string
  /** Who was not there, each with the code of a reason; null where none was given. */
  away: Record<string, string | null>
  /** Of those who were there: from elsewhere. */
  distant: string[]
  hosted: string[]
  guests: string[]
  /** Points that were dealt with, by their key. */
  agenda: Record<string, boolean>
  record: string
  resolution: string
  votes: VoteEntry[]
  lecture: string
  /** Why it is recorded so late. */
  reason: string
}

/** Where a reason was given for those who live elsewhere. */
const AWAY = 'away'

/** What the server and the register propose. */
export function proposedOf(proposal: Proposal): Recording {
  return {
    on: proposal.on,
    topic: proposal.topic,
    form: proposal.form,
    begins: (proposal.begins ?? '').slice(0, 5),
    minutes: proposal.minutes === null ? '' : String(proposal.minutes),
    place: proposal.place ?? '',
    chair: proposal.chair?.member ?? '',
    recorder: proposal.recorder?.member ?? '',
    away: thoughtAway(proposal),
    distant: [],
    hosted: [],
    guests: [],
    agenda: Object.fromEntries(proposal.agenda.map((it) => [it.key, it.done || it.required])),
    record: '',
    resolution: '',
    votes: [],
    lecture: '',
    reason: '',
  }
}

/** Whoever leads it was there, wherever they live. */
function thoughtAway({ due, chair, recorder }: Proposal): Recording['away'] {
  const leads = [chair?.member, recorder?.member]
  const gone = due.filter((one) => unexpected(one) && !leads.includes(one.member))
  return Object.fromEntries(gone.map((one) => [one.member, reasonOf(one)]))
}

/** Whether somebody is not there as was to be thought: nobody need look at them. */
export function asThought(one: DuePerson, { away }: Pick<Recording, 'away'>): boolean {
  return unexpected(one) && one.member in away && away[one.member] === reasonOf(one)
}

/** Who lives elsewhere or is not held to it is not thought to have come. */
const unexpected = ({ exempt, floating }: DuePerson) => exempt !== null || floating
const reasonOf = ({ exempt, floating }: DuePerson) => (floating && exempt === null ? AWAY : null)

/** What was typed over the proposal; of people who are not due on this day nothing remains. */
export function recordingOf(proposal: Proposal, typed: Partial<Recording>): Recording {
  const proposed = proposedOf(proposal)
  const all = { ...proposed, ...typed }
  const due = new Set(proposal.due.map(({ member }) => member))
  const guests = new Set(proposal.hosted.map(({ member }) => member))
  const away = Object.fromEntries(Object.entries(all.away).filter(([member]) => due.has(member)))
  return {
    ...all,
    away,
    distant: all.distant.filter((member) => due.has(member) && !(member in away)),
    hosted: all.hosted.filter((member) => guests.has(member)),
    agenda: { ...proposed.agenda, ...typed.agenda },
  }
}

export function countsOf({ due }: Pick<Proposal, 'due'>, it: Recording): RollCount {
  const gone = due.filter(({ member }) => member in it.away)
  const excused = gone.filter(({ member }) => it.away[member] !== null)
  const exempt = gone.filter((one) => one.exempt !== null && it.away[one.member] === null)
  return {
    due: due.length,
    present: due.length - gone.length,
    distant: it.distant.length,
    excused: excused.length,
    absent: gone.length - excused.length - exempt.length,
    exempt: exempt.length,
  }
}

/** 应到 26 人，实到 23 人（请假 2，不作硬性要求 1）. */
export function countWords(count: RollCount): string {
  const parts = [
    count.distant > 0 && `线上 ${count.distant}`,
    count.excused > 0 && `请假 ${count.excused}`,
    count.absent > 0 && `缺席 ${count.absent}`,
    count.exempt > 0 && `不作硬性要求 ${count.exempt}`,
  ].filter(Boolean)
  const more = parts.length > 0 ? `（${parts.join('，')}）` : ''
  return `应到 ${count.due} 人，实到 ${count.present} 人${more}`
}

/** Only full members vote: how many of them are due, and were there. */
export function votersOf({ due }: Pick<Proposal, 'due'>, { away }: Pick<Recording, 'away'>) {
  const full = due.filter(({ status }) => status === 'full')
  return { due: full.length, present: full.filter(({ member }) => !(member in away)).length }
}

/** Whoever did not say otherwise was in favour: the counts always come to all who voted. */
export function inFavourOf(vote: VoteEntry, present: number): number {
  return present + vote.written - vote.against - vote.abstained
}

export function voteFault(
  vote: VoteEntry,
  voters: { due: number; present: number },
): string | null {
  const counts = [vote.against, vote.abstained, vote.written]
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) return '票数请填整数'
  if (vote.written > voters.due - voters.present) {
    return `没有到会的正式党员只有 ${voters.due - voters.present} 人，书面意见不能多于这个数`
  }
  if (inFavourOf(vote, voters.present) < 0) {
    return `反对和弃权一共不能多于 ${voters.present + vote.written} 票`
  }
  return vote.matter.trim() === '' ? '请写明表决的是什么' : null
}

/** Of what is only called the server says how far ahead that may be. */
export const ANY_DAY = '9999-12-31'

/**
 * What needs another look before it is recorded, by field.
 *
 * @param latest today, or any day where it is not held yet
 */
export function faultsOf(proposal: Proposal, it: Recording, latest: string) {
  const faults: Record<string, string> = {}
  if (dayOf(it.on) === null || it.on > latest) {
    faults.on = latest === ANY_DAY ? '请填写日期' : '请填写今天或以前的日期'
  }
  if (it.topic.trim() === '') faults.topic = '请填写主题'
  const minutes = Number(it.minutes || '1')
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) {
    faults.minutes = '请填写 1 到 1440 分钟'
  }
  if (it.begins !== '' && !/^([01]?\d|2[0-3])[:：][0-5]\d$/.test(it.begins.trim())) {
    faults.begins = '请写成 19:30 的样子'
  }
  if (proposal.late && it.reason.trim() === '') faults.reason = '补录请写明原因'
  const voters = votersOf(proposal, it)
  it.votes.forEach((vote, at) => {
    const fault = voteFault(vote, voters)
    if (fault !== null) faults[`votes/${at}`] = fault
  })
  return faults
}

/** What is sent: of people ids alone. */
export function saidOf(proposal: Proposal, it: Recording): NewMeeting {
  const { present } = votersOf(proposal, it)
  return {
    type: proposal.type,
    form: it.form,
    on: it.on,
    topic: it.topic.trim(),
    begins: timeOf(it.begins),
    minutes: it.minutes === '' ? null : Number(it.minutes),
    place: textOf(it.place),
    chair: it.chair === '' ? null : { member: it.chair },
    recorder: it.recorder === '' ? null : { member: it.recorder },
    absent: Object.entries(it.away).map(([member, reason]) => ({ member, reason })),
    distant: it.distant,
    guests: it.guests,
    hosted: it.hosted,
    agenda: proposal.agenda.map(({ key, title, text }) => ({
      key,
      title,
      done: it.agenda[key] ?? false,
      text,
    })),
    record: textOf(it.record),
    resolution: textOf(it.resolution),
    votes: it.votes.map((vote) => votedOf(vote, present)),
    lecture: textOf(it.lecture),
    reason: textOf(it.reason),
  }
}

function votedOf(vote: VoteEntry, present: number): NewVote {
  return {
    matter: vote.matter.trim(),
    rule: vote.rule,
    secret: vote.secret,
    inFavour: inFavourOf(vote, present),
    against: vote.against,
    abstained: vote.abstained,
    written: vote.written,
    excluded: vote.excluded,
  }
}

const textOf = (text: string) => (text.trim() === '' ? null : text.trim())

function timeOf(text: string): string | null {
  const clock = text.trim().replace('：', ':')
  return clock === '' ? null : clock.padStart(5, '0')
}

/** What was recorded, as the form has it, so that a record can be taken up again. */
export function typedOf(said: NewMeeting): Partial<Recording> {
  return {
    on: said.on,
    topic: said.topic,
    form: said.form ?? null,
    begins: (said.begins ?? '').slice(0, 5),
    minutes: said.minutes == null ? '' : String(said.minutes),
    place: said.place ?? '',
    chair: said.chair?.member ?? '',
    recorder: said.recorder?.member ?? '',
    away: Object.fromEntries(said.absent.map(({ member, reason }) => [member, reason])),
    distant: said.distant,
    hosted: said.hosted,
    guests: said.guests,
    agenda: Object.fromEntries(said.agenda.map(({ key, done }) => [key, done])),
    record: said.record ?? '',
    resolution: said.resolution ?? '',
    votes: said.votes.map((vote) => ({
      matter: vote.matter,
      against: vote.against,
      abstained: vote.abstained,
      written: vote.written ?? 0,
      secret: vote.secret ?? false,
      rule: vote.rule ?? null,
      excluded: vote.excluded ?? undefined,
    })),
    lecture: said.lecture ?? '',
    reason: said.reason ?? '',
  }
}

/** A record as the server has it, so that a draft of it can be changed. */
export function saidIn(view: MeetingView): NewMeeting {
  const gone = view.roll.due.filter(({ mark }) => mark !== 'present' && mark !== 'distant')
  return {
    type: view.type,
    form: view.form,
    on: view.on,
    topic: view.topic,
    begins: view.begins,
    minutes: view.minutes,
    place: view.place,
    chair: view.chair,
    recorder: view.recorder,
    absent: gone.map(({ member, reason }) => ({ member, reason })),
    distant: view.roll.due.filter(({ mark }) => mark === 'distant').map(({ member }) => member),
    guests: view.roll.guests.map(({ member }) => member),
    hosted: view.roll.hosted.map(({ member }) => member),
    agenda: view.agenda,
    record: view.record,
    resolution: view.resolution,
    votes: view.votes.map((vote) => ({
      ...vote,
      rule: vote.rule.id,
      excluded: vote.excluded.map(({ member, reason, consent }) => ({ member, reason, consent })),
    })),
    lecture: view.lecture?.id ?? null,
    reason: view.reason,
  }
}

/** What two people talked of is no draft on the device: it stays in the page until it is sent. */
export function secretOf({ type }: { type: string }): ReadonlySet<string> {
  return new Set(type === 'talk' ? TALKED : [])
}

const TALKED: readonly (keyof Recording)[] = [
  'topic',
  'guests',
  'agenda',
  'record',
  'resolution',
  'reason',
]

/** What somebody typed lies on the device field by field, as text. */
export function typedIn(held: Record<string, Draft>): Partial<Recording> {
  const typed = Object.entries(held).filter(([field]) => !field.startsWith('@'))
  return Object.fromEntries(
    typed.flatMap(([field, { value }]) => {
      try {
        return [[field, JSON.parse(String(value)) as unknown]]
      } catch {
        return []
      }
    }),
  ) as Partial<Recording>
}

export function keepTyped(drafts: Drafts, field: keyof Recording, value: unknown): void {
  drafts.put(field, { value: JSON.stringify(value), from: null, version: 0 })
}
