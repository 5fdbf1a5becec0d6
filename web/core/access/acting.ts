import { client } from '../client'
import type { Session } from '../session'

export type Acting = Session['grants'][number]

/** A role with where it holds, and for whom: what one acts as. */
export function wordsOf(grant: Acting): string {
  const place = grant.organization === null ? '' : ` · ${grant.organization.name}`
  const behalf = grant.behalf === null ? '' : `（代 ${grant.behalf.name}）`
  return `${grant.roleName}${behalf}${place}`
}

/**
 * Goes on as another: nothing of what was shown before may stand beside the new rights, so the entry
 * begins anew.
 */
export async function actUnder(grant: string, entry: string): Promise<void> {
  await client.post('/api/session/grant', { grant })
  window.location.assign(entry)
}
