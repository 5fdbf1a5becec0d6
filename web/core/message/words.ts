import { formatDate, formatNumber } from '../format'
import type { DigestDuty, DigestLine } from './api'

/** The light that a line tells of; `none` for all other news. */
export function lightOf({ kind }: Pick<DigestLine, 'kind'>): string {
  return kind === 'red' || kind === 'yellow' ? kind : 'none'
}

/** By when, and how that stands today: what was told then may be done by now. */
export function dueWords({ state, stateName, due, daysLeft }: DigestDuty): string {
  const open = state === 'open' || state === 'late' || state === 'coming'
  if (!open) return `现在：${stateName}`
  if (due === null || daysLeft === null) return '没有办结期限，尽快办理'
  if (daysLeft < 0) return `期限 ${formatDate(due)}，已超过 ${formatNumber(-daysLeft)} 天`
  return daysLeft === 0
    ? `期限 ${formatDate(due)}，就是今天`
    : `期限 ${formatDate(due)}，还有 ${formatNumber(daysLeft)} 天`
}

/** How many things a digest has, shown or not. */
export function countOf({ lines, more }: { lines: readonly unknown[]; more: number }): number {
  return lines.length + more
}
