import { formatDate, legible } from '../format'
import type { DutyItem, MyDuties, WaitingDecision } from './api'
import { daysWords, subjectWords } from './words'
import { stepOf, type Entry } from './ways'

/** Home never lists more (AF-12). */
export const ON_HOME = 9

/** One thing to be done now. */
export interface Errand {
  key: string
  words: string
  help: string
  to: string
  /** Days left; null for what simply waits, which stands with what is due today. */
  days: number | null
  /** How long that is, in words. */
  when: string
  duty: DutyItem | null
}

export function dutyErrand(duty: DutyItem, entry: Entry, rights: readonly string[]): Errand {
  const about = subjectWords(duty)
  return {
    key: duty.id,
    words: about === '' ? duty.title : `${duty.title}：${legible(about)}`,
    help: duty.explained ? `${duty.remedy.says}。已写说明，等上级答复` : duty.remedy.says,
    to: stepOf(duty, entry, rights),
    days: duty.daysLeft,
    when: daysWords(duty),
    duty,
  }
}

export function decisionErrand({ duty, kind, by, on }: WaitingDecision): Errand {
  const what = kind === 'contest' ? '申诉' : '说明'
  return {
    key: `decide-${duty.id}`,
    words: `答复${what}：${duty.title}`,
    help: `${legible(duty.organization.name)}，${legible(by)} ${formatDate(on)}写的`,
    to: `/duties/${duty.id}`,
    days: null,
    when: '等您答复',
    duty: null,
  }
}

/** Everything in one list: by days left, and what simply waits with what is due today. */
export function inOrder(errands: readonly Errand[]): Errand[] {
  return [...errands].sort((one, other) => (one.days ?? 0) - (other.days ?? 0))
}

/** What waits for an answer has no other list: so many of them are never crowded out by duties. */
const WAITING_AT_LEAST = 4

/** As many as there is room for, in order. */
export function fitting(errands: readonly Errand[], room: number): Errand[] {
  const ordered = inOrder(errands)
  const waiting = ordered.filter(({ duty }) => duty === null).slice(0, WAITING_AT_LEAST)
  const others = ordered.filter((one) => !waiting.includes(one))
  return inOrder([...waiting, ...others.slice(0, Math.max(0, room - waiting.length))])
}

export function errandsOfDuties(
  mine: MyDuties | null,
  entry: Entry,
  rights: readonly string[],
): Errand[] {
  if (mine === null) return []
  return [
    ...mine.duties.map((duty) => dutyErrand(duty, entry, rights)),
    ...mine.decisions.map(decisionErrand),
  ]
}
