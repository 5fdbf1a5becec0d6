import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import { useEdit, type Editable, type Register } from './edit'
import type { Values } from './field'
import { session } from './session'

/** A sitting at a form on a page, without the looks of the page. */
export function useForm<Card extends Editable>(
  register: Register<Card>,
  card: Card | null,
  preset: Values | undefined,
) {
  const edit = useEdit(register, session.value?.account.id ?? '', card, preset)

  /** What the form began with was not typed by anybody. */
  const typed = computed(() =>
    edit.changed.value.filter(({ name }) => edit.values[name] !== (preset?.[name] ?? undefined)),
  )
  const labels = Object.fromEntries(edit.fields.map(({ name, label }) => [name, label]))

  /** Only what a draft could not keep is worth holding a window open for. */
  function warn(event: BeforeUnloadEvent) {
    if (edit.unkept.value.length === 0) return
    event.preventDefault()
    event.returnValue = '' // Chrome before 119 asks by this alone
  }
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn))
  watch(edit.question, (raised) => raised && window.scrollTo(0, 0))

  return { ...edit, typed, labels }
}
