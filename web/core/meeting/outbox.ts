import { randomKey } from '../key'
import { Problem } from '../problem'
import type { MeetingView, Named, NewMeeting } from './api'

/** What keeps a record from being sent until somebody has looked at it. */
export type Trouble =
  | {
      kind: 'refused'
      title: string
      detail: string
      rule: string | null
      errors: { pointer: string; detail: string }[]
      /** It was sent before and the answer was lost: it may stand already. */
      unsure: boolean
    }
  /** Under its key something else stands already. */
  | { kind: 'differs'; meeting: string; fields: string[] }
  /** The server no longer remembers keys as old as this one: sending might record it twice. */
  | { kind: 'old' }

/** A record that is written and not known to have arrived. Of people it holds ids alone. */
export interface Waiting {
  /** Made with the writing: however often it is sent, it is recorded once. */
  key: string
  organization: Named
  said: NewMeeting
  /** Milliseconds, by this device's clock. */
  at: number
  /** When it was first sent; null where nobody has heard of it. */
  triedAt: number | null
  trouble: Trouble | null
}

/** Where things lie between two visits; `localStorage` is one. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }

/** Breaks off when the signal says so. */
export type Send = (item: Waiting, signal: AbortSignal) => Promise<MeetingView>

export type Outcome = 'done' | 'waits' | 'signed-out'

export interface Flushed {
  outcome: Outcome
  /** Seconds the server asks to be left alone. */
  retryAfter: number | null
  recorded: { key: string; view: MeetingView }[]
}

export type Outbox = ReturnType<typeof outboxOf>

const PREFIX = 'sunmao.outbox/'
const DAY = 86_400_000

/** A day less than the server remembers keys (PRV-06, receiptDays). */
const SAFE_TO_REPEAT = 6 * DAY

/** Milliseconds after which a line that swallows what is sent counts as lost. */
export const HANGS = 20_000

/**
 * What one account has written and not yet heard to be recorded. It lies on the device before it is
 * sent and leaves it once the server has said what stands, so that nothing is lost; its key makes
 * the server record it once, however many tabs send it.
 */
export function outboxOf(account: string, shelf: Shelf, send: Send, now = Date.now) {
  const start = `${PREFIX}${account}/`
  /** Where storage is shut off or full. */
  const memory = new Map<string, Waiting>()
  let running: Promise<Flushed> | null = null

  function list(): Waiting[] {
    const stored = keysOf(shelf, start).flatMap((key) => read(key.slice(start.length)) ?? [])
    const all = new Map([...stored, ...memory.values()].map((item) => [item.key, item]))
    return [...all.values()].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  }

  function read(key: string): Waiting | null {
    try {
      const item = JSON.parse(shelf.getItem(start + key) ?? 'null') as Partial<Waiting> | null
      return item?.key === key && item.said !== undefined ? (item as Waiting) : held(key)
    } catch {
      return held(key)
    }
  }

  const held = (key: string) => memory.get(key) ?? null

  /** False where it could only be remembered until the page goes. */
  function write(item: Waiting): boolean {
    try {
      shelf.setItem(start + item.key, JSON.stringify(item))
      memory.delete(item.key)
      return true
    } catch {
      memory.set(item.key, item)
      return false
    }
  }

  function put(organization: Named, said: NewMeeting, key = randomKey()): Waiting {
    const before = read(key)
    const item = { key, organization, said, at: now(), triedAt: before?.triedAt ?? null }
    const waiting: Waiting = { ...item, trouble: null }
    write(waiting)
    return waiting
  }

  function drop(key: string): void {
    memory.delete(key)
    try {
      shelf.removeItem(start + key)
    } catch {
      // Storage is shut off, and nothing was put there.
    }
  }

  /** What was in trouble is tried again as it is. */
  function retry(key: string): void {
    const item = read(key)
    if (item !== null) write({ ...item, trouble: null })
  }

  /** Sent although too old for its key: whoever says so has seen that it is not recorded. */
  function renew(key: string): void {
    const item = read(key)
    if (item === null) return
    const fresh = { ...item, key: randomKey(), triedAt: null, trouble: null }
    write(fresh)
    drop(key)
  }

  /** Sends what waits, one after the other; a second call joins the first. */
  function flush(): Promise<Flushed> {
    running ??= flushAll().finally(() => void (running = null))
    return running
  }

  async function flushAll(): Promise<Flushed> {
    const recorded: Flushed['recorded'] = []
    const seen = new Set<string>()
    const next = () => list().find(({ key, trouble }) => trouble === null && !seen.has(key))
    for (let item = next(); item !== undefined; item = next()) {
      seen.add(item.key)
      if (item.triedAt !== null && now() - item.triedAt > SAFE_TO_REPEAT) {
        write({ ...item, trouble: { kind: 'old' } })
        continue
      }
      const ended = await attempt(item, recorded)
      if (ended !== null) return { ...ended, recorded }
    }
    return { outcome: 'done', retryAfter: null, recorded }
  }

  /** Null where the next one may follow. */
  async function attempt(item: Waiting, recorded: Flushed['recorded']) {
    const tried = { ...item, triedAt: item.triedAt ?? now() }
    write(tried) // whatever happens now, it is known to have been sent
    try {
      const view = await sendInTime(tried)
      recorded.push({ key: item.key, view })
      settle(tried, view)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { retryAfter } = error
      if (error.passing || error.status === 429) return { outcome: 'waits' as const, retryAfter }
      if (error.status === 401) return { outcome: 'signed-out' as const, retryAfter: null }
      if (read(item.key) !== null) write({ ...tried, trouble: refusal(error, item) })
    }
    return null
  }

  /** Nothing that waits may be held up by one that is never answered. */
  async function sendInTime(item: Waiting): Promise<MeetingView> {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), HANGS)
    try {
      return await send(item, late.signal)
    } catch (error) {
      throw late.signal.aborted ? new Problem(0) : error
    } finally {
      clearTimeout(timer)
    }
  }

  function settle(item: Waiting, view: MeetingView) {
    const fields = differences(item.said, view)
    if (fields.length === 0) return drop(item.key)
    write({ ...item, trouble: { kind: 'differs', meeting: view.id, fields } })
  }

  return { list, read, put, drop, retry, renew, flush }
}

function refusal(problem: Problem, { triedAt }: Waiting): Trouble {
  return {
    kind: 'refused',
    title: problem.title,
    detail: problem.message,
    rule: problem.rule ?? null,
    errors: problem.errors.map(({ pointer = '', detail = '' }) => ({ pointer, detail })),
    unsure: triedAt !== null,
  }
}

const COMPARED: readonly [field: string, of: (it: NewMeeting | MeetingView) => unknown][] = [
  ['日期', ({ on }) => on],
  ['主题', ({ topic }) => topic.trim()],
  ['决议', ({ resolution }) => (resolution ?? '').trim()],
  ['记录', ({ record }) => (record ?? '').trim()],
]

/**
 * In what the record that stands differs from the one that was sent. What is kept from the reader
 * is no difference.
 */
export function differences(said: NewMeeting, view: MeetingView): string[] {
  const found = COMPARED.filter(([field, of]) => {
    const hidden = view.restricted && (field === '决议' || field === '记录')
    return !hidden && of(said) !== of(view)
  }).map(([field]) => field)
  return said.type === view.type ? found : ['类型', ...found]
}

/** How many records an account has written that are not known to have arrived. */
export function waitingOf(account: string, shelf: Shelf): number {
  return keysOf(shelf, `${PREFIX}${account}/`).length
}

export function forgetWaiting(account: string, shelf: Shelf): void {
  for (const key of keysOf(shelf, `${PREFIX}${account}/`)) shelf.removeItem(key)
}

function keysOf(shelf: Shelf, start: string): string[] {
  try {
    return shelf.keys().filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}

/** This device's own. */
export const shelfHere: Shelf = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
}
