import { shown, type Field, type Value } from '@core/field'
import { nameKnown } from '../kit/finder'

/** A value as it stands in a form, in the words in which a record would show it. */
export function say(field: Field, value: Value): string {
  if (value === '' || value === null) return shown({}, field)
  const text = String(value)
  switch (field.kind) {
    case 'division':
      return shown({ [field.name]: { code: text, name: nameKnown(text) } }, field)
    case 'organization':
    case 'host':
      return shown({ [field.name]: { id: text, name: nameKnown(text) } }, field)
    case 'number':
      return shown({ [field.name]: Number(text) }, field)
    default:
      return shown({ [field.name]: value }, field)
  }
}
