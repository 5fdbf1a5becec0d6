import type { MeetingView } from '@core/meeting/api'
import type { GradeEntry } from '@core/meeting/life'

export type Grade = 'excellent' | 'qualified' | 'basic' | 'unqualified'

/** The four grades of the appraisal (R-LF-11), in the order of the ballot. */
export const GRADES: readonly (readonly [Grade, string])[] = [
  ['excellent', '优秀'],
  ['qualified', '合格'],
  ['basic', '基本合格'],
  ['unqualified', '不合格'],
]

/** A member's line while it is entered; counts are text while typed. */
export interface GradeRow extends Record<Grade, string> {
  member: string
  name: string
  grade: string
  gap: string
  toldOn: string | null
}

/**
 * Probationary members take part and get no grade.
 *
 * @param full who is a full member on that day; null where this is not known
 */
export function gradeRows(
  { roll, grades }: MeetingView,
  full: ReadonlySet<string> | null,
): GradeRow[] {
  const graded = roll.due.filter(({ member }) => full === null || full.has(member))
  const known = new Map(grades.map((it) => [it.member, it]))
  const names = new Map([...graded, ...grades].map((it) => [it.member, it.name]))
  return [...names].map(([member, name]) => {
    const it = known.get(member)
    const count = (grade: Grade) => String(it?.[grade] ?? '')
    return {
      member,
      name,
      excellent: count('excellent'),
      qualified: count('qualified'),
      basic: count('basic'),
      unqualified: count('unqualified'),
      grade: it?.grade ?? '',
      gap: it?.gap ?? '',
      toldOn: it?.toldOn ?? null,
    }
  })
}

const numberOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))
export const isCount = (typed: string) => /^\d{0,4}$/.test(typed.trim())
const isEmpty = (row: GradeRow) =>
  row.grade === '' && row.gap.trim() === '' && GRADES.every(([grade]) => row[grade].trim() === '')

export function gradeEntries(rows: readonly GradeRow[]): GradeEntry[] {
  return rows
    .filter((row) => !isEmpty(row))
    .map((row) => ({
      member: row.member,
      excellent: numberOf(row.excellent),
      qualified: numberOf(row.qualified),
      basic: numberOf(row.basic),
      unqualified: numberOf(row.unqualified),
      grade: row.grade || null,
      gap: row.gap.trim() || null,
    }))
}

/** What is to be put right before it is sent, by member. */
export function gradeFaults(rows: readonly GradeRow[]): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const row of rows) {
    if (GRADES.some(([grade]) => !isCount(row[grade]))) faults[row.member] = '票数请填整数'
    else if (['basic', 'unqualified'].includes(row.grade) && row.gap.trim() === '') {
      faults[row.member] = '请写差在哪里、怎么改，要向本人反馈'
    }
  }
  return faults
}

/** At most a third, rounded down (R-LF-11): how many may be excellent, and how many are. */
export function capOf(rows: readonly GradeRow[]) {
  const graded = rows.filter(({ grade }) => grade !== '').length
  const excellent = rows.filter(({ grade }) => grade === 'excellent').length
  const most = Math.floor(graded / 3)
  return { graded, excellent, most, over: excellent > most }
}
