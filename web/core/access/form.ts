import { nextTick, ref, type ShallowRef } from 'vue'
import { formatWait } from '../format'
import { Problem } from '../problem'

/** A short form that is sent once at a time; what is refused is read out where `alert` stands. */
export function useSending(alert: Readonly<ShallowRef<HTMLElement | null>>) {
  const faults = ref<Record<string, string>>({})
  const refusal = ref('')
  const busy = ref(false)

  /** Sends unless something is found wrong before. */
  async function send(found: Record<string, string>, work: () => Promise<void>) {
    if (busy.value) return
    faults.value = found
    refusal.value = ''
    const first = Object.values(found)[0]
    if (first !== undefined) return refuse('有内容需要改正，见下面的说明。')
    busy.value = true
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      faults.value = error.byField
      await refuse(error.status === 429 ? tooOften(error) : error.message)
    } finally {
      busy.value = false
    }
  }

  async function refuse(reason: string) {
    refusal.value = reason
    await nextTick()
    alert.value?.focus()
  }

  return { faults, refusal, busy, send }
}

function tooOften({ message, retryAfter }: Problem): string {
  return retryAfter === null ? message : `输错的次数太多，请 ${formatWait(retryAfter)}后再试。`
}
