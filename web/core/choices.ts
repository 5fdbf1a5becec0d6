import { codes } from './dictionary'

export interface Choice {
  code: string
  label: string
}

export interface ChoiceGroup {
  /** '' for codes that belong to no group. */
  name: string
  codes: Choice[]
}

/**
 * A code table as a list to choose from. A code that cannot be chosen heads those after it whose
 * code begins with it (10 → 11 … 19, 011 → 01), or all up to the next such where it is a word; `wholes` offers it as well, for searching. What
 * stands there now is offered even where it can be chosen no more, so that a form never changes
 * by being opened.
 */
export function choicesOf(table: string, wholes: boolean, current: string | null): ChoiceGroup[] {
  const groups: ChoiceGroup[] = []
  let stem: string | null = null
  for (const { code, label, selectable } of codes(table)) {
    if (!selectable) {
      stem = code.replace(/0$/, '') || code
      groups.push({ name: label, codes: wholes ? [{ code, label: `${label}（全部）` }] : [] })
      if (!wholes && code === current) groups[groups.length - 1]?.codes.push({ code, label })
      continue
    }
    const last = groups[groups.length - 1]
    const heads = stem !== null && (/^[a-z]/.test(stem) || code.startsWith(stem))
    if (last === undefined || (last.name !== '' && !heads)) {
      stem = null
      groups.push({ name: '', codes: [{ code, label }] })
    } else last.codes.push({ code, label })
  }
  const kept = groups.filter((group) => group.codes.length > 0)
  const known = kept.some((group) => group.codes.some(({ code }) => code === current))
  if (current !== null && !known)
    kept.push({ name: '', codes: [{ code: current, label: current }] })
  return kept
}
