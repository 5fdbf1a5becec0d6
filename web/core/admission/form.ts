import { dayOf } from '../day'
import { formatDate, formatTime } from '../format'
import type { CatalogueStep, FieldValue, StepField, TakenStep } from './api'

/** What stands in a form: whole numbers are text while being typed; nobody chosen is an empty list. */
export type Typed = string | boolean | string[] | null
export type Sheet = Record<string, Typed>

/** Questions that arise only by the answer to another. */
const arises: Readonly<Record<string, (sheet: Sheet) => boolean>> = {
  months: ({ outcome }) => outcome === 'extend',
  waiver: ({ waived }) => waived === true,
}

/** Files are added among the papers, the ballot has a form of its own. */
const answeredHere = ({ fields }: Pick<CatalogueStep, 'fields'>): StepField[] =>
  fields.filter(({ kind }) => kind !== 'file' && kind !== 'vote')

export const askedOf = (step: Pick<CatalogueStep, 'fields'>, sheet: Sheet): StepField[] =>
  answeredHere(step).filter(({ key }) => arises[key]?.(sheet) ?? true)

/** Beside the day the committee notes stands what the branch told, and when it did (R-DEV-36). */
export function besideTold(fields: StepField[], taken: readonly TakenStep[]): StepField[] {
  const submitted = [...taken].reverse().find(({ step }) => step === 'submit')
  if (submitted === undefined) return fields
  const late = submitted.late ? '，是补录的' : ''
  const says = `支部填的是 ${formatDate(submitted.on)} 报送，${formatTime(submitted.at)} 登记${late}`
  return fields.map((it) => (it.key === 'received' ? { ...it, hint: `${says}。${it.hint}` } : it))
}

/** Empty, so that nothing is said that nobody said. */
const blankOf = (field: StepField): Typed => (field.kind === 'members' ? [] : null)

export const sheetOf = (step: Pick<CatalogueStep, 'fields'>): Sheet =>
  Object.fromEntries(answeredHere(step).map((field) => [field.key, blankOf(field)]))

export function isBlank(value: Typed | undefined): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && value.trim() === ''
}

/** What needs another look, by the key of the field; the server asks the same and more. */
export function faultsIn(step: Pick<CatalogueStep, 'fields'>, sheet: Sheet, on: string | null) {
  const faults: Record<string, string> = {}
  if (on === null || dayOf(on) === null) faults.on = '请填写完整的日期，如 2026-07-01'
  for (const field of askedOf(step, sheet)) {
    const fault = faultOf(field, sheet[field.key] ?? null)
    if (fault !== null) faults[field.key] = fault
  }
  return faults
}

function faultOf(field: StepField, value: Typed): string | null {
  if (isBlank(value)) return field.required ? wants(field) : null
  if (Array.isArray(value)) {
    const most = field.max || value.length
    return value.length > most ? `最多选 ${most} 人` : null
  }
  if (typeof value !== 'string') return null
  if (field.kind === 'day' && dayOf(value) === null) return '请填写完整的日期，如 2026-07-01'
  if (field.kind === 'number') {
    if (!/^\d{1,6}$/.test(value.trim())) return '请填写整数'
    if (field.max && Number(value) > field.max) return `不大于 ${field.max}`
    return null
  }
  const length = [...value].length
  if (field.max && length > field.max) return `最多 ${field.max} 个字，现在是 ${length} 个`
  return null
}

const wants = ({ label, kind }: StepField) =>
  `请${['choice', 'yes', 'members', 'member'].includes(kind) ? '选择' : '填写'}${label}`

/** As the interface takes it: numbers as numbers, and what was left empty not at all. */
export function saidOf(step: Pick<CatalogueStep, 'fields'>, sheet: Sheet) {
  const said: Record<string, FieldValue> = {}
  for (const { key, kind } of askedOf(step, sheet)) {
    const value = sheet[key] ?? null
    if (value === null || isBlank(value)) continue
    if (kind === 'number' && typeof value === 'string') said[key] = Number(value)
    else said[key] = typeof value === 'string' ? value.trim() : value
  }
  return said
}

export function labelsOf(step: Pick<CatalogueStep, 'fields'>): Record<string, string> {
  const own = Object.fromEntries(step.fields.map(({ key, label }) => [key, label]))
  return { on: '日期', reason: '情况说明', 'vote/counts': '票数', ...own }
}
