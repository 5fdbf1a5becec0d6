import { formatDate, formatNumber, formatTime } from '../format'
import type { ChangeState, ChangeView, Preview } from './api'

export const stateWords: Record<ChangeState, string> = {
  draft: '草稿',
  requested: '已请示',
  approved: '已批复',
  planned: '待生效',
  applied: '已生效',
  filed: '已备案',
  refused: '未批准',
  withdrawn: '已撤回',
}

/** The look of a state: done, due, late, or neutral. Its word says the same. */
export function toneOf(state: ChangeState): 'done' | 'due' | 'late' | 'neutral' {
  if (state === 'filed' || state === 'applied') return 'done'
  if (state === 'requested' || state === 'approved') return 'due'
  return state === 'refused' ? 'late' : 'neutral'
}

/** Whether a change may still take place: only then can it be previewed. */
export function isComing(state: ChangeState): boolean {
  return ['draft', 'requested', 'approved', 'planned'].includes(state)
}

/** A gate of the way from the first draft to the filing. */
export interface Gate {
  name: string
  state: 'done' | 'now' | 'open' | 'stopped' | 'passed-by'
  says: string
}

const ended = (state: ChangeState) => state === 'refused' || state === 'withdrawn'

/** Where a change stands: each gate with its day and who went through it. */
export function gatesOf(it: ChangeView): Gate[] {
  const by = (who: string | null) => (who === null ? '' : ` ${who}`)
  const gates: Gate[] = [
    { name: '拟稿', state: 'done', says: `${formatTime(it.made.at)}${by(it.made.by)}` },
    requestGate(it, by),
    decisionGate(it, by),
    effectGate(it),
    it.filing
      ? { name: '备案', state: 'done', says: `${formatDate(it.filing.on)}${by(it.filing.by)}` }
      : { name: '备案', state: 'open', says: '' },
  ]
  const next = gates.findIndex(({ state }) => state === 'open')
  if (ended(it.state)) return gates
  return gates.map((gate, at) => (at === next ? { ...gate, state: 'now' } : gate))
}

function requestGate({ request, decision }: ChangeView, by: (who: string | null) => string): Gate {
  const name = '请示'
  if (request) return { name, state: 'done', says: `${formatTime(request.at)}${by(request.by)}` }
  return decision
    ? { name, state: 'passed-by', says: '由上级直接决定' }
    : { name, state: 'open', says: '' }
}

function decisionGate(
  { decision, refusal, state }: ChangeView,
  by: (who: string | null) => string,
): Gate {
  const name = '批复'
  if (refusal) {
    return { name, state: 'stopped', says: `${formatTime(refusal.at)}${by(refusal.by)} 不批准` }
  }
  if (state === 'withdrawn' && !decision) return { name, state: 'stopped', says: '已撤回' }
  return decision
    ? { name, state: 'done', says: `${formatDate(decision.on)} ${decision.number ?? ''}`.trim() }
    : { name, state: 'open', says: '' }
}

function effectGate({ state, appliedAt, effectiveOn, blocked, decision }: ChangeView): Gate {
  const name = '生效'
  if (appliedAt !== null) return { name, state: 'done', says: formatDate(effectiveOn) }
  if (blocked !== null) return { name, state: 'stopped', says: '到了日子没有生效' }
  if (state === 'withdrawn' && decision) return { name, state: 'stopped', says: '已撤回' }
  const says = ended(state) ? '' : `定于${formatDate(effectiveOn)}`
  return { name, state: 'open', says }
}

/** What a change comes to, in one sentence: said before it is decided or carried out. */
export function consequence(preview: Preview, effectiveOn: string): string {
  const count = (what: string) => preview.organizations.filter((it) => it.what === what).length
  const parts = [
    [count('new'), '个党组织新设'],
    [count('ended'), '个党组织撤销'],
    [count('moved'), '个党组织调整隶属'],
    [count('renamed'), '个党组织更名'],
    [count('kind'), '个党组织改类别'],
    [preview.members.total, '名党员转到新的党组织'],
    [preview.posts.length, '个职务终止'],
    [preview.rights.length, '项权限变动'],
  ] as const
  const said = parts.filter(([number]) => number > 0)
  if (said.length === 0) return `${formatDate(effectiveOn)}起生效，没有人员变动。`
  return `${formatDate(effectiveOn)}起，${said
    .map(([number, words]) => `${formatNumber(number)} ${words}`)
    .join('，')}。`
}
