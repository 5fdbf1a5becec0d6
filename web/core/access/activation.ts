import { onMounted, reactive, ref, shallowRef, type ShallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { openSession, type Session } from '../session'
import { activate, lookAtCode, type CodeView } from './api'
import { useSending } from './form'
import { faultsOf, usePasswordTerms } from './steps'

/** From the code on a strip to an account of one's own, without the looks. */
export function useActivation(
  alert: Readonly<ShallowRef<HTMLElement | null>>,
  signedIn: (answer: Session) => void,
) {
  const route = useRoute()
  const code = ref('')
  const seen = shallowRef<CodeView | null>(null)
  const entries = reactive({ username: '', password: '', again: '' })
  const remember = ref(false)
  const terms = usePasswordTerms()
  const sending = useSending(alert)

  const look = () =>
    sending.send(code.value.trim() === '' ? { code: '请输入纸条上的码' } : {}, async () => {
      seen.value = await lookAtCode(code.value)
      entries.username = seen.value.username ?? seen.value.proposals[0] ?? ''
    })

  const open = () => {
    const faults = faultsOf(entries)
    if (entries.username.trim() === '') faults.username = '请定一个用户名'
    return sending.send(faults, async () => {
      const name = await activate(code.value, entries.username.trim(), entries.password)
      signedIn(await openSession(name, entries.password, remember.value))
    })
  }

  /** The code may stand behind the address; a browser sends that part to nobody. */
  onMounted(() => {
    code.value = new URLSearchParams(route.hash.slice(1)).get('code') ?? ''
  })

  return { code, seen, entries, remember, terms, look, open, ...sending }
}
