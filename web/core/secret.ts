import { computed, nextTick, type ShallowRef } from 'vue'
import type { Value } from './field'

interface Secret {
  id: string
  /** The mask while untouched, '' once opened, null when cleared, else what is typed. */
  value: string | null
  mask: string | null
}

/** Something shown masked: to change it is to write it anew, and it can be left as it was. */
export function useSecret(
  props: Secret,
  input: Readonly<ShallowRef<HTMLInputElement | null>>,
  change: (value: Value) => void,
) {
  const untouched = computed(() => props.mask !== null && props.value === props.mask)
  const cleared = computed(() => props.mask !== null && props.value === null)

  async function open() {
    change('')
    await nextTick()
    input.value?.focus()
  }

  /** Emptied or left as it was: what was pressed is gone, and the focus stays in the field. */
  async function put(value: Value) {
    change(value)
    await nextTick()
    const stays = document.getElementById(props.id) ?? document.getElementById(`${props.id}-keep`)
    stays?.focus()
  }

  function type(event: Event) {
    const text = (event.target as HTMLInputElement).value
    change(text === '' && props.mask === null ? null : text)
  }

  return { untouched, cleared, open, put, type }
}
