import type { PlanEntry, PlanItem, PlanView } from '@core/meeting/life'
import { typeName } from '@core/meeting/words'

/** A line of the plan while it is looked over. */
export interface PlanRow {
  key: string
  type: string
  typeName: string
  on: string
  topic: string
  rule: PlanItem['rule']
  held: PlanItem['held']
  /** The day it was planned for, by the plan as it stands; null for a new line. */
  was: string | null
  reason: string
}

export interface MonthOfPlan {
  month: string
  rows: PlanRow[]
}

export function rowsOf({ items }: PlanView): PlanRow[] {
  return items.map((it, at) => ({
    key: it.id ?? `proposed-${at}`,
    type: it.type,
    typeName: it.typeName,
    on: it.on,
    topic: it.topic ?? '',
    rule: it.rule,
    held: it.held,
    was: it.on,
    reason: it.movedReason ?? '',
  }))
}

/** All twelve months, also those in which nothing is planned. */
export function monthsOf(rows: readonly PlanRow[], year: number): MonthOfPlan[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    const own = rows.filter(({ on }) => on.startsWith(month))
    return { month, rows: own.sort((one, other) => one.on.localeCompare(other.on)) }
  })
}

/** The fixed day of each month (R-LF-08): what was held stays where it was. */
export function onThemeDay(rows: readonly PlanRow[], day: number): PlanRow[] {
  return rows.map((row) => {
    if (row.type !== 'theme-day' || row.held !== null) return row
    return { ...row, on: `${row.on.slice(0, 8)}${String(day).padStart(2, '0')}` }
  })
}

export function newRow(key: string, type: string, on: string): PlanRow {
  const name = typeName(type)
  return { key, type, typeName: name, on, topic: '', rule: null, held: null, was: null, reason: '' }
}

/** Moved against the plan that was adopted: this wants a reason. */
export const isMoved = ({ on, was }: PlanRow) => was !== null && was !== on

/** Rows that cannot be sent yet, each with why. */
export function faultsOf(
  rows: readonly PlanRow[],
  year: number,
  adopted: boolean,
): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const row of rows) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(row.on)) faults[row.key] = '请写日期，如 2026-11-22'
    else if (!row.on.startsWith(`${year}-`)) faults[row.key] = `请写 ${year} 年里的日期`
    else if (adopted && isMoved(row) && row.reason.trim() === '') faults[row.key] = '请写改期的理由'
  }
  return faults
}

export function planEntry(rows: readonly PlanRow[], themeDay: number | null): PlanEntry {
  const items = rows.map((row) => ({
    type: row.type,
    on: row.on,
    topic: row.topic.trim() || null,
    movedReason: row.reason.trim() || null,
  }))
  return { themeDay, items }
}
