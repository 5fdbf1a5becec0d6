import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import {
  draftChange,
  patchChange,
  previewOf,
  type ChangeContent,
  type ChangeView,
  type Preview,
  type PreviewRefusal,
} from '@core/change/api'
import { lackOf, ordered, plain } from '@core/change/steps'
import { dayOf } from '@core/day'
import { draftsOf } from '@core/drafts'
import { randomKey } from '@core/edit'
import { staleOf, type Stale } from '@core/merge'
import { Problem } from '@core/problem'
import type { Names } from './names'

/** Long enough that a sentence typed at ease is saved once. */
const PAUSE = 1500
const FIELD = 'draft'

/** What a save was refused for, at the step or the field it stands in. */
export function refusalsOf({ errors, rule, cites }: Problem) {
  const steps: PreviewRefusal[] = []
  const fields: Record<string, string> = {}
  for (const { pointer = '', detail = '' } of errors) {
    const at = /^#?\/steps\/(\d+)/.exec(pointer)
    const name = pointer.replace(/^#?\//, '')
    if (at === null && ['title', 'effectiveOn', 'reason', 'steps'].includes(name)) {
      fields[name] = detail
    } else {
      const basis =
        rule === undefined ? { rule: null, cites: null } : { rule, cites: cites.join('，') }
      const step = at === null ? -1 : Number(at[1])
      steps.push({ step, pointer, says: detail, remedy: null, ...basis })
    }
  }
  return { steps, fields }
}

/** `structuredClone` is younger than the browsers we serve. */
function copyOf(content: ChangeContent): ChangeContent {
  return JSON.parse(JSON.stringify(content)) as ChangeContent
}

export function contentOf(view: ChangeView, names: Names): ChangeContent {
  const { title, effectiveOn, reason } = view
  return { title, effectiveOn, reason, steps: view.steps.map((step) => plain(step, names.learn)) }
}

/** What a draft still lacks before it can be kept on the server. */
export function lackOfDraft({ title, effectiveOn, reason, steps }: ChangeContent) {
  const lacks: Record<string, string> = {}
  if (title.trim() === '') lacks.title = '请填写这份调整叫什么'
  if (dayOf(effectiveOn) === null) lacks.effectiveOn = '请填写完整的日期，如 2026-07-01'
  if (reason.trim() === '') lacks.reason = '请填写理由'
  if (steps.length === 0) lacks.steps = '请写明调整什么'
  if (steps.some((step) => Object.keys(lackOf(step)).length > 0)) lacks.steps = '有一步还没有写完'
  return lacks
}

/**
 * A sitting at a draft: what is typed is on this device at once, and on the server as soon as it
 * is whole; then the preview says what stands in its way.
 */
export function useDraft(
  account: string,
  organization: string,
  view: ChangeView | null,
  names: Names,
) {
  const kept = draftsOf(account, `changes/${view?.id ?? `new-${organization}`}`, new Set())
  const current = shallowRef(view)
  const empty: ChangeContent = { title: '', effectiveOn: '', reason: '', steps: [] }
  const begun = view === null ? empty : contentOf(view, names)
  const content = reactive<ChangeContent>(copyOf(begun))
  const saved = ref(view === null ? '' : JSON.stringify(begun))
  const restored = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const stale = shallowRef<Stale<ChangeView> | null>(null)
  const preview = shallowRef<Preview | null>(null)
  const busy = ref(false)
  const savedAt = ref<string | null>(null)
  let key = { text: '', key: '' }
  let timer: ReturnType<typeof setTimeout> | undefined

  const lacks = computed(() => lackOfDraft(content))
  const whole = computed(() => Object.keys(lacks.value).length === 0)
  const changed = computed(() => JSON.stringify(sendable()) !== saved.value)

  function sendable(): ChangeContent {
    const { title, effectiveOn, reason, steps } = content
    return { title: title.trim(), effectiveOn, reason: reason.trim(), steps: ordered(steps) }
  }

  function restore() {
    const draft = kept.all()[FIELD]
    if (draft === undefined || typeof draft.value !== 'string') return
    Object.assign(content, JSON.parse(draft.value))
    restored.value = draft.at
  }
  restore()

  function keep() {
    const { version = 0 } = current.value ?? {}
    if (!changed.value) kept.clear()
    else kept.put(FIELD, { value: JSON.stringify(content), from: saved.value, version })
  }

  watch(content, () => {
    keep()
    clearTimeout(timer)
    if (stale.value === null) timer = setTimeout(() => void save(), PAUSE)
  })
  onBeforeUnmount(() => clearTimeout(timer))

  /** Answers whether what stands in the draft is on the server now. */
  async function save(): Promise<boolean> {
    clearTimeout(timer)
    if (!whole.value || busy.value) return false
    if (!changed.value && current.value !== null) return true
    busy.value = true
    problem.value = null
    try {
      await send()
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      stale.value = staleOf<ChangeView>(error)
      if (stale.value === null) problem.value = error
      return false
    } finally {
      busy.value = false
    }
  }

  async function send() {
    const body = sendable()
    const text = JSON.stringify(body)
    if (key.text !== text) key = { text, key: randomKey() }
    const { value: before } = current
    current.value =
      before === null
        ? await draftChange(organization, body, key.key)
        : await patchChange(before.id, before.version, body)
    saved.value = text
    savedAt.value = new Date().toISOString()
    keep()
    preview.value = await previewOf(current.value.id)
  }

  /** Somebody else has saved the draft meanwhile: one of the two goes on. */
  function settle(mine: boolean) {
    if (stale.value === null) return
    const { current: theirs, version } = stale.value
    current.value = { ...theirs, version }
    const stands = contentOf(theirs, names)
    saved.value = JSON.stringify(stands)
    if (!mine) Object.assign(content, copyOf(stands))
    stale.value = null
    if (mine) void save()
    else keep()
  }

  function discard() {
    kept.clear()
    Object.assign(content, copyOf(begun))
    restored.value = null
    problem.value = null
  }

  if (view !== null)
    void previewOf(view.id).then(
      (it) => (preview.value = it),
      () => undefined,
    )
  const state = { content, current, lacks, whole, changed, restored, problem, stale, preview }
  return { ...state, busy, savedAt, save, settle, discard }
}

export type Draft = ReturnType<typeof useDraft>
