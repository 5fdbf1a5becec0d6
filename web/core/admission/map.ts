import { formatDate } from '../format'
import type { AdmissionView, GateView, RuleWord, StepView } from './api'
import { daysBetween, dueWords, isOver, spanWords, waitedWords } from './words'

/** How a step stands on the map. `now`: it can be taken; `barred`: its turn, but something is missing. */
export type StepMark = 'done' | 'now' | 'barred' | 'ahead'

export interface MapStep {
  code: string
  number: string
  title: string
  mark: StepMark
  /** Said with the shape, so that neither colour nor shape stands alone. */
  markName: string
  on: string | null
  times: number
  /** Who, without what stands beside it in brackets. */
  byName: string
  due: string
  late: boolean
}

export type GateMark = 'done' | 'current' | 'ahead' | 'stopped'

export interface MapGate {
  gate: string
  name: string
  mark: GateMark
  markName: string
  from: string | null
  to: string | null
  /** How long it took, or has taken so far. */
  span: string
  steps: MapStep[]
}

/** What is missing before a step whose turn it is can be taken. */
export interface Lack {
  code: string
  title: string
  says: string
  remedy: string
  rule: RuleWord | null
  explainable: boolean
}

/** What comes now: who must act, since when, until when. */
export interface Waiting {
  title: string
  who: string
  /** How long it has waited, or from when on it can be done. */
  waited: string
  due: string
  late: boolean
}

export interface ProgressMap {
  gates: MapGate[]
  waiting: Waiting | null
  lacking: Lack[]
  over: boolean
  done: number
  total: number
}

const markNames: Record<StepMark, string> = {
  done: '已办',
  now: '可以办',
  barred: '还缺条件',
  ahead: '以后办',
}
const gateNames: Record<GateMark, string> = {
  done: '已完成',
  current: '正在办',
  ahead: '还没到',
  stopped: '到此为止',
}

/** One picture of the way: its gates with their days, and what the case waits for. Judges nothing. */
export function mapOf(view: AdmissionView, today: string): ProgressMap {
  const over = isOver(view.stage)
  const numbered = view.steps.filter(({ number }) => number !== '')
  return {
    gates: view.gates.map((gate) => gateOf(gate, view, over, today)),
    waiting: over || !view.next ? null : waitingOf(view, today),
    lacking: over ? [] : lackingOf(view),
    over,
    done: numbered.filter(({ state }) => state === 'done').length,
    total: numbered.length,
  }
}

function gateOf(gate: GateView, view: AdmissionView, over: boolean, today: string): MapGate {
  const stopped = over && view.stage !== 'archived' && gate.gate === lastWalked(view)
  const mark = stopped ? 'stopped' : (gate.state as GateMark)
  const until = gate.to ?? (stopped ? view.since : today)
  const begun = gate.from !== null && mark !== 'ahead'
  return {
    gate: gate.gate,
    name: gate.name,
    mark,
    markName: gateNames[mark],
    from: gate.from,
    to: gate.to,
    span: begun && gate.from !== null ? spanWords(daysBetween(gate.from, until)) : '',
    steps: view.steps
      .filter((step) => step.gate === gate.gate && (step.number || step.name === view.nextStep))
      .map((step) => stepOf(step, view.nextStep, over)),
  }
}

/** The gate at which the way ended before membership. */
const lastWalked = ({ gates }: AdmissionView) =>
  [...gates].reverse().find(({ state }) => state === 'done')?.gate

function stepOf(step: StepView, next: string | null, over: boolean): MapStep {
  const mark = markOf(step, next, over)
  return {
    code: step.name,
    number: step.number,
    title: step.title,
    mark,
    markName: markNames[mark],
    on: step.on,
    times: step.times,
    byName: step.byName.replace(/（[^）]*）/g, ''),
    due: mark === 'done' ? '' : dueWords(step.due, step.late),
    late: step.late && mark !== 'done',
  }
}

/** What was taken and waits again, such as the next half-yearly assessment, is not done with. */
function markOf(step: StepView, next: string | null, over: boolean): StepMark {
  if (over) return step.state === 'done' ? 'done' : 'ahead'
  if (step.state === 'done') return step.name === next ? 'now' : 'done'
  if (step.state === 'open') return 'now'
  return lacks(step, next) ? 'barred' : 'ahead'
}

/** It is its turn and something is missing, or a reason may stand in; others only come later. */
const lacks = ({ state, name, says, explainable }: StepView, next: string | null) =>
  state === 'closed' && says !== null && (explainable || name === next)

const waitingOf = (view: AdmissionView, today: string): Waiting => ({
  title: view.next ?? '',
  who: view.waitsForName ?? '',
  waited: waitedWords(view.waitingDays, view.since, today, view.due),
  due: dueWords(view.due, view.late),
  late: view.late,
})

/** Why the next steps are shut, each reason once. */
function lackingOf(view: AdmissionView): Lack[] {
  const found = view.steps
    .filter((step) => lacks(step, view.nextStep))
    .map((step) => ({
      code: step.name,
      title: step.title,
      says: step.says ?? '',
      remedy: step.remedy ?? '',
      rule: step.rule,
      explainable: step.explainable,
    }))
  return found.filter(({ says }, at) => found.findIndex((it) => it.says === says) === at)
}

/** Steps that the reader can take now; some can be taken again, such as an assessment. */
export const openSteps = (view: AdmissionView) =>
  view.steps
    .filter(({ state, mine }) => state !== 'closed' && mine)
    .map((step) => ({ ...step, again: step.times > 0 }))

/** Open, but somebody else's. */
export const othersSteps = (view: AdmissionView) =>
  view.steps.filter(({ state, mine }) => state === 'open' && !mine)

/** What somebody else has entered since: told to whoever came second. */
export function newsBetween(before: AdmissionView, after: AdmissionView): string[] {
  const known = new Set(before.taken.map(({ id }) => id))
  const news = after.taken
    .filter(({ id }) => !known.has(id))
    .map(({ title, on, name }) => `${name}登记了“${title}”（${formatDate(on)}）`)
  if (before.stage !== after.stage) news.push(`现在是${after.stageName}`)
  if ((before.asked?.id ?? null) !== (after.asked?.id ?? null)) {
    news.push(after.asked === null ? '情况说明已经办结' : `${after.asked.name}提出了情况说明`)
  }
  return news
}
