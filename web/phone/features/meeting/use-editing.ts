import { computed, ref, shallowRef } from 'vue'
import { draftsOf } from '@core/drafts'
import { isoDay } from '@core/format'
import { editMeeting, type MeetingView, type Proposal } from '@core/meeting/api'
import {
  ANY_DAY,
  faultsOf,
  keepTyped,
  recordingOf,
  saidIn,
  saidOf,
  secretOf,
  typedIn,
  typedOf,
  votersOf,
  type Recording,
} from '@core/meeting/recording'
import { staleOf, type Choice, type Question } from '@core/merge'
import { Problem } from '@core/problem'
import { session } from '@core/session'
import { remember } from '../../kit/finder'

/** Fields whose two sides the server tells, and where each stands in the form. */
const FIELD_OF: Record<string, keyof Recording> = { absent: 'away' }

/** States in which it is still to come. */
const CALLED: readonly string[] = ['planned', 'noticed', 'short']

/** A sitting at minutes that stand already; whoever else has changed them is heard first. */
export function useEditing(first: MeetingView, proposal: () => Proposal) {
  const drafts = draftsOf(session.value?.account.id ?? '', `meetings/${first.id}`, secretOf(first))
  const held = drafts.all()
  for (const { member, name } of first.roll.guests) remember(member, name)
  const view = shallowRef(first)
  const typed = shallowRef<Partial<Recording>>(typedIn(held))
  const restored = ref(Object.values(held).length > 0)
  const faults = ref<Record<string, string>>({})
  const problem = shallowRef<Problem | null>(null)
  const question = shallowRef<Question<MeetingView> | null>(null)
  const busy = ref(false)

  /** Who was due stays as it was on the day it was recorded. */
  const base = computed<Proposal>(() => {
    const known = new Map(proposal().due.map((one) => [one.member, one]))
    const due = view.value.roll.due.map(({ member, name, mark }) => {
      const exempt = mark === 'exempt' ? { rule: 'R-EDU-07', says: '不作硬性要求' } : null
      const nobody = { status: 'full', floating: false, group: null }
      return known.get(member) ?? { member, name, exempt, ...nobody }
    })
    const hosted = [...proposal().hosted, ...view.value.roll.hosted]
    const { agenda, late } = view.value
    const points = agenda.length > 0 ? agenda : proposal().agenda
    return { ...proposal(), due, hosted: unique(hosted), agenda: points, late }
  })
  const now = computed(() =>
    recordingOf(base.value, { ...typedOf(saidIn(view.value)), ...typed.value }),
  )
  const voters = computed(() => votersOf(base.value, now.value))

  function set(field: keyof Recording, value: unknown) {
    typed.value = { ...typed.value, [field]: value }
    delete faults.value[field]
    keepTyped(drafts, field, value)
  }

  /** Somebody from elsewhere is known by name alone, and stays. */
  function body() {
    const said = saidOf(base.value, now.value)
    const { chair, recorder } = view.value
    const stays = (one: typeof chair) => (one?.member === null ? one : null)
    return {
      ...said,
      chair: said.chair ?? stays(chair),
      recorder: said.recorder ?? stays(recorder),
    }
  }

  async function save(): Promise<boolean> {
    const called = CALLED.includes(view.value.state)
    faults.value = faultsOf(base.value, now.value, called ? ANY_DAY : isoDay(new Date()))
    problem.value = null
    if (busy.value || Object.keys(faults.value).length > 0) return false
    busy.value = true
    try {
      await editMeeting(first.id, body(), view.value.version)
      drafts.clear()
      return true
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const stale = staleOf<MeetingView>(error)
      if (stale === null) problem.value = error
      else question.value = { stale, asked: stale.conflicts, taken: [] }
      return false
    } finally {
      busy.value = false
    }
  }

  /** What I chose of mine stays mine; the rest is as the other left it. */
  function answer(choices: Record<string, Choice>): Promise<boolean> {
    const raised = question.value
    question.value = null
    if (raised === null) return Promise.resolve(false)
    const mine = raised.asked
      .filter(({ field }) => choices[field] === 'mine')
      .map(({ field }) => FIELD_OF[field] ?? (field as keyof Recording))
    const kept = now.value
    view.value = raised.stale.current
    typed.value = Object.fromEntries(mine.map((field) => [field, kept[field]]))
    return save()
  }

  function discard() {
    drafts.clear()
    typed.value = {}
    restored.value = false
  }

  const state = { now, voters, faults, problem, question, busy, restored, base }
  return { ...state, set, save, answer, discard }
}

function unique<One extends { member: string }>(people: One[]): One[] {
  return [...new Map(people.map((one) => [one.member, one])).values()]
}
