import { computed } from 'vue'
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'
import type { Editable } from '@core/edit'
import { leaveWord } from '@core/kit/word'
import { useResource } from '@core/resource'

/** The record a page of changing is about, and the way back to the page that shows it. */
export function useChange<Card extends Editable>(
  load: (id: string, signal: AbortSignal) => Promise<Card>,
  pageOf: (id: string) => RouteLocationRaw,
) {
  const route = useRoute()
  const router = useRouter()
  const id = computed(() => String(route.params.id ?? ''))
  const { data, problem, reload } = useResource(() => id.value, load)
  const record = computed(() => pageOf(id.value))

  function saved({ version }: Card) {
    if (version !== data.value?.version) leaveWord('已保存')
    void router.replace(record.value)
  }

  function leave() {
    void router.push(record.value)
  }

  return { card: data, problem, record, reload, saved, leave }
}
