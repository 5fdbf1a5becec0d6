import { computed, ref, shallowRef } from 'vue'
import type { components } from '../api.gen'
import { focusOn } from '../kit/focus'
import { Problem } from '../problem'
import { useResource } from '../resource'
import type { MemberCard } from './api'
import { maskedFields, unmask, unmaskTerms } from './unmask'

type Unmasked = components['schemas']['UnmaskedView']

/**
 * The question for masked fields in clear, without its looks: which, and why.
 *
 * @param id what the ids of its fields begin with
 */
export function useUnmaskQuestion(
  card: () => MemberCard,
  id: string,
  shown: (unmasked: Unmasked) => void,
) {
  const open = ref(false)
  const chosen = ref<string[]>([])
  const reason = ref('')
  const text = ref('')
  const tried = ref(false)
  /** What the server found; gone with the next try. */
  const found = ref<Record<string, string>>({})
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  const terms = useResource(
    () => open.value,
    (now, signal) => (now ? unmaskTerms(signal) : Promise.resolve(null)),
  )
  const fields = computed(() => maskedFields(card()))

  function begin() {
    chosen.value = fields.value.length === 1 ? fields.value.map(({ name }) => name) : []
    reason.value = ''
    text.value = ''
    tried.value = false
    found.value = {}
    problem.value = null
    open.value = true
  }

  /** What is lacking is said before the server has to, and no longer once it is there. */
  const faults = computed<Record<string, string>>(() => {
    if (!tried.value) return {}
    const shortest = terms.data.value?.shortest ?? 0
    return {
      ...found.value,
      ...(chosen.value.length === 0 && { fields: '请选择要查看的项目' }),
      ...(reason.value === '' && { reason: '请选择查看的原因' }),
      ...(text.value.trim().length < shortest && { text: `请写明具体事由，至少 ${shortest} 个字` }),
    }
  })

  async function send() {
    problem.value = null
    found.value = {}
    tried.value = true
    const first = ['fields', 'reason', 'text'].find((name) => faults.value[name])
    if (first) return void focusOn(`${id}-${first}`)
    busy.value = true
    try {
      const order = { fields: chosen.value, reason: reason.value, text: text.value.trim() }
      const unmasked = await unmask(card().id, order)
      open.value = false
      shown(unmasked)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      found.value = error.byField
      problem.value = error
    } finally {
      busy.value = false
    }
  }

  return { open, chosen, reason, text, problem, busy, terms, fields, faults, begin, send }
}
