import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { randomKey } from '@core/edit'
import { isoDay } from '@core/format'
import { Problem } from '@core/problem'
import {
  addRequest,
  approversOf,
  previewRequest,
  stepRequest,
  type RequestPreview,
  type RequestView,
  type Wish,
} from '@core/request/api'
import { byPointer } from '@core/request/text'
import { useResource } from '@core/resource'
import { session } from '@core/session'

const PAUSE = 500

export const labels: Record<string, string> = {
  title: '题目',
  document: '依据的文件',
  article: '依据的条款',
  purpose: '用途',
  items: '填报什么',
  frequency: '多久报一次',
  from: '从哪一天起',
  days: '每期几天内填报',
  until: '截止日',
  minutes: '填报一次大约几分钟',
  target: '向哪些党组织提出',
  approver: '批准人',
  ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((at) => [`items/${at}/label`, `第 ${at + 1} 项`])),
}

/** A request in the making: what speaks against it and what it takes is told while one types. */
export function useWish() {
  const own = session.value?.organization?.id ?? null
  const wish = reactive<Wish>({
    organization: own,
    title: '',
    document: '',
    article: '',
    purpose: '',
    items: [{ label: '', kind: 'number' }],
    frequency: null,
    from: isoDay(new Date()),
    days: 10,
    until: null,
    minutes: null,
    target: { top: own, kinds: [] },
    approver: null,
  })
  const preview = shallowRef<RequestPreview | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** Before that, what is missing is not told: it is not a fault yet. */
  const tried = ref(false)
  const approvers = useResource(
    () => wish.organization,
    (id, signal) => (id === null ? Promise.resolve([]) : approversOf(id, signal)),
  )
  const key = randomKey()
  let timer = 0
  let running = new AbortController()

  watch(wish, () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void look(), PAUSE)
  })
  void look()

  async function look() {
    running.abort()
    const mine = (running = new AbortController())
    try {
      const told = await previewRequest(wish, mine.signal)
      if (mine === running) {
        preview.value = told
        problem.value = null
      }
    } catch (error) {
      if (mine !== running || mine.signal.aborted) return
      if (!(error instanceof Problem)) throw error
      problem.value = error
    }
  }

  const all = computed(() => byPointer(preview.value?.faults ?? []))
  /** What is missing waits until it is sent; what is wrong with what stands there does not. */
  const faults = computed(() =>
    Object.fromEntries(Object.entries(all.value).filter(([name]) => tried.value || filled(name))),
  )

  function filled(pointer: string): boolean {
    const [name, at, part] = pointer.split('/')
    if (name === 'items') {
      return at !== undefined && part === 'label' && (wish.items[Number(at)]?.label ?? '') !== ''
    }
    if (name === 'target') return wish.target.top !== null
    const value = (wish as unknown as Record<string, unknown>)[name ?? '']
    return value !== null && value !== '' && value !== undefined
  }

  /** Kept, and put before who approves. */
  async function send(): Promise<RequestView | null> {
    tried.value = true
    await look()
    if (problem.value !== null || (preview.value?.faults.length ?? 1) > 0) return null
    busy.value = true
    try {
      const made = await addRequest(wish, key)
      return await stepRequest(made.id, 'submit')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problem.value = error
      return null
    } finally {
      busy.value = false
    }
  }

  return { wish, preview, problem, busy, tried, faults, approvers: approvers.data, send }
}
