import { formatDate } from '@core/format'
import type { MeetingView, Proposal } from '@core/meeting/api'
import { countsOf, countWords, recordingOf, type Recording } from '@core/meeting/recording'
import type { Choice, Conflict, Question, Stale } from '@core/merge'

/** What both found, and what each made of it. */
export interface Sides {
  from: Partial<Recording>
  mine: Partial<Recording>
  theirs: Partial<Recording>
}

type Name = keyof Recording

/** Every part of a record by its name; the roll is one, whoever it names. */
export const parts: Record<Name, string> = {
  on: '日期',
  topic: '主题',
  form: '召开的形式',
  begins: '开始时间',
  minutes: '时长',
  place: '地点',
  chair: '主持人',
  recorder: '记录人',
  away: '到会情况',
  distant: '线上参加',
  hosted: '流入党员',
  guests: '列席、参加',
  agenda: '议程',
  record: '会议记录',
  resolution: '决议',
  votes: '表决',
  lecture: '跟随的党课',
  reason: '原因',
}

const names = Object.keys(parts) as Name[]
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const changedBy = (side: Partial<Recording>, { from }: Sides, name: Name) =>
  side[name] !== undefined && !same(side[name], from[name])

/** What both have changed, and not alike, is asked; what only the other changed is told. */
export function questionBetween(
  sides: Sides,
  proposal: Proposal,
  stale: Stale<MeetingView>,
): Question<MeetingView> {
  const asked: Conflict[] = []
  const taken: string[] = []
  for (const name of names) {
    if (!changedBy(sides.theirs, sides, name)) continue
    if (!changedBy(sides.mine, sides, name)) taken.push(parts[name])
    else if (!same(sides.mine[name], sides.theirs[name])) {
      const yours = wordsOf(name, sides.mine, proposal)
      const theirs = wordsOf(name, sides.theirs, proposal)
      asked.push({ field: name, label: parts[name], yours, theirs })
    }
  }
  return { stale, asked, taken }
}

/** Mine where I changed it, unless the other's was chosen; else what now stands. */
export function mergedOf(
  sides: Sides,
  choices: Readonly<Record<string, Choice>>,
): Partial<Recording> {
  const mine = names.filter(
    (name) => changedBy(sides.mine, sides, name) && choices[name] !== 'theirs',
  )
  return { ...sides.theirs, ...Object.fromEntries(mine.map((name) => [name, sides.mine[name]])) }
}

/** A part in words, so that two can be told apart. */
function wordsOf(name: Name, side: Partial<Recording>, proposal: Proposal): string | null {
  const it = recordingOf(proposal, side)
  const known = [...proposal.due, ...proposal.hosted]
  const nameOf = (id: string) => known.find(({ member }) => member === id)?.name ?? '另一人'
  switch (name) {
    case 'on':
      return formatDate(it.on)
    case 'chair':
    case 'recorder':
      return it[name] === '' ? null : nameOf(it[name])
    case 'away':
      return awayWords(it, proposal, nameOf)
    case 'distant':
    case 'hosted':
    case 'guests':
      return it[name].length === 0 ? null : it[name].map(nameOf).join('、')
    case 'agenda': {
      const done = proposal.agenda.filter(({ key }) => it.agenda[key])
      return done.length === 0 ? null : `办了：${done.map(({ title }) => title).join('、')}`
    }
    case 'votes':
      return it.votes.length === 0
        ? null
        : it.votes
            .map((vote) => `${vote.matter}（反对 ${vote.against}，弃权 ${vote.abstained}）`)
            .join('；')
    case 'lecture':
      return proposal.lectures.find(({ id }) => id === it.lecture)?.topic ?? null
    default:
      return it[name] === '' ? null : it[name]
  }
}

function awayWords(it: Recording, proposal: Proposal, nameOf: (id: string) => string): string {
  const away = Object.keys(it.away)
  const words = countWords(countsOf(proposal, it))
  return away.length === 0 ? words : `${words}；没有到会：${away.map(nameOf).join('、')}`
}
