import { ref, type ShallowRef } from 'vue'
import { useResource } from '../resource'
import { renewSession } from '../session'
import {
  factorStanding,
  forgetPhone,
  rememberedPhones,
  renewRecoveryCodes,
  turnFactorOff,
} from './api'
import { useSending } from './form'

/** 账号与安全 without its looks: one's second factor, one's password, one's remembered phones. */
export function useSecurity(alert: Readonly<ShallowRef<HTMLElement | null>>) {
  const factor = useResource(() => 'factor', factorStanding)
  const phones = useResource(() => 'phones', rememberedPhones)
  const doing = ref<'password' | 'enrol' | 'off' | null>(null)
  const codes = ref<string[]>([])
  const password = ref('')
  const code = ref('')
  /** What was done. */
  const word = ref('')
  const { faults, refusal, busy, send } = useSending(alert)

  /** A new password forgets the phones, too. */
  async function settle(said: string) {
    doing.value = null
    codes.value = []
    password.value = code.value = ''
    word.value = said
    factor.reload()
    phones.reload()
    await renewSession()
  }

  const turnOff = () => {
    const found: Record<string, string> = {}
    if (password.value === '') found.password = '请输入密码'
    if (code.value.trim() === '') found.code = '请输入验证码'
    return send(found, async () => {
      await turnFactorOff(password.value, code.value)
      await settle('双重验证已经关闭。')
    })
  }

  const renew = () => send({}, async () => void (codes.value = await renewRecoveryCodes()))

  const forget = (id: string) =>
    send({}, async () => {
      await forgetPhone(id)
      await settle('不再记住那台手机，下次要用密码登录。')
    })

  const shown = { factor, phones, doing, codes, password, code, word, faults, refusal, busy }
  return { ...shown, settle, turnOff, renew, forget }
}
