import { formatNumber } from '../format'
import type { StatisticsRow, StatisticsTable } from './api'

/** What stands for a number: itself, or what is shown where it is held back. */
export function numberShown(it: { count: number | null; hidden: string | null }): string {
  return it.count === null ? (it.hidden ?? '') : formatNumber(it.count)
}

export function shareShown({ share }: StatisticsRow): string {
  return share === null ? '' : `${share.toFixed(1)}%`
}

/** What one unit of a list is called. */
export const unitWords: Record<string, string> = {
  members: '人',
  organizations: '个',
  bodies: '个',
}

/** How long the bar of a row is, in percent of the longest of those that are of one kind with it. */
export function lengthOf(row: StatisticsRow, { rows }: StatisticsTable): number | null {
  if (row.count === null || row.count < 0) return null
  const longest = Math.max(
    ...rows.filter(({ list }) => list === row.list).map(({ count }) => count ?? 0),
  )
  return longest === 0 ? 0 : Math.round((row.count * 1000) / longest) / 10
}

/** A new group of rows begins with it: they come to the total anew. */
export function begins(row: StatisticsRow, before: StatisticsRow | undefined): boolean {
  return before !== undefined && (before.group !== row.group || before.list !== row.list)
}

/** All tables as text that a spreadsheet takes: one row a line, tabs between. */
export function asText(tables: StatisticsTable[]): string {
  return tables
    .map(({ title, total, hidden, rows }) =>
      [
        [title, numberShown({ count: total, hidden }), ''],
        ...rows.map((row) => [row.label, numberCopied(row), shareShown(row)]),
      ]
        .map((cells) => cells.join('\t'))
        .join('\n'),
    )
    .join('\n\n')
}

/** Without the separators of thousands, so that it is a number there. */
function numberCopied({ count, hidden }: StatisticsRow): string {
  return count === null ? (hidden ?? '') : String(count)
}
