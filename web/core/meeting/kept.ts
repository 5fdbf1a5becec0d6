import type { Proposal } from './api'
import type { Shelf } from './outbox'
import { typeName } from './words'

/** A list nobody came back to is personal data lying about on a device. */
const KEPT_DAYS = 14
const DAY = 86_400_000
const PREFIX = 'sunmao.kept/'

/** To whom everybody of a branch is due, so that one's list will do for the other. */
const WHOLE = new Set(['members', 'lecture', 'theme-day', 'life-meeting', 'appraisal'])

interface Kept {
  at: number
  proposal: Proposal
}

/** The last proposals, so that a meeting can be written down where there is no line. */
export function keepProposal(account: string, organization: string, it: Proposal, shelf: Shelf) {
  const kept: Kept = { at: Date.now(), proposal: thin(it) }
  try {
    for (const key of shelf.keys()) {
      const others = key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${account}/`)
      if (others || isOld(key, shelf)) shelf.removeItem(key)
    }
    shelf.setItem(`${PREFIX}${account}/${organization}/${it.type}`, JSON.stringify(kept))
  } catch {
    // Where nothing can be kept, recording takes a line.
  }
}

/** Names to be ticked and what was proposed; why somebody is exempt or honoured stays away. */
function thin(proposal: Proposal): Proposal {
  const due = proposal.due.map((it) => ({
    ...it,
    exempt: it.exempt === null ? null : { rule: it.exempt.rule, says: '不作硬性要求' },
  }))
  return { ...proposal, due, birthdays: [], clashes: [], lectures: [], late: false }
}

/** What can be proposed without a line; null where that takes one. */
export function keptProposal(
  account: string,
  organization: string,
  type: string | null,
  on: string,
  shelf: Shelf,
): Proposal | null {
  const kept = allKept(`${PREFIX}${account}/${organization}/`, shelf)
  const exact = kept.find(({ proposal }) => type === null || proposal.type === type)
  if (exact !== undefined) return { ...exact.proposal, on }
  const like = kept.find(({ proposal }) => WHOLE.has(proposal.type))
  if (type === null || like === undefined || !WHOLE.has(type)) return null
  const name = typeName(type)
  const bare = { agenda: [], quorum: null, planned: null, form: null }
  return { ...like.proposal, ...bare, type, typeName: name, topic: name, on }
}

function allKept(start: string, shelf: Shelf): Kept[] {
  const kept = keysOf(shelf, start).filter((key) => !isOld(key, shelf))
  return kept.flatMap((key) => read(key, shelf) ?? []).sort((a, b) => b.at - a.at)
}

export function forgetProposals(shelf: Shelf): void {
  for (const key of keysOf(shelf, PREFIX)) shelf.removeItem(key)
}

function keysOf(shelf: Shelf, start: string): string[] {
  try {
    return shelf.keys().filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}

function isOld(key: string, shelf: Shelf): boolean {
  if (!key.startsWith(PREFIX)) return false
  return Date.now() - (read(key, shelf)?.at ?? 0) > KEPT_DAYS * DAY
}

function read(key: string, shelf: Shelf): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? 'null') as Partial<Kept> | null
    return typeof kept?.at === 'number' && Array.isArray(kept.proposal?.due) ? (kept as Kept) : null
  } catch {
    return null
  }
}
