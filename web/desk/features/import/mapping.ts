import type { Heading, ImportView, Meaning, RosterColumn, UnmappedValue } from './api'
import { isColumn } from './state'

/** Headings of the file that nobody has said anything of. */
export function unknownHeadings(headings: readonly Heading[]): Heading[] {
  return headings.filter((it) => isColumn(it) && it.field === null && !it.remembered)
}

export function needsMapping({ headings, lacking }: ImportView): boolean {
  return lacking.length > 0 || unknownHeadings(headings).length > 0
}

/** By the number of the column, the field it stands for; null for one that is not taken. */
export type Fields = Record<number, string | null>

export function fieldsFrom(headings: readonly Heading[]): Fields {
  return Object.fromEntries(headings.map(({ column, field }) => [column, field]))
}

/** Of one field there is one column: whichever stood for it does so no more. */
export function chosen(fields: Fields, column: number, field: string | null): Fields {
  const entries = Object.entries(fields).map(([other, had]) => [
    other,
    field !== null && had === field ? null : had,
  ])
  return { ...(Object.fromEntries(entries) as Fields), [column]: field }
}

/** Required columns that no column of the file stands for. */
export function lackingIn(fields: Fields, columns: readonly RosterColumn[]): RosterColumn[] {
  const taken = new Set(Object.values(fields))
  return columns.filter(({ field, required }) => required && !taken.has(field))
}

/** What is to be said to the server: what is changed, and that what nobody knows is not taken. */
export function headingsToSay(headings: readonly Heading[], fields: Fields): Meaning['headings'] {
  const unknown = unknownHeadings(headings)
  return headings
    .filter(isColumn)
    .filter((it) => unknown.includes(it) || (fields[it.column] ?? null) !== it.field)
    .map(({ column }) => ({ column, field: fields[column] ?? null }))
}

export const keyOf = ({ field, text }: Pick<UnmappedValue, 'field' | 'text'>) => `${field}/${text}`

/** Only the values something was chosen for: the rows of the others stay out as before. */
export function valuesToSay(
  unmapped: readonly UnmappedValue[],
  codes: Readonly<Record<string, string | null>>,
): Meaning['values'] {
  return unmapped.flatMap(({ field, text }) => {
    const code = codes[keyOf({ field, text })] ?? null
    return code === null ? [] : [{ field, text, code }]
  })
}
