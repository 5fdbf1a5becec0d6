import { ref, shallowRef } from 'vue'
import { Problem } from './problem'

interface Page<Item> {
  items: Item[]
  next: string | null
}

/** A list that begins at once and grows when asked to, by what comes after the key of its last page. */
export function useGrowing<Item>(load: (after: string | null) => Promise<Page<Item>>) {
  const items = shallowRef<Item[]>([])
  const next = shallowRef<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Whether anything has been answered, so that an empty list says something. */
  const known = ref(false)

  async function more() {
    busy.value = true
    problem.value = null
    try {
      const page = await load(next.value)
      items.value = [...items.value, ...page.items]
      next.value = page.next
      known.value = true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problem.value = error
    } finally {
      busy.value = false
    }
  }

  void more()
  return { items, next, problem, busy, known, more }
}
