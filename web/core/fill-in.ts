import type { Field, Value, Values } from './field'

interface Form {
  fields: readonly Field[]
  values: Values
  set(field: Field, value: Value): void
}

/** What one field says need not be asked in another; what somebody has typed is not overwritten. */
export function filler({ fields, values, set }: Form): (said: Values) => void {
  let lastSaid: Values = {}
  return (said) => {
    for (const field of fields) {
      const stands = values[field.name] ?? null
      const ours = stands === null || stands === lastSaid[field.name]
      const value = said[field.name] ?? null
      if (value !== null && ours) set(field, value)
    }
    lastSaid = { ...lastSaid, ...said }
  }
}
