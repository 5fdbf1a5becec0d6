import type { components } from './api.gen'
import { dayOf } from './day'
import { label } from './dictionary'
import { formatDate, formatPlace, formatText, formatYesNo, UNKNOWN } from './format'

/** What stands in a field of a form. Nothing is null; whole numbers are text while being typed. */
export type Value = string | boolean | null
export type Values = Record<string, Value>

/**
 * `secret`: shown masked, never shown in full, never written to this device. Its value is the mask
 * as long as it is untouched, '' once opened, null when cleared, else the new value.
 */
export type FieldKind =
  | 'text'
  | 'code'
  | 'date'
  | 'yesNo'
  | 'number'
  | 'division'
  | 'organization'
  | 'body'
  | 'host'
  | 'member'
  | 'secret'

/** One editable thing of a record, said once for every form that asks for it. */
export interface Field {
  name: string
  label: string
  kind: FieldKind
  group: string
  /** The code table of a `code`. */
  table?: string
  help?: string
  /** Not to lie on this device, as no secret does: what is typed is forgotten with the page. */
  kept?: false
  /** Characters of a text, as people count them. */
  longest?: number
  /** Of a text that is more than a line. */
  rows?: number
  least?: number
  most?: number
  unit?: string
  /** What a number says by being empty, where the record knows no empty number. */
  blank?: number
  /** Asked for when a record is made. */
  required?: boolean | ((values: Values) => boolean)
  /** Whether the question arises at all; one already answered always does. */
  arises?: (values: Values) => boolean
}

type Schemas = components['schemas']
type Known = Readonly<Record<string, unknown>>

export function isRequired({ required }: Field, values: Values): boolean {
  return typeof required === 'function' ? required(values) : (required ?? false)
}

export function isAsked(field: Field, values: Values): boolean {
  return field.arises === undefined || field.arises(values) || (values[field.name] ?? null) !== null
}

/** The value a record gives a field to begin with. */
export function valueOf(record: object, { name, kind }: Field): Value {
  const known = (record as Known)[name]
  if (known === null || known === undefined || known === '') return null
  if (typeof known === 'boolean') return known
  if (kind === 'division') return (known as Schemas['Place']).code
  if (typeof known === 'object') return (known as Schemas['Named']).id
  return String(known)
}

export function valuesOf(record: object, fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(record, field)]))
}

/** What a record says in a field, in words. */
export function shown(record: object, field: Field): string {
  const known = (record as Known)[field.name]
  switch (field.kind) {
    case 'code':
      return label(field.table ?? field.name, known as string | null)
    case 'date':
      return formatDate(known as string | null)
    case 'yesNo':
      return formatYesNo(known as boolean | null)
    case 'division':
      return formatPlace((known ?? null) as Schemas['Place'] | null)
    case 'organization':
    case 'body':
    case 'host':
      return formatText((known as Schemas['Named'] | null)?.name)
    case 'number':
      return typeof known === 'number' ? `${known} ${field.unit ?? ''}`.trim() : UNKNOWN
    default:
      return formatText(known as string | null)
  }
}

/** Whether a field now says something else than it did. A secret only opened says nothing yet. */
export function isChanged(field: Field, from: Value, now: Value): boolean {
  return now !== from && !(field.kind === 'secret' && now === '')
}

/** A value as the interface takes it. */
export function sent(field: Field, value: Value): string | number | boolean | null {
  if (value === null || value === '') return field.blank ?? null
  return field.kind === 'number' ? Number(value) : value
}

/** The fault that needs no server to be seen, or null. The server asks the same and more. */
export function faultOf(field: Field, value: Value): string | null {
  if (value === null || typeof value === 'boolean') return null
  if (field.kind === 'number') return faultOfNumber(field, value)
  if (field.kind === 'date' && dayOf(value) === null) return '请填写完整的日期，如 2026-07-01'
  if (field.longest !== undefined && [...value].length > field.longest) {
    return `最多 ${field.longest} 个字，现在是 ${[...value].length} 个`
  }
  return null
}

function faultOfNumber({ least, most }: Field, value: string): string | null {
  if (!/^-?\d{1,6}$/.test(value)) return '请填写整数'
  if (least !== undefined && Number(value) < least) return `不小于 ${least}`
  if (most !== undefined && Number(value) > most) return `不大于 ${most}`
  return null
}
