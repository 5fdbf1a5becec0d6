import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { Problem } from './problem'

export interface Resource<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  pending: Ref<boolean>
  reload: () => void
}

/**
 * What a screen shows of the server: loaded again whenever its key changes. An answer that comes
 * after the question has changed is dropped; the earlier data stand until the new arrive.
 */
export function useResource<K, T>(
  key: () => K,
  load: (key: K, signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const pending = ref(true)
  let running = new AbortController()

  async function reload() {
    running.abort()
    const mine = (running = new AbortController())
    pending.value = true
    problem.value = null
    try {
      const answer = await load(key(), mine.signal)
      if (mine === running) data.value = answer
    } catch (error) {
      if (mine !== running || mine.signal.aborted) return
      data.value = null
      problem.value = error instanceof Problem ? error : new Problem(-1)
      if (!(error instanceof Problem)) throw error
    } finally {
      if (mine === running) pending.value = false
    }
  }

  watch(() => JSON.stringify(key()), reload, { immediate: true })
  onScopeDispose(() => running.abort())
  return { data, problem, pending, reload: () => void reload() }
}
