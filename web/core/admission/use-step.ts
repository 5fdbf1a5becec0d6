import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { draftsOf } from '../drafts'
import { isoDay } from '../format'
import { randomKey } from '../key'
import { staleOf } from '../merge'
import { Problem } from '../problem'
import { useResource } from '../resource'
import { session } from '../session'
import {
  takeStep,
  votersOf,
  type AdmissionView,
  type CatalogueStep,
  type StepWish,
  type StepView,
} from './api'
import { faultsIn, saidOf, sheetOf, type Sheet, type Typed } from './form'
import { newsBetween } from './map'
import { ballotFaults, newBallot, voteOf, type Ballot } from './vote'

/** What a political review found does not lie about on a device. */
const CONFIDENTIAL = 'review'
const ON = '@on'
const REASON = '@reason'
const BALLOT = '@ballot'

/** A date that breaks a rule, and that may stand with a reason. */
interface Explainable {
  rule: string | null
  says: string
  /** By the committee above; what is only entered late needs nobody's signature. */
  signed: boolean
}

export interface StepSitting {
  view: AdmissionView
  step: StepView
  form: CatalogueStep
  /** How it is sent; by whoever has the case unless it is one's own. */
  send?: (view: AdmissionView, wish: StepWish, key: string) => Promise<AdmissionView>
  done: (view: AdmissionView, said: string) => void
}

/** One sitting at the form of a step, without its looks. What is typed is a draft at once. */
export function useStep(sitting: StepSitting) {
  const { step, form } = sitting
  const place = `admissions/${sitting.view.id}-${step.name}`
  const names = [...form.fields.map(({ key }) => key), ON, REASON, BALLOT]
  const secrets = new Set(step.name === CONFIDENTIAL ? names : [BALLOT])
  const drafts = draftsOf(session.value?.account.id ?? '', place, secrets)

  const view = shallowRef(sitting.view)
  const on = ref<string | null>(isoDay(new Date()))
  const sheet = ref<Sheet>(sheetOf(form))
  const ballot = ref<Ballot>(newBallot())
  const reason = ref('')
  const explain = shallowRef<Explainable | null>(closedFor(step))
  const problem = shallowRef<Problem | null>(null)
  /** What somebody else did meanwhile; the form stands, and is sent again by its owner. */
  const news = shallowRef<string[]>([])
  const tried = ref(false)
  const busy = ref(false)
  const restored = ref<number | null>(null)
  let key = randomKey()
  recall()

  const votes = form.votes
  const voters = useResource(
    () => (votes && on.value !== null ? on.value : null),
    (day, signal) =>
      day === null ? Promise.resolve(null) : votersOf(sitting.view.organization.id, day, signal),
  )

  /** Who led, who kept the minutes and where it was is proposed until somebody says otherwise. */
  watch(voters.data, (due) => {
    const { chair, recorder, place, meeting } = ballot.value
    if (due === null || chair || recorder || place || meeting) return
    ballot.value = {
      ...ballot.value,
      chair: due.chair?.member ?? '',
      recorder: due.recorder?.member ?? '',
      place: due.place ?? '',
    }
  })

  const told = computed(() => {
    const faults = faultsIn(form, sheet.value, on.value)
    const due = voters.data.value
    if (due !== null) Object.assign(faults, ballotFaults(due, ballot.value))
    if (explain.value !== null && reason.value.trim() === '') faults.reason = '请写明情况和原因'
    return faults
  })
  const faults = computed(() => {
    const answered = problem.value === null ? {} : fieldsOf(problem.value)
    return tried.value ? { ...answered, ...told.value } : answered
  })

  function recall() {
    const held = drafts.all()
    const times = Object.values(held).map(({ at }) => at)
    restored.value = times.length === 0 ? null : Math.max(...times)
    for (const [name, { value }] of Object.entries(held)) {
      if (name === ON) on.value = value as string
      else if (name === REASON) reason.value = String(value ?? '')
      else if (name === BALLOT) ballot.value = JSON.parse(String(value)) as Ballot
      else if (name in sheet.value) sheet.value[name] = unpacked(value, sheet.value[name] ?? null)
    }
  }

  function keep(name: string, value: string | boolean | null) {
    key = randomKey()
    drafts.put(name, { value, from: null, version: view.value.version })
  }

  function put(name: string, value: Typed) {
    sheet.value = { ...sheet.value, [name]: value }
    keep(name, Array.isArray(value) ? JSON.stringify(value) : value)
  }
  function putDay(day: string | null) {
    on.value = day
    if (closedFor(step) === null) explain.value = null // another day may need no reason
    problem.value = null
    keep(ON, day)
  }
  function putReason(text: string) {
    reason.value = text
    keep(REASON, text)
  }
  function putBallot(change: Partial<Ballot>) {
    ballot.value = { ...ballot.value, ...change }
    keep(BALLOT, JSON.stringify(ballot.value))
  }

  function discard() {
    drafts.clear()
    restored.value = null
    sheet.value = sheetOf(form)
    ballot.value = newBallot()
    reason.value = ''
    on.value = isoDay(new Date())
  }

  function wish(): StepWish | null {
    const due = voters.data.value
    if (Object.keys(told.value).length > 0 || on.value === null) return null
    if (votes && due === null) return null
    return {
      on: on.value,
      reason: explain.value === null ? null : reason.value.trim(),
      fields: saidOf(form, sheet.value),
      vote: votes && due !== null ? voteOf(due, ballot.value) : null,
    }
  }

  /** True where it was taken. */
  async function send(): Promise<boolean> {
    tried.value = true
    problem.value = null
    news.value = []
    const sent = wish()
    if (sent === null || busy.value) return false
    busy.value = true
    try {
      const post = sitting.send ?? ((of, what, by) => takeStep(of, step.name, what, by))
      const after = await post(view.value, sent, key)
      drafts.clear()
      sitting.done(after, saidAfter(view.value, after, step.title))
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      meet(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function meet(refused: Problem) {
    key = randomKey()
    const stale = staleOf<AdmissionView>(refused)
    if (stale !== null) {
      const found = newsBetween(view.value, stale.current)
      news.value = found.length > 0 ? found : ['别的同志刚刚改动过这个人的材料']
      view.value = stale.current
      return
    }
    if ('reason' in fieldsOf(refused) && explain.value === null) {
      const says = refused.rule === undefined ? (fieldsOf(refused).reason ?? '') : refused.message
      explain.value = { rule: refused.rule ?? null, says, signed: refused.rule !== undefined }
      tried.value = false
      return
    }
    problem.value = refused
  }

  onScopeDispose(() => (problem.value = null))
  const state = { view, on, sheet, ballot, reason, explain, problem, news, faults, busy, restored }
  return { ...state, votes, voters, put, putDay, putReason, putBallot, discard, send }
}

/** A step that is shut today, but stands with a reason, begins with the question for it. */
const closedFor = ({ state, explainable, says, rule }: StepView): Explainable | null =>
  state === 'closed' && explainable && says !== null
    ? { rule: rule?.id ?? null, says, signed: true }
    : null

/** Whether a form may be opened for it at all. */
export const isTakeable = (step: StepView) =>
  step.mine && (step.state !== 'closed' || closedFor(step) !== null)

function unpacked(value: string | boolean | null, blank: Typed): Typed {
  if (!Array.isArray(blank)) return value
  try {
    const list: unknown = JSON.parse(String(value))
    return Array.isArray(list) ? list.map(String) : blank
  } catch {
    return blank
  }
}

/** `/fields/words` and `/on` by the key of the field, `/vote/…` at the ballot. */
function fieldsOf({ errors }: Problem): Record<string, string> {
  return Object.fromEntries(
    errors.map(({ pointer = '', detail = '' }) => {
      const [first = '', second] = pointer.replace(/^#?\//, '').split('/')
      if (first === 'vote') return ['vote/counts', detail]
      return [first === 'fields' && second !== undefined ? second : first, detail]
    }),
  )
}

function saidAfter(before: AdmissionView, after: AdmissionView, title: string): string {
  if (after.asked !== null && after.asked.id !== before.asked?.id) {
    return '情况说明已经提交，上级党委签字后这一步才算数。'
  }
  return after.stage === before.stage
    ? `“${title}”已登记。`
    : `“${title}”已登记，现在是${after.stageName}。`
}
