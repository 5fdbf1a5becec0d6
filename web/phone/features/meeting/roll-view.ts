import type { DuePerson } from '@core/meeting/api'

/** A longer roll is folded: whoever was not there is then found by name. */
const SHOWN_WHOLE = 60

export const foldedRoll = (due: readonly DuePerson[]): boolean => due.length > SHOWN_WHOLE

export function foundIn(due: readonly DuePerson[], q: string): readonly DuePerson[] {
  const wanted = q.trim()
  return wanted === '' ? due : due.filter(({ name }) => name.includes(wanted))
}

export function without<Value>(all: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== key))
}
