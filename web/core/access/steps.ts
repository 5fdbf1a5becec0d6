import { onMounted, reactive, ref, shallowRef, type ShallowRef } from 'vue'
import { Problem } from '../problem'
import {
  askFactorReset,
  changePassword,
  confirmFactor,
  enrolFactor,
  enterCode,
  passwordTerms,
  type Enrolment,
  type PasswordTerms,
} from './api'
import { useSending } from './form'

type Alert = Readonly<ShallowRef<HTMLElement | null>>

/** The code of the authenticator, or a recovery code in its place. */
export function useCodeStep(alert: Alert, remember: () => boolean, done: () => void) {
  const code = ref('')
  /** Whoever has lost both asks the security administrator. */
  const lost = ref(false)
  const reason = ref('')
  const asked = ref(false)
  const sending = useSending(alert)

  const enter = () =>
    sending.send(code.value.trim() === '' ? { code: '请输入验证码' } : {}, async () => {
      await enterCode(code.value, remember())
      done()
    })

  const ask = () =>
    sending.send(reason.value.trim() === '' ? { reason: '请写明原因' } : {}, async () => {
      await askFactorReset(reason.value.trim())
      asked.value = true
    })

  return { code, lost, reason, asked, enter, ask, ...sending }
}

/** A secret for the authenticator, the first code, then the recovery codes, shown this once. */
export function useEnrolment(alert: Alert) {
  const enrolment = shallowRef<Enrolment | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const code = ref('')
  const recovery = ref<string[]>([])
  const sending = useSending(alert)

  async function begin() {
    problem.value = null
    try {
      enrolment.value = await enrolFactor()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problem.value = error
    }
  }

  const confirm = () =>
    sending.send(code.value.trim() === '' ? { code: '请输入验证码' } : {}, async () => {
      recovery.value = await confirmFactor(code.value)
    })

  onMounted(begin)
  return { enrolment, problem, code, recovery, begin, confirm, ...sending }
}

/** In fours, so that it can be typed from one device into another. */
export function inFours(secret: string): string {
  return secret.replace(/(.{4})(?!$)/g, '$1 ')
}

/** What a password must be like, as the house is set. */
export function usePasswordTerms() {
  const terms = shallowRef<PasswordTerms | null>(null)
  onMounted(async () => {
    terms.value = await passwordTerms().catch(() => null)
  })
  return terms
}

export function usePasswordChange(alert: Alert, done: () => void) {
  const entries = reactive({ old: '', password: '', again: '' })
  const terms = usePasswordTerms()
  const sending = useSending(alert)

  const change = () =>
    sending.send(faultsOf(entries), async () => {
      await changePassword(entries.old, entries.password)
      Object.assign(entries, { old: '', password: '', again: '' })
      done()
    })

  return { entries, terms, change, ...sending }
}

/** The house says whether a password will do; here only what needs no answer from it. */
export function faultsOf(entries: {
  old?: string
  password: string
  again: string
}): Record<string, string> {
  const faults: Record<string, string> = {}
  if (entries.old === '') faults.old = '请输入现在的密码'
  if (entries.password === '') faults.password = '请输入新密码'
  else if (entries.again !== entries.password) faults.again = '两次输入的密码不一样'
  return faults
}
