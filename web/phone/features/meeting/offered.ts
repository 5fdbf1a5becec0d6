import { isoDay } from '@core/format'
import { proposalOf, type Named, type Proposal } from '@core/meeting/api'
import { keepProposal, keptProposal } from '@core/meeting/kept'
import { shelfHere, type Waiting } from '@core/meeting/outbox'
import { Problem } from '@core/problem'
import { session } from '@core/session'

export interface Asked {
  organization: string | null
  type: string | null
  on: string | null
  away: boolean
}

export interface Offered {
  organization: Named
  proposal: Proposal
  /** The names are those kept on the device. */
  offline: boolean
}

/** Milliseconds after which what is kept is better than waiting. */
const PATIENCE = 5_000

/** What the server proposes; without a line, what it proposed last. */
export async function offered(
  asked: Asked,
  taken: Waiting | null,
  signal: AbortSignal,
): Promise<Offered | null> {
  if (asked.organization === null) return null
  const account = session.value?.account.id ?? ''
  const day = asked.on ?? taken?.said.on ?? null
  const kept = keptProposal(
    account,
    asked.organization,
    asked.type,
    day ?? isoDay(new Date()),
    shelfHere,
  )
  const named = taken?.organization ?? ownNamed(asked.organization)
  if (kept !== null && asked.away) {
    return { organization: named ?? nameless(asked.organization), proposal: kept, offline: true }
  }
  try {
    const [proposal, whose] = await Promise.all([
      asking(asked.organization, asked.type, day, kept === null, signal),
      named ?? nameOf(asked.organization, signal),
    ])
    keepProposal(account, asked.organization, proposal, shelfHere)
    return { organization: { id: whose.id, name: whose.name }, proposal, offline: false }
  } catch (error) {
    if (kept === null || signal.aborted || !isAway(error)) throw error
    return { organization: named ?? nameless(asked.organization), proposal: kept, offline: true }
  }
}

function ownNamed(id: string): Named | null {
  const own = session.value?.organization ?? null
  return own?.id === id ? own : null
}

async function nameOf(id: string, signal: AbortSignal): Promise<Named> {
  const { organization } = await import('@core/organization/api')
  return organization(id, signal)
}

const nameless = (id: string): Named => ({ id, name: '所选的党组织' })

const isAway = (error: unknown) =>
  (error instanceof Problem && error.passing) ||
  (error instanceof DOMException && error.name === 'AbortError')

/** With nothing to fall back upon it goes on trying. */
async function asking(
  organization: string,
  type: string | null,
  on: string | null,
  patient: boolean,
  signal: AbortSignal,
): Promise<Proposal> {
  const own = new AbortController()
  const stop = () => own.abort()
  signal.addEventListener('abort', stop)
  const timer = patient ? undefined : setTimeout(stop, PATIENCE)
  try {
    return await proposalOf(organization, type, on, { patient, signal: own.signal })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
