import { ref, shallowRef, watch } from 'vue'
import { membersOf, type MemberItem } from '@core/member/api'
import type { RollView } from '@core/member/view'
import { Problem } from '@core/problem'
import { useResource } from '@core/resource'

/**
 * The register as one list that grows when asked to. Another question begins it anew; rows that
 * come after the question has changed are dropped.
 */
export function useRoll(view: () => RollView, load: typeof membersOf = membersOf) {
  const first = useResource(view, ({ sort, ...search }, signal) => load(search, sort, null, signal))
  const items = shallowRef<MemberItem[]>([])
  const next = shallowRef<string | null>(null)
  const moreProblem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  watch(first.data, (page) => {
    items.value = page?.items ?? []
    next.value = page?.next ?? null
    moreProblem.value = null
  })

  /** Answers with the number of rows that stood before, which is where reading goes on. */
  async function more(): Promise<number> {
    const before = items.value
    const page = first.data.value
    busy.value = true
    moreProblem.value = null
    try {
      const { sort, ...search } = view()
      const further = await load(search, sort, next.value)
      if (page === first.data.value) {
        items.value = [...before, ...further.items]
        next.value = further.next
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      moreProblem.value = error
    } finally {
      busy.value = false
    }
    return before.length
  }

  const { problem, pending, reload } = first
  return { first: first.data, items, next, problem, moreProblem, pending, busy, more, reload }
}
