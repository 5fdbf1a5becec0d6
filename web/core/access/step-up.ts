import { computed, nextTick, ref, shallowRef, type ShallowRef } from 'vue'
import { client, onStepUp } from '../client'
import { Problem } from '../problem'
import { session } from '../session'

/** Somebody waits for the answer: whether the session has proved itself again. */
const waiting = shallowRef<((proved: boolean) => void) | null>(null)
/** Whether the question stands: its form is loaded only then. */
export const asksAgain = computed(() => waiting.value !== null)

/** The form could not be loaded: what was begun is answered as if nobody had proved anything. */
export function giveUpAsking(): void {
  waiting.value?.(false)
}

let asked: Promise<boolean> | null = null

/** Several requests at once are answered by one question. */
function ask(): Promise<boolean> {
  asked ??= new Promise<boolean>((resolve) => {
    waiting.value = resolve
  }).finally(() => {
    asked = null
    waiting.value = null
  })
  return asked
}

onStepUp(ask)

/** Asks now for what a link will need in a moment, for a link cannot ask. True if it may go on. */
async function provedAgain(): Promise<boolean> {
  try {
    await client.get('/api/session/step-up')
    return true
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return false
    throw error
  }
}

/** For a link to what asks for proof: that is asked first, and then the link is followed. */
export function provedFirst(followed: () => void = () => undefined) {
  let proved = false
  return async (event: MouseEvent) => {
    if (proved) {
      proved = false
      return followed()
    }
    const link = event.currentTarget as HTMLAnchorElement
    event.preventDefault()
    if (!(await provedAgain())) return
    proved = true
    link.click()
  }
}

/** The question, without its looks. What was begun behind it stays as it is. */
export function useStepUp(alert: Readonly<ShallowRef<HTMLElement | null>>) {
  const typed = ref('')
  const refusal = ref('')
  const busy = ref(false)
  const byCode = computed(() => session.value?.secondFactor.enrolled ?? false)
  const open = computed({
    get: () => waiting.value !== null,
    set: (stays: boolean) => {
      if (!stays) leave(false)
    },
  })

  function leave(proved: boolean) {
    typed.value = ''
    refusal.value = ''
    waiting.value?.(proved)
  }

  async function send() {
    if (busy.value) return
    refusal.value = ''
    if (typed.value.trim() === '') return refuse(byCode.value ? '请输入验证码' : '请输入密码')
    busy.value = true
    try {
      const proof = byCode.value ? { code: typed.value } : { password: typed.value }
      await client.post('/api/session/step-up', proof)
      leave(true)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await refuse(error.message)
    } finally {
      busy.value = false
    }
  }

  async function refuse(reason: string) {
    refusal.value = reason
    typed.value = ''
    await nextTick()
    alert.value?.focus()
  }

  return { open, typed, refusal, busy, byCode, send }
}
