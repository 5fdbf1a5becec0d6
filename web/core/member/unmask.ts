import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { components } from '../api.gen'
import { asOf } from '../as-of'
import { client } from '../client'
import { may, session } from '../session'
import type { MemberCard } from './api'
import { memberField } from './fields'

type Schemas = components['schemas']
export type UnmaskTerms = Schemas['UnmaskTerms']
type Unmasked = Schemas['UnmaskedView']

const fields = ['citizenNumber', 'mobile', 'phone', 'address'] as const
export type MaskedField = (typeof fields)[number]

export const unmaskTerms = (signal?: AbortSignal) =>
  client.get<UnmaskTerms>('/api/members/unmask-terms', { signal })

export function unmask(
  id: string,
  order: { fields: string[]; reason: string; text: string },
): Promise<Unmasked> {
  return client.post(`/api/members/${encodeURIComponent(id)}/unmask`, order)
}

/** The fields of a record that hold more than is shown, with what they are called. */
export function maskedFields(card: MemberCard): { name: MaskedField; label: string }[] {
  return fields
    .filter((name) => card[name]?.includes('*'))
    .map((name) => ({ name, label: memberField(name).label }))
}

/** Whether somebody else's masked fields may be looked at: today's holder, with a reason. */
export function mayUnmask(card: MemberCard): boolean {
  return (
    may('members:unmask') &&
    asOf.value === null &&
    !card.reduced &&
    card.id !== session.value?.member &&
    maskedFields(card).length > 0
  )
}

/** What was unmasked stands in the record for as long as the rule allows, and goes by itself. */
export function useUnmasked(id: () => string) {
  const values = shallowRef<Record<string, string>>({})
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function mask() {
    clearInterval(timer)
    values.value = {}
    left.value = 0
  }

  function show(unmasked: Unmasked) {
    mask()
    values.value = unmasked.values
    const end = Date.now() + unmasked.seconds * 1000
    const tick = () => {
      left.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      if (left.value === 0) mask()
    }
    timer = setInterval(tick, 1000)
    tick()
  }

  watch(id, mask)
  onScopeDispose(mask)
  return { values, left, shown: computed(() => left.value > 0), show, mask }
}
