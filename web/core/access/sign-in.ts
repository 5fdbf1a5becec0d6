import { computed, nextTick, onMounted, ref, type ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { about } from '../about'
import { formatWait } from '../format'
import { Problem } from '../problem'
import {
  closeSession,
  openSession,
  pending,
  renewSession,
  resumeSession,
  session,
} from '../session'
import { isWall, safeNext } from './next'

/** The page of signing in, without its looks; `alert` is where a refusal is read. */
export function useSignIn(alert: Readonly<ShallowRef<HTMLElement | null>>) {
  const route = useRoute()
  const router = useRouter()
  const username = ref('')
  const password = ref('')
  const faults = ref<{ username?: string; password?: string }>({})
  const refusal = ref('')
  const busy = ref(false)
  const remember = ref(false)
  /** What is still asked after the password. */
  const step = computed(() => pending.value?.state ?? null)
  const demo = computed(() => about.value?.demo)
  /** While the demonstration is being built nobody can sign in. */
  const unready = computed(() => demo.value?.state === 'loading' || demo.value?.state === 'failed')

  async function goOn() {
    const next = safeNext(route.query.next)
    if (isWall(next)) location.assign(next)
    else await router.replace(next)
  }

  async function signIn() {
    faults.value = {}
    refusal.value = ''
    if (username.value.trim() === '') faults.value.username = '请输入用户名'
    if (password.value === '') faults.value.password = '请输入密码'
    if (busy.value || faults.value.username || faults.value.password) return
    busy.value = true
    try {
      const answer = await openSession(username.value.trim(), password.value, remember.value)
      if (answer.state === 'open') await goOn()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await refuse(reasonOf(error))
    } finally {
      busy.value = false
    }
  }

  /** One of the steps is done: perhaps another follows. */
  async function stepped() {
    const answer = await renewSession()
    if (answer.state === 'open') await goOn()
  }

  /** Back to the name and the password. */
  async function giveUp() {
    password.value = ''
    await closeSession()
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

  return {
    username,
    password,
    remember,
    faults,
    refusal,
    busy,
    demo,
    unready,
    step,
    signIn,
    stepped,
    giveUp,
  }
}

function reasonOf(problem: Problem): string {
  if (problem.status === 401) return '用户名或密码不正确，请检查后再试。'
  if (problem.status !== 429) return problem.message
  const wait = problem.retryAfter === null ? '稍后' : ` ${formatWait(problem.retryAfter)}后`
  return `试错次数太多，为保护账号暂停登录，请${wait}再试。`
}
