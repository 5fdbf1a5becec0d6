import { computed, reactive, ref, watch } from 'vue'
import { dayOf } from './day'
import type { Draft, Drafts } from './drafts'
import {
  faultOf,
  isAsked,
  isRequired,
  valuesOf,
  type Field,
  type Value,
  type Values,
} from './field'
import { isoDay } from './format'
import { changedIn, changesOf } from './merge'

/** What a form begins with: a record in one of its versions, or nothing. */
export interface Base {
  record: object | null
  version: number
}

export type Entries = ReturnType<typeof useEntries>

const WHEN = '@effectiveOn'
const CORRECTION = '@correction'

/**
 * What stands in a form: the values, what they were, and from which day they hold. Whatever is
 * typed is a draft at once; what was typed earlier and not saved is there again.
 */
export function useEntries(fields: readonly Field[], base: Base, drafts: Drafts, preset: Values) {
  const today = isoDay(new Date())
  const making = base.record === null
  const from = reactive<Values>(beginning(base.record))
  const values = reactive<Values>({ ...from, ...preset })
  const version = ref(base.version)
  const effectiveOn = ref(today)
  const correction = ref(false)
  const faults = ref<Record<string, string>>({})
  /** When the drafts now in the form were last touched; null when there were none. */
  const restored = ref<number | null>(null)

  const asked = computed(() => fields.filter((field) => isAsked(field, values)))
  const changed = computed(() => fields.filter((field) => changedIn(field, from, values)))

  function beginning(record: object | null): Values {
    if (record !== null) return valuesOf(record, fields)
    return Object.fromEntries(fields.map(({ name }) => [name, null]))
  }

  /** An old draft brings its old version with it, so that saving asks what has happened since. */
  function restore() {
    const held = drafts.all()
    for (const { name } of fields) {
      const draft = held[name]
      if (draft === undefined) continue
      from[name] = draft.from
      values[name] = draft.value
      version.value = Math.min(version.value, draft.version)
      restored.value = Math.max(restored.value ?? 0, draft.at)
    }
    restoreWhen(held[WHEN], held[CORRECTION])
  }

  /** From which day nothing holds is no draft: it would be sent with what is typed another day. */
  function restoreWhen(day: Draft | undefined, wrong: Draft | undefined) {
    if (restored.value === null) {
      drafts.drop(WHEN)
      drafts.drop(CORRECTION)
      return
    }
    if (day !== undefined) effectiveOn.value = String(day.value)
    correction.value = wrong?.value === true
  }
  restore()
  watch(effectiveOn, (day) => keepWhen(WHEN, day, day === today), { flush: 'sync' })
  watch(correction, (wrong) => keepWhen(CORRECTION, wrong, !wrong), { flush: 'sync' })

  function keepWhen(name: string, value: Value, asUsual: boolean) {
    delete faults.value.effectiveOn
    keep(name, value, asUsual)
  }

  function keep(name: string, value: Value, asUsual: boolean) {
    if (asUsual) drafts.drop(name)
    else drafts.put(name, { value, from: from[name] ?? null, version: version.value })
  }

  function set(field: Field, value: Value) {
    values[field.name] = value
    delete faults.value[field.name]
    keep(field.name, value, !changedIn(field, from, values))
  }

  /** The work goes on from another state of the record. */
  function rebase(record: object, newVersion: number, settled: Values) {
    version.value = newVersion
    Object.assign(from, beginning(record))
    for (const field of fields) set(field, settled[field.name] ?? null)
  }

  function discard(record: object | null, newVersion: number) {
    drafts.clear()
    version.value = newVersion
    Object.assign(from, beginning(record))
    Object.assign(values, from, preset)
    effectiveOn.value = today
    correction.value = false
    faults.value = {}
    restored.value = null
  }

  /** Says which fields need another look before anything is sent; true when there are none. */
  function check(): boolean {
    const found = asked.value.map((field) => [field.name, faultIn(field)] as const)
    const when = !correction.value && !(dayOf(effectiveOn.value) && effectiveOn.value <= today)
    faults.value = Object.fromEntries([
      ...found.filter(([, fault]) => fault !== null),
      ...(when ? [['effectiveOn', '请填写今天或以前的日期']] : []),
    ]) as Record<string, string>
    return Object.keys(faults.value).length === 0
  }

  function faultIn(field: Field): string | null {
    const value = values[field.name] ?? null
    if (making && isRequired(field, values) && (value === null || value === '')) {
      return `请填写${field.label}`
    }
    return changedIn(field, from, values) ? faultOf(field, value) : null
  }

  function body(): object {
    // Today is the server's to say: the device may still live in another day.
    const when = correction.value
      ? { correction: true }
      : effectiveOn.value === today
        ? {}
        : { effectiveOn: effectiveOn.value }
    return { ...changesOf(fields, from, values), ...when }
  }

  const form = { values, asked, changed, faults, effectiveOn, correction, restored, today }
  return { ...form, from, version, set, rebase, discard, check, body }
}
