import { computed, reactive, ref, shallowRef } from 'vue'
import { randomKey } from '../edit'
import type { Field, Value, Values } from '../field'
import { memberFields } from '../member/fields'
import { Problem } from '../problem'
import { askCorrection, type CorrectionView } from './api'

/** How far a request is, in a word; its tone says whether anything is still to come. */
export const stateWords: Record<string, string> = {
  asked: '等待答复',
  accepted: '已受理',
  done: '已更正',
  refused: '不予更正',
  withdrawn: '已撤回',
}

export const tones = {
  asked: 'due',
  accepted: 'due',
  done: 'done',
  refused: 'late',
  withdrawn: 'neutral',
} as const

export type Tone = (typeof tones)[keyof typeof tones]

export function toneOf({ state }: Pick<CorrectionView, 'state'>): Tone {
  return tones[state as keyof typeof tones] ?? 'neutral'
}

/** How much time is left for the answer, or how long it is overdue. */
export function daysWords({ days }: Pick<CorrectionView, 'days'>): string {
  if (days === null) return ''
  if (days < 0) return `已超过期限 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天`
}

/** The fields of a part of the record, each of which may be wrong; all, where none is named. */
export function fieldsOfGroup(group: string | null): readonly Field[] {
  const some = memberFields.filter((field) => field.group === group)
  return some.length > 0 ? some : memberFields
}

/** As what a proposal is asked for: a choice where the field has one, else in the member's words. */
export function proposalField(of: Field): Field {
  const label = `正确的${of.label}`
  const asked = { name: 'proposed', label, group: '', longest: 200 }
  if (of.kind === 'code') return { ...asked, kind: 'code', table: of.table ?? of.name }
  if (of.kind === 'yesNo') return { ...asked, kind: 'yesNo' }
  return { ...asked, kind: 'text' }
}

/** What the form of the record begins with when a request is answered. */
export function presetOf({ field, value }: CorrectionView): Values {
  const of = memberFields.find(({ name }) => name === field)
  if (of === undefined || value === null) return {}
  switch (of.kind) {
    case 'yesNo':
      return { [field]: value === 'true' }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { [field]: value } : {}
    case 'division':
    case 'organization':
    case 'host':
      return {}
    default:
      return { [field]: value }
  }
}

/** One request as it is written. */
export function useCorrectionForm(group: string | null, named: string | null) {
  const choices = fieldsOfGroup(group)
  const first = choices.find(({ name }) => name === named) ?? choices[0]
  const field = ref(first?.name ?? '')
  const proposed = ref<Value>(null)
  const says = ref('')
  const faults = reactive<Record<string, string>>({})
  const problem = shallowRef<Problem | null>(null)
  const sending = ref(false)
  const key = randomKey()

  const chosen = computed(() => memberFields.find(({ name }) => name === field.value))
  const asked = computed(() => (chosen.value === undefined ? null : proposalField(chosen.value)))

  function choose(name: string) {
    if (name === field.value) return
    field.value = name
    proposed.value = null
    forgetFaults()
  }

  function forgetFaults() {
    problem.value = null
    for (const name of Object.keys(faults)) delete faults[name]
  }

  async function send(): Promise<CorrectionView | null> {
    forgetFaults()
    const words = proposed.value === null ? null : String(proposed.value).trim() || null
    if (words === null && says.value.trim() === '') {
      faults.proposed = '请填写正确的内容，或说明哪里不对'
      return null
    }
    sending.value = true
    try {
      const order = { field: field.value, proposed: words, says: says.value.trim() || null }
      return await askCorrection(order, key)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      Object.assign(faults, error.byField)
      problem.value = error
      return null
    } finally {
      sending.value = false
    }
  }

  const labels = { field: '哪一项有误', proposed: '正确的内容', says: '说明' }
  return {
    choices,
    field,
    choose,
    asked,
    chosen,
    proposed,
    says,
    faults,
    problem,
    sending,
    labels,
    send,
  }
}
