import { formatDate } from './format'

/**
 * A day as people write it, as the interfaces write it: 2026-7-1, 2026.7.1, 2026/07/01,
 * 20260701, 2026年7月1日. Null where it is none.
 */
export function dayOf(text: string): string | null {
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim()) ??
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text.trim())
  if (parts === null) return null
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

/** What stands in a field of a day: the day in words, or what was typed and is no day. */
export function dayInWords(value: string): string {
  return dayOf(value) === null ? value : formatDate(value)
}
