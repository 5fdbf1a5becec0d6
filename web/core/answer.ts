import { computed, nextTick, reactive, ref, useId } from 'vue'
import type { Choice, Question } from './merge'

/** The answer to the question whose value stands, field by field: nothing is sent before the last. */
export function useAnswer(
  question: () => Question<unknown>,
  send: (choices: Record<string, Choice>) => void,
) {
  const id = useId()
  const choices = reactive<Record<string, Choice>>({})
  const pressed = ref(false)
  const open = computed(() => question().asked.filter(({ field }) => choices[field] === undefined))

  /** The element at which one of two values is chosen. */
  function idOf(field: string, choice: Choice) {
    return `${id}-${field}-${choice}`
  }

  /** Whether a field was left open when the answer was to be sent. */
  function missing(field: string) {
    return pressed.value && choices[field] === undefined
  }

  async function settle() {
    pressed.value = true
    const [first] = open.value
    if (first === undefined) return send({ ...choices })
    await nextTick()
    document.getElementById(idOf(first.field, 'mine'))?.focus()
  }

  return { id, idOf, choices, missing, settle }
}
