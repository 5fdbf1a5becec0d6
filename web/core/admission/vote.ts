import type { Voters, VoteWish } from './api'

/** Of those due only who they are and whether they vote matters to the sums. */
export interface Electors {
  due: readonly Pick<Voters['due'][number], 'member' | 'full'>[]
}

/** A vote on one person while it is being written down. Everybody due was there unless said otherwise. */
export interface Ballot {
  /** A meeting that is recorded already; then who came stands there. */
  meeting: string
  /** Who was not there, with the code of a reason; '' where none was given. */
  away: Record<string, string>
  /** Who is not counted among those due, with the class and the consent. */
  excluded: Record<string, { reason: string; consent: string }>
  written: number
  against: number
  abstained: number
  chair: string
  recorder: string
  place: string
  record: string
  resolution: string
}

export const newBallot = (): Ballot => ({
  meeting: '',
  away: {},
  excluded: {},
  written: 0,
  against: 0,
  abstained: 0,
  chair: '',
  recorder: '',
  place: '',
  record: '',
  resolution: '',
})

export interface Counted {
  due: number
  present: number
  inFavour: number
  /** Both for the quorum and for the majority: more than half of those due. */
  needed: number
  quorate: boolean
  passed: boolean
}

/** The sums under the ballot; what is decided by them the server decides. */
export function countedOf(voters: Electors, ballot: Ballot): Counted {
  const entitled = voters.due.filter(({ full, member }) => full && !ballot.excluded[member])
  const present = entitled.filter(({ member }) => ballot.away[member] === undefined).length
  const inFavour = present + ballot.written - ballot.against - ballot.abstained
  const needed = Math.floor(entitled.length / 2) + 1
  return {
    due: entitled.length,
    present,
    inFavour,
    needed,
    quorate: present >= needed,
    passed: inFavour >= needed,
  }
}

/** What has to be put right before it is sent, by the name of its part. */
export function ballotFaults(voters: Electors, ballot: Ballot): Record<string, string> {
  const { due, present, inFavour } = countedOf(voters, ballot)
  const faults: Record<string, string> = {}
  const counts = [ballot.written, ballot.against, ballot.abstained]
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) {
    faults['vote/counts'] = '票数请填整数'
  } else if (ballot.written > due - present) {
    faults['vote/counts'] = `没有到会的只有 ${due - present} 人，书面意见不能多于这个数`
  } else if (inFavour < 0) {
    faults['vote/counts'] = `反对和弃权一共不能多于 ${present + ballot.written} 票`
  }
  for (const [member, { reason, consent }] of Object.entries(ballot.excluded)) {
    if (reason === '') faults[`vote/${member}`] = '请选不计入应到的情形'
    else if (consent.trim() === '') faults[`vote/${member}`] = '请写明哪个上级党组织何时同意'
  }
  return faults
}

export function voteOf(voters: Electors, ballot: Ballot): VoteWish {
  const { inFavour } = countedOf(voters, ballot)
  const due = new Set(voters.due.map(({ member }) => member))
  return {
    meeting: ballot.meeting || null,
    absent: Object.entries(ballot.away)
      .filter(([member]) => due.has(member) && !ballot.excluded[member])
      .map(([member, reason]) => ({ member, reason: reason || null })),
    excluded: Object.entries(ballot.excluded)
      .filter(([member]) => due.has(member))
      .map(([member, { reason, consent }]) => ({ member, reason, consent: consent.trim() })),
    written: ballot.written,
    inFavour,
    against: ballot.against,
    abstained: ballot.abstained,
    chair: ballot.chair || null,
    recorder: ballot.recorder || null,
    place: ballot.place.trim() || null,
    record: ballot.record.trim() || null,
    resolution: ballot.resolution.trim() || null,
  }
}
