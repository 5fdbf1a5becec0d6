import { onScopeDispose } from 'vue'
import { client } from '@core/client'

/** Well below the shortest time without activity after which a session may be set to end. */
const EVERY = 4 * 60_000

/**
 * Nobody touches a wall, and a stream that is only listened to is no activity: the session would end
 * for want of it. It is asked for now and then instead, and ends with its longest time like any.
 */
export function keepAwake(needed: () => boolean): void {
  const timer = setInterval(() => {
    if (needed()) client.get('/api/session', { anonymous: true, patient: false }).catch(ignored)
  }, EVERY)
  onScopeDispose(() => clearInterval(timer))
}

/** What it means is told by the stream. */
const ignored = () => undefined
