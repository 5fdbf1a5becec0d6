import { onScopeDispose, watch } from 'vue'
import { useResource } from '@core/resource'
import { importAt } from './api'
import { follow } from './follow'
import { isWorking } from './state'

/** An import as it stands; while work goes on, it is followed. */
export function useImport(id: () => string) {
  const it = useResource(id, importAt)
  let stop: () => void = () => undefined

  watch(
    () => [it.data.value?.id, it.data.value?.state] as const,
    ([id, state]) => {
      stop()
      stop = () => undefined
      if (id === undefined || state === undefined || !isWorking(state)) return
      stop = follow(id, {
        told: (news) => {
          if (it.data.value?.id === id) it.data.value = { ...it.data.value, ...news }
        },
        rests: it.reload,
        failed: (problem) => {
          it.data.value = null
          it.problem.value = problem
        },
      })
    },
  )
  onScopeDispose(() => stop())
  return it
}
