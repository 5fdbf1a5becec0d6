import type { components } from './api.gen'
import { client } from './client'

type Schemas = components['schemas']
export type OwnReading = Schemas['OwnReading']
export type OwnReader = Schemas['OwnReader']

/** Who read the asker's own record, the newest first. */
export function readingsOfMine(after: string | null): Promise<Schemas['PageOwnReading']> {
  return client.get('/api/mine/readings', { query: { after, limit: 50 } })
}

export interface ReaderOfDay {
  key: string
  /** 王芳 · 县级党务工作者 · 中共兴县委员会 */
  who: string
  acts: Act[]
}

export interface Act {
  key: string
  /** 14:05 */
  time: string
  words: string
  reason: string | null
  /** Numbers or addresses were seen whole. */
  whole: boolean
  times: number
}

export interface DayOfReadings {
  day: string
  readers: ReaderOfDay[]
}

/** By day, then by reader; the same thing done again by one reader on one day is told once. */
export function byDay(items: OwnReading[]): DayOfReadings[] {
  const days: DayOfReadings[] = []
  for (const item of items) {
    let day = days.find((it) => it.day === item.day)
    if (!day) days.push((day = { day: item.day, readers: [] }))
    const who = wordsOf(item.reader)
    let reader = day.readers.find((it) => it.who === who)
    if (!reader) day.readers.push((reader = { key: `${item.day} ${who}`, who, acts: [] }))
    const act = actOf(item)
    const same = reader.acts.find((it) => it.words === act.words && it.reason === act.reason)
    if (same && !act.whole) same.times++
    else reader.acts.push(act)
  }
  return days
}

function actOf(item: OwnReading): Act {
  return {
    key: item.id,
    time: timeOf(item.at),
    words: item.what ? `${item.action}：${item.what}` : item.action,
    reason: item.reason,
    whole: item.level === 'S3',
    times: 1,
  }
}

function wordsOf({ name, role, unit, behalf }: OwnReader): string {
  const person = behalf === null ? name : `${name ?? ''}（代${behalf}）`
  return [person, role, unit].filter(Boolean).join(' · ')
}

function timeOf(instant: string): string {
  const at = new Date(instant)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}
