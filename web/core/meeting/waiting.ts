import { computed, effectScope, ref, shallowRef, watch } from 'vue'
import { pauseAfter } from '../client'
import { away, session } from '../session'
import { recordMeeting, type MeetingView, type Named, type NewMeeting } from './api'
import {
  outboxOf,
  shelfHere,
  type Flushed,
  type Outbox,
  type Outcome,
  type Waiting,
} from './outbox'

const items = shallowRef<Waiting[]>([])
const sent = shallowRef<{ key: string; view: MeetingView }[]>([])
const last = ref<Outcome>('done')

/** What waits on this device, of whoever works here. */
export const waiting = computed(() => items.value)
export const ready = computed(() => items.value.filter(({ trouble }) => trouble === null))
export const troubled = computed(() => items.value.filter(({ trouble }) => trouble !== null))

/** What has gone since the page was opened, the newest last. */
export const recorded = computed(() => sent.value)

/** Whether what waits needs somebody to sign in. */
export const signedOut = computed(() => last.value === 'signed-out')

let box: { account: string; outbox: Outbox } | null = null
let timer: ReturnType<typeof setTimeout> | null = null
let attempts = 0
let sending: Promise<void> | null = null

/** Milliseconds somebody waits for an answer before they are told that it goes by itself. */
const PATIENCE = 8_000

function outbox(): Outbox | null {
  const account = session.value?.account.id
  if (account === undefined) return null
  if (box?.account !== account) {
    const send = ({ organization, said, key }: Waiting, signal: AbortSignal) =>
      recordMeeting(organization.id, said, key, { patient: false, anonymous: true, signal })
    box = { account, outbox: outboxOf(account, shelfHere, send) }
  }
  return box.outbox
}

function look() {
  items.value = outbox()?.list() ?? []
}

/** Of two tabs one sends; where the browser cannot say which, the keys see to it. */
async function alone(flush: () => Promise<Flushed>): Promise<Flushed | null> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) return flush()
  return await locks.request(
    'sunmao.outbox',
    { ifAvailable: true },
    async (lock): Promise<Flushed | null> => (lock === null ? null : flush()),
  )
}

/** Sends what waits, and again after a pause as long as the line is away; a second call joins in. */
function sendWaiting(): Promise<void> {
  sending ??= sendOnce().finally(() => void (sending = null))
  return sending
}

async function sendOnce(): Promise<void> {
  const mine = outbox()
  if (timer !== null) clearTimeout(timer)
  timer = null
  look()
  if (mine === null || away.value || ready.value.length === 0) return
  const flushed = await alone(mine.flush)
  look()
  if (flushed !== null) {
    last.value = flushed.outcome
    sent.value = [...sent.value, ...flushed.recorded]
    attempts = flushed.outcome === 'waits' ? attempts + 1 : 0
  }
  if (ready.value.length === 0 || last.value === 'signed-out') return
  timer = setTimeout(sendAgain, 1000 * pauseAfter(attempts, flushed?.retryAfter ?? null))
}

const sendAgain = () => void sendWaiting()

/** Keeps watch for the line, other tabs and the session, once for the page. */
function begin() {
  effectScope(true).run(() => {
    watch([() => session.value?.account.id, away], sendAgain, { immediate: true })
  })
  window.addEventListener('online', sendAgain)
  window.addEventListener('storage', look)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sendAgain()
  })
}

let begun = false

export function watchWaiting(): void {
  if (!begun) begin()
  begun = true
}

/** What has become of one record when somebody has waited long enough. */
export type Fate =
  { is: 'recorded'; view: MeetingView } | { is: 'waiting' } | { is: 'troubled'; item: Waiting }

/** Written down on the device first, then sent. */
export async function say(organization: Named, said: NewMeeting, key: string): Promise<Fate> {
  const mine = outbox()
  if (mine === null) throw new Error('nobody works here')
  mine.put(organization, said, key)
  look()
  await Promise.race([sendWaiting(), new Promise((over) => setTimeout(over, PATIENCE))])
  const view = sent.value.find((it) => it.key === key)?.view
  const item = mine.read(key)
  if (item !== null && item.trouble !== null) return { is: 'troubled', item }
  return item === null && view !== undefined ? { is: 'recorded', view } : { is: 'waiting' }
}

export function retryWaiting(key: string): void {
  outbox()?.retry(key)
  sendAgain()
}

export function renewWaiting(key: string): void {
  outbox()?.renew(key)
  sendAgain()
}

export function dropWaiting(key: string): void {
  outbox()?.drop(key)
  look()
}

export function waitingAt(key: string): Waiting | null {
  return outbox()?.read(key) ?? null
}
