import { computed, nextTick, onMounted, ref, type ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { about } from '../about'
import { formatWait } from '../format'
import { Problem } from '../problem'
import { openSession, resumeSession, session, type Session } from '../session'
import { safeNext } from './next'

/** The page of signing in, without its looks; `alert` is where a refusal is read. */
export function useSignIn(alert: Readonly<ShallowRef<HTMLElement | null>>) {
  const route = useRoute()
  const router = useRouter()
  const username = ref('')
  const password = ref('')
  const faults = ref<{ username?: string; password?: string }>({})
  const refusal = ref('')
  const busy = ref(false)
  const demo = computed(() => about.value?.demo)
  /** While the demonstration is being built nobody can sign in. */
  const unready = computed(() => demo.value?.state === 'loading' || demo.value?.state === 'failed')

  async function goOn() {
    await router.replace(safeNext(route.query.next))
  }

  async function signIn() {
    faults.value = {}
    refusal.value = ''
    if (username.value.trim() === '') faults.value.username = '请输入用户名'
    if (password.value === '') faults.value.password = '请输入密码'
    if (busy.value || faults.value.username || faults.value.password) return
    busy.value = true
    try {
      const answer = await openSession(username.value.trim(), password.value)
      if (answer.state === 'open') await goOn()
      else await refuse(stillAsked[answer.state])
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await refuse(reasonOf(error))
    } finally {
      busy.value = false
    }
  }

  async function refuse(reason: string) {
    refusal.value = reason
    await nextTick()
    alert.value?.focus()
  }

  onMounted(async () => {
    await resumeSession()
    if (session.value !== null) await goOn()
  })

  return { username, password, faults, refusal, busy, demo, unready, signIn }
}

const stillAsked: Record<Exclude<Session['state'], 'open'>, string> = {
  'second-factor': '用户名和密码正确。这个账号还要第二重验证，本版本尚未提供，请与系统管理员联系。',
  'password-change': '用户名和密码正确。这个账号要先更换密码，本版本尚未提供，请与系统管理员联系。',
}

function reasonOf(problem: Problem): string {
  if (problem.status === 401) return '用户名或密码不正确，请检查后再试。'
  if (problem.status !== 429) return problem.message
  const wait = problem.retryAfter === null ? '稍后' : ` ${formatWait(problem.retryAfter)}后`
  return `试错次数太多，为保护账号暂停登录，请${wait}再试。`
}
