import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { draftsOf, type Drafts } from '@core/drafts'
import { randomKey } from '@core/edit'
import {
  editMeeting,
  proposalOf,
  recordMeeting,
  type MeetingEntry,
  type MeetingView,
  type Proposal,
} from '@core/meeting/api'
import {
  ANY_DAY,
  faultsOf,
  keepTyped,
  recordingOf,
  saidIn,
  saidOf,
  typedIn,
  typedOf,
  type Recording,
} from '@core/meeting/recording'
import { staleOf, type Choice, type Question } from '@core/merge'
import { Problem } from '@core/problem'
import { useResource } from '@core/resource'
import { session } from '@core/session'
import { mergedOf, questionBetween } from './merging'

/** Whose and which meeting: what is null is proposed. */
export interface Asked {
  organization: string
  type: string | null
  on: string | null
}

/** Reasons of absence do not lie about on a device, nor does what two people talked of. */
const FLEETING: readonly string[] = ['away', 'guests']
const CONFIDENTIAL = 'talk'

/** One sitting at the record of a meeting: a new one, or one to be put right. */
export function useRecording(asked: () => Asked, view: MeetingView | null) {
  const whole = useResource(asked, ({ organization, type, on }, signal) =>
    proposalOf(organization, type, on, { signal }),
  )
  const proposal = computed<Proposal | null>(() => {
    const it = whole.data.value
    if (it === null || view === null) return it
    // Whom the record names stays in it, also when the register says no more that they are here.
    const all = [...it.hosted, ...(base.value ?? view).roll.hosted]
    const hosted = [...new Map(all.map((one) => [one.member, one])).values()]
    return { ...it, hosted, agenda: base.value?.agenda ?? it.agenda, late: view.late }
  })
  const base = shallowRef(view)
  const typed = shallowRef<Partial<Recording>>(view === null ? {} : typedOf(said(view)))
  const restored = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const question = shallowRef<Question<MeetingView> | null>(null)
  const busy = ref(false)
  const tried = ref(false)
  let drafts: Drafts | null = null
  let key = randomKey()

  const place = computed(() => {
    if (view !== null) return `meetings/${view.id}`
    const it = proposal.value
    return it === null ? null : `meetings/${asked().organization}-${it.type}`
  })
  watch(place, begin, { immediate: true })

  /** What was typed here before stands again; what was just typed comes along from another type. */
  function begin(place: string | null) {
    if (place === null) return
    const brought = drafts?.all() ?? {}
    drafts?.clear()
    drafts = draftsOf(session.value?.account.id ?? '', place, new Set(FLEETING))
    const held = drafts.all()
    const times = Object.values(held).map(({ at }) => at)
    restored.value = times.length === 0 ? null : Math.max(...times)
    typed.value = { ...typed.value, ...typedIn(held) }
    if (proposal.value?.type === CONFIDENTIAL) return
    for (const [field, draft] of Object.entries(brought)) {
      if (!(field in held)) drafts.put(field, draft)
    }
  }

  const now = computed(() =>
    proposal.value === null ? null : recordingOf(proposal.value, typed.value),
  )
  const faults = computed(() => {
    if (!tried.value || proposal.value === null || now.value === null) return {}
    const told = faultsOf(proposal.value, now.value, ANY_DAY)
    return { ...problem.value?.byField, ...told }
  })

  function put<Name extends keyof Recording>(field: Name, value: Recording[Name]) {
    typed.value = { ...typed.value, [field]: value }
    key = randomKey()
    const kept = proposal.value?.type !== CONFIDENTIAL && drafts !== null
    if (kept && drafts !== null) keepTyped(drafts, field, value)
  }

  function discard() {
    drafts?.clear()
    restored.value = null
    typed.value = base.value === null ? {} : typedOf(said(base.value))
  }

  /** What is sent, or null where something has to be put right first. */
  function entry() {
    tried.value = true
    problem.value = null
    const [it, sheet] = [proposal.value, now.value]
    if (it === null || sheet === null || Object.keys(faults.value).length > 0) return null
    return withNames(saidOf(it, sheet), base.value)
  }

  async function save(state: 'held' | 'noticed'): Promise<MeetingView | null> {
    const sent = entry()
    if (sent === null || busy.value) return null
    busy.value = true
    try {
      const { id, version } = base.value ?? { id: null, version: 0 }
      const saved =
        id === null
          ? await recordMeeting(asked().organization, { ...sent, state }, key)
          : await editMeeting(id, sent, version)
      drafts?.clear()
      return saved
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return await meet(error, state)
    } finally {
      busy.value = false
    }
  }

  /** Somebody else was faster: where the two do not touch each other, it is sent again. */
  async function meet(refused: Problem, state: 'held' | 'noticed'): Promise<MeetingView | null> {
    const stale = staleOf<MeetingView>(refused)
    if (stale === null || base.value === null || proposal.value === null) {
      problem.value = refused
      return null
    }
    const raised = questionBetween(sides(stale.current), proposal.value, stale)
    if (raised.asked.length > 0) {
      question.value = raised
      return null
    }
    take(stale.current, {})
    busy.value = false
    return save(state)
  }

  const sides = (current: MeetingView) => ({
    from: typedOf(said(base.value ?? current)),
    mine: typed.value,
    theirs: typedOf(said(current)),
  })

  function take(current: MeetingView, choices: Readonly<Record<string, Choice>>) {
    typed.value = mergedOf(sides(current), choices)
    base.value = current
  }

  async function answer(choices: Record<string, Choice>): Promise<MeetingView | null> {
    const current = question.value?.stale.current
    question.value = null
    if (current === undefined) return null
    take(current, choices)
    return save('held')
  }

  onScopeDispose(() => (question.value = null))
  const state = { proposal, now, faults, problem, question, busy, restored, typed, base }
  return { ...state, loading: whole, put, discard, save, answer }
}

const said = (view: MeetingView) => saidIn(view)

/** Who chaired or wrote without being a member keeps the name, unless somebody was chosen. */
function withNames<Entry extends MeetingEntry>(sent: Entry, before: MeetingView | null): Entry {
  if (before === null) return sent
  const kept = (side: 'chair' | 'recorder') => {
    const was = before[side]
    return sent[side] == null && was !== null && was.member === null
      ? { name: was.name }
      : sent[side]
  }
  return { ...sent, chair: kept('chair') ?? null, recorder: kept('recorder') ?? null }
}
