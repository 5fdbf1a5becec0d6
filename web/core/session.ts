import { computed, shallowRef } from 'vue'
import type { components } from './api.gen'
import { client } from './client'
import { forgetSecrets } from './drafts'
import { Problem } from './problem'

export type Role =
  | 'county-officer'
  | 'township-officer'
  | 'secretary'
  | 'member'
  | 'supervisor'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'

export type Right =
  | 'organizations:read'
  | 'organizations:write'
  | 'members:read'
  | 'members:write'
  | 'members:find-by-number'
  | 'member:read-own'
  | 'files:read'
  | 'statistics:read'
  | 'changes:read'
  | 'changes:prepare'
  | 'changes:decide'
  | 'rosters:import'
  | 'rosters:export'
  | 'exports:approve'
  | 'members:unmask'
  | 'codes:issue'
  | 'grants:request'
  | 'grants:approve'
  | 'accounts:manage'
  | 'security:manage'
  | 'audit:read'
  | 'figures:propose'
  | 'figures:approve'

/** The server's view of a session, its words for state and role spelled out. */
export type Session = components['schemas']['SessionView'] & {
  state: 'open' | 'second-factor' | 'password-change'
  role: Role
}

const current = shallowRef<Session | null>(null)
let resumed: Promise<void> | null = null

/** Who works here; null when nobody has signed in. */
export const session = computed(() => current.value)

export function may(right: Right): boolean {
  return current.value?.rights.includes(right) ?? false
}

/** Asks the server once whether the browser still holds an open session. */
export function resumeSession(): Promise<void> {
  resumed ??= client.get<Session>('/api/session', { anonymous: true }).then(
    (answer) => void (current.value = answer.state === 'open' ? answer : null),
    (error: unknown) => {
      resumed = null
      if (!(error instanceof Problem && error.status === 401)) throw error
    },
  )
  return resumed
}

/** Opens a session; what the answer's state still asks for is for the caller to say. */
export async function openSession(username: string, password: string): Promise<Session> {
  const answer = await client.post<Session>(
    '/api/session',
    { username, password },
    { anonymous: true, patient: true }, // refused by an absent database, nothing has happened yet
  )
  current.value = answer.state === 'open' ? answer : null
  return answer
}

export async function closeSession(): Promise<void> {
  await client
    .delete('/api/session', { anonymous: true, patient: true })
    .catch((error: unknown) => {
      if (!(error instanceof Problem && error.status === 401)) throw error
    })
  forgetSecrets()
  forgetSession()
}

export function forgetSession(): void {
  current.value = null
}
