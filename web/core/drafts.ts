import type { Value } from './field'
import { formatTime } from './format'

/** What somebody typed into a field and has not saved. */
export interface Draft {
  value: Value
  /** What stood there when the typing began, and in which version of the record. */
  from: Value
  version: number
  /** Milliseconds, by this device's clock. */
  at: number
}

export interface Drafts {
  all(): Record<string, Draft>
  put(field: string, draft: Omit<Draft, 'at'>): void
  drop(field: string): void
  clear(): void
}

export interface HeldDrafts {
  /** Such as `members/<id>`, or `members/new`. */
  record: string
  fields: number
}

const PREFIX = 'sunmao.draft/'

/** A draft nobody came back to is personal data lying about on a device. */
const KEPT_DAYS = 30
const DAY = 86_400_000

/** What must not lie on this device, and everything where storage is shut off. */
const memory = new Map<string, Draft>()

/**
 * The unsaved fields of one record, as one account typed them. Those named secret stay in the
 * page's memory: they outlive the end of a session, not a reload, and never another's sign-in.
 */
export function draftsOf(account: string, record: string, secrets: ReadonlySet<string>): Drafts {
  forgetOthers(account)
  const start = `${PREFIX}${account}/${record}/`
  const drafts: Drafts = {
    all() {
      return Object.fromEntries(entries(start).map(([key, it]) => [key.slice(start.length), it]))
    },
    put(field, draft) {
      const key = start + field
      const dated = { ...draft, at: Date.now() }
      if (secrets.has(field) || !store(key, dated)) memory.set(key, dated)
    },
    drop: (field) => erase(start + field),
    clear: () => entries(start).forEach(([key]) => erase(key)),
  }
  return drafts
}

/** The records in which an account has typed something it has not saved. */
export function draftsHeld(account: string): HeldDrafts[] {
  const start = `${PREFIX}${account}/`
  const records = new Map<string, number>()
  for (const [key] of entries(start)) {
    const [record, field] = splitAtLast(key.slice(start.length))
    if (!field.startsWith('@')) records.set(record, (records.get(record) ?? 0) + 1)
  }
  return [...records].map(([record, fields]) => ({ record, fields }))
}

/** How many fields of one record an account has typed and not saved. */
export function fieldsHeld(account: string, record: string): number {
  return draftsHeld(account).find((held) => held.record === record)?.fields ?? 0
}

/** Said above a form that begins with what was typed earlier; `count` fields of it differ. */
export function restoredWords(at: number, count: number): string {
  const when = formatTime(new Date(at).toISOString())
  return `您在 ${when} 填了${count > 0 ? ` ${count} 项` : '内容'}没有保存，都还在下面。`
}

export function forgetDrafts(account: string): void {
  entries(`${PREFIX}${account}/`).forEach(([key]) => erase(key))
}

/** Whoever signs out leaves nothing behind that was only to be in memory. */
export function forgetSecrets(): void {
  memory.clear()
}

function forgetOthers(account: string) {
  for (const key of memory.keys()) if (!key.startsWith(`${PREFIX}${account}/`)) memory.delete(key)
}

function entries(start: string): [string, Draft][] {
  const found = new Map<string, Draft>()
  for (const key of storedKeys(start)) {
    const draft = recall(key)
    if (draft === null || Date.now() - draft.at > KEPT_DAYS * DAY) erase(key)
    else found.set(key, draft)
  }
  for (const [key, draft] of memory) if (key.startsWith(start)) found.set(key, draft)
  return [...found]
}

function storedKeys(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start))
  } catch {
    return []
  }
}

function store(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function recall(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
    const whole = typeof draft?.at === 'number' && typeof draft.version === 'number'
    return whole && 'value' in draft && 'from' in draft ? (draft as Draft) : null
  } catch {
    return null
  }
}

function erase(key: string) {
  memory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is shut off, and nothing was put there.
  }
}

function splitAtLast(path: string): [string, string] {
  const slash = path.lastIndexOf('/')
  return [path.slice(0, slash), path.slice(slash + 1)]
}
