import { computed, readonly, ref, shallowRef } from 'vue'
import type { components } from './api.gen'
import { client, type RequestOptions } from './client'
import { forgetSecrets } from './drafts'
import { Problem } from './problem'

export type Role =
  | 'county-officer'
  | 'township-officer'
  | 'secretary'
  | 'member'
  | 'applicant'
  | 'supervisor'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'

export type Right =
  | 'admissions:read'
  | 'admissions:write'
  | 'admissions:approve'
  | 'admission:read-own'
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
  | 'duties:read'
  | 'duties:answer'
  | 'duties:decide'
  | 'requests:read'
  | 'requests:issue'
  | 'requests:approve'
  | 'requests:answer'
  | 'calendar:write'
  | 'meetings:read'
  | 'meetings:write'
  | 'meetings:check'

/** The server's view of a session, its words for state and role spelled out. */
export type Session = components['schemas']['SessionView'] & {
  state: 'open' | 'second-factor' | 'enrol-second-factor' | 'password-change'
  role: Role
}

const current = shallowRef<Session | null>(null)
const unfinished = shallowRef<Session | null>(null)
let resumed: Promise<void> | null = null
const unproved = ref(false)

/** Whether the server has not yet been asked who works here: there was no line to it. */
export const away = readonly(unproved)

/** Who works here; null when nobody has signed in. */
export const session = computed(() => current.value)

/** Somebody who has signed in and has still something to do before it is open. */
export const pending = computed(() => unfinished.value)

function take(answer: Session): Session {
  unproved.value = false
  current.value = answer.state === 'open' ? answer : null
  unfinished.value = answer.state === 'open' ? null : answer
  return answer
}

export function may(right: Right): boolean {
  return current.value?.rights.includes(right) ?? false
}

/** Where a device keeps what lets somebody go on without a line; it ends with the session. */
export const KEPT = 'sunmao.away'

export function isKept(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null
  } catch {
    return false
  }
}

/** That this browser may be known by itself; the proof is a cookie that no script sees. */
const REMEMBERED = 'sunmao.remembered'

function rememberHere(remembered: boolean): void {
  try {
    if (remembered) localStorage.setItem(REMEMBERED, 'yes')
    else localStorage.removeItem(REMEMBERED)
  } catch {
    // a browser without storage signs in each time
  }
}

function rememberedHere(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === 'yes'
  } catch {
    return false
  }
}

/** Works on with what this device knows of a session, until the server can be asked. */
export function takeKept(kept: Session): void {
  take(kept)
  unproved.value = true
}

/** A phone that was remembered opens a session by itself. */
async function askAsRemembered(error: unknown): Promise<Session> {
  if (!(error instanceof Problem && error.status === 401) || !rememberedHere()) throw error
  try {
    await client.post('/api/session/remembered', {}, { anonymous: true })
  } catch (refused) {
    if (refused instanceof Problem && refused.status === 401) rememberHere(false)
    throw refused
  }
  return ask()
}

const ask = (options: Pick<RequestOptions, 'patient' | 'signal'> = {}) =>
  client.get<Session>('/api/session', { anonymous: true, ...options })

/**
 * Asks the server once whether the browser still holds an open session; a remembered phone opens one
 * by itself.
 */
export function resumeSession(options?: Pick<RequestOptions, 'patient' | 'signal'>): Promise<void> {
  resumed ??= ask(options)
    .catch(askAsRemembered)
    .then(
      (answer) => void take(answer),
      (error: unknown) => {
        resumed = null
        if (!(error instanceof Problem && error.status === 401)) throw error
        forgetSession()
      },
    )
  return resumed
}

/** Asks how the session stands after one of its steps, or after what changes what it says. */
export async function renewSession(): Promise<Session> {
  return take(await ask())
}

/**
 * Opens a session; what the answer's state still asks for is for the caller to say.
 *
 * @param remember the phone, for a member's own record
 */
export async function openSession(
  username: string,
  password: string,
  remember = false,
): Promise<Session> {
  const answer = await client.post<Session>(
    '/api/session',
    { username, password, remember },
    { anonymous: true, patient: true }, // refused by an absent database, nothing has happened yet
  )
  if (remember) rememberHere(true)
  return take(answer)
}

export async function closeSession(): Promise<void> {
  await client
    .delete('/api/session', { anonymous: true, patient: true })
    .catch((error: unknown) => {
      if (!(error instanceof Problem && error.status === 401)) throw error
    })
  rememberHere(false)
  forgetSecrets()
  forgetSession()
}

export function forgetSession(): void {
  try {
    localStorage.removeItem(KEPT)
  } catch {
    // a browser without storage keeps nothing
  }
  unproved.value = false
  current.value = null
  unfinished.value = null
}
