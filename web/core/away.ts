import { watch } from 'vue'
import { heedRefusal } from './client'
import { loadDictionary } from './dictionary'
import { Problem } from './problem'
import { away, KEPT, may, resumeSession, session, takeKept, type Session } from './session'

/** What was kept longer ago than this is nobody's session any more. */
const KEPT_DAYS = 7
const DAY = 86_400_000

/** Milliseconds after which a line is as good as none. */
const PATIENCE = 4_000

/**
 * Goes on without the server where it does not answer and this device knows whose session is open:
 * one may write down what was held, and reads nothing. True where it is so.
 */
export async function goAway(): Promise<boolean> {
  if (session.value !== null) return away.value
  const kept = keptSession()
  if (kept === null) return false
  if (navigator.onLine) {
    const asking = new AbortController()
    const timer = setTimeout(() => asking.abort(), PATIENCE)
    try {
      await resumeSession({ patient: false, signal: asking.signal })
      return false
    } catch (error) {
      if (!asking.signal.aborted && !(error instanceof Problem && error.passing)) throw error
    } finally {
      clearTimeout(timer)
    }
  }
  takeKept(kept)
  void comeBack()
  return true
}

/** As soon as the server answers, it says whether the session stands. */
async function comeBack() {
  await resumeSession()
  if (session.value === null) heedRefusal(new Problem(401))
  else await loadDictionary()
}

/** Keeps of the session what recording takes; whose it is, not what they may read. */
export function keepSession(): void {
  watch(
    session,
    (now) => {
      if (now === null || away.value || now.behalf !== null || !may('meetings:write')) return
      const { username, id, name } = now.account
      const kept: Session = {
        ...now,
        account: { id, username, name },
        member: null,
        rights: ['meetings:write'],
        grants: [],
        passwordReset: null,
      }
      try {
        localStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), session: kept }))
      } catch {
        // a browser without storage has to have a line
      }
    },
    { immediate: true },
  )
}

function keptSession(): Session | null {
  try {
    const { at, session: kept } = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as {
      at?: number
      session?: Session
    }
    const fresh = typeof at === 'number' && Date.now() - at < KEPT_DAYS * DAY
    return fresh && typeof kept?.account.id === 'string' ? kept : null
  } catch {
    return null
  }
}
