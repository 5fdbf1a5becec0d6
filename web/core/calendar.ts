import { dayOf } from './day'
import type { DaySpan } from './as-of'

// Days are text such as 2026-11-22 throughout: a calendar day has no time zone.

export const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

const MILLISECONDS = 86_400_000

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

export function addDays(day: string, count: number): string {
  return iso(new Date(at(day).getTime() + count * MILLISECONDS))
}

/** The same day of another month, or its last one where it has none such. */
export function addMonths(day: string, count: number): string {
  const date = at(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1))
  const last = lastOfMonth(iso(first))
  return iso(first).slice(0, 8) + (day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8))
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

export function lastOfMonth(day: string): string {
  const date = at(day)
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)))
}

/** 0 for Monday, as weeks begin here. */
export function weekdayOf(day: string): number {
  return (at(day).getUTCDay() + 6) % 7
}

/** The weeks of a month, from Monday on; null where a place belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = firstOfMonth(month)
  const count = Number(lastOfMonth(month).slice(8))
  const places: (string | null)[] = Array.from({ length: weekdayOf(first) }, () => null)
  for (let day = 0; day < count; day++) places.push(addDays(first, day))
  while (places.length % 7 !== 0) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, week) =>
    places.slice(week * 7, week * 7 + 7),
  )
}

/** Where a key leads from a day, after the ARIA authoring practices; null for other keys. */
export function dayByKey(day: string, key: string, shift: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -weekdayOf(day))
    case 'End':
      return addDays(day, 6 - weekdayOf(day))
    case 'PageUp':
      return addMonths(day, shift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, shift ? 12 : 1)
    default:
      return null
  }
}

/** The nearest day that can be chosen. */
export function within(day: string, { earliest, latest }: DaySpan): string {
  return day < earliest ? earliest : day > latest ? latest : day
}

export interface Shortcut {
  words: string
  day: string
}

/** The days people ask for: for reports, for comparing, for what has been planned. */
export function shortcutsOn(today: string): Shortcut[] {
  const year = Number(today.slice(0, 4))
  return [
    { words: '今天', day: today },
    { words: '上月末', day: addDays(firstOfMonth(today), -1) },
    { words: '去年末', day: `${year - 1}-12-31` },
    { words: '一年前', day: dayOf(`${year - 1}${today.slice(4)}`) ?? `${year - 1}-02-28` },
    { words: '下月初', day: addMonths(firstOfMonth(today), 1) },
  ]
}
