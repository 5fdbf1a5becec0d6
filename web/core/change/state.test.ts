import { expect, test } from 'vitest'
import type { ChangeView, Preview } from './api'
import { consequence, gatesOf } from './state'

const draft: ChangeView = {
  id: 'c1',
  version: 1,
  organization: { id: 't', name: '蔚汾镇党委' },
  title: '三村合并',
  state: 'draft',
  stateLabel: '草稿',
  effectiveOn: '2026-12-01',
  reason: '',
  steps: [],
  made: { by: '王安', at: '2026-11-20T01:00:00Z' },
  request: null,
  decision: null,
  refusal: null,
  filing: null,
  withdrawal: null,
  appliedAt: null,
  blocked: null,
  open: [],
  documents: [],
}
const decision = {
  by: '李石',
  at: '2026-11-22T01:00:00Z',
  on: '2026-11-22',
  number: '蔚发〔2026〕12号',
  meeting: '党委会',
  note: null,
}
const states = (it: ChangeView) => gatesOf(it).map(({ name, state }) => `${name} ${state}`)

test('the next gate is where a change stands now', () => {
  expect(states(draft)).toEqual(['拟稿 done', '请示 now', '批复 open', '生效 open', '备案 open'])
  const planned: ChangeView = { ...draft, state: 'planned', decision }
  expect(states(planned)).toEqual([
    '拟稿 done',
    '请示 passed-by',
    '批复 done',
    '生效 now',
    '备案 open',
  ])
})

test('what was refused, withdrawn or blocked says so where it stopped', () => {
  const refusal = { ...decision, note: '人数不够' }
  expect(states({ ...draft, state: 'refused', refusal })[2]).toBe('批复 stopped')
  expect(states({ ...draft, state: 'withdrawn', decision })[3]).toBe('生效 stopped')
  expect(states({ ...draft, state: 'planned', decision, blocked: '…' })[3]).toBe('生效 stopped')
})

test('a change is summed up in one sentence', () => {
  const nothing: Preview = {
    fingerprint: 'f',
    organizations: [],
    members: { total: 0, moves: [] },
    posts: [],
    rights: [],
    bodies: [],
    duties: [],
    warnings: [],
    refusals: [],
  }
  expect(consequence(nothing, '2026-12-01')).toBe('2026年12月1日起生效，没有人员变动。')
  const unnamed = { id: null, ref: null, before: null, after: null }
  const merged: Preview = {
    ...nothing,
    organizations: [
      { ...unnamed, id: 'a', name: '甲', what: 'ended' },
      { ...unnamed, name: '丙', what: 'new' },
    ],
    members: { total: 56, moves: [] },
  }
  expect(consequence(merged, '2026-12-01')).toBe(
    '2026年12月1日起，1 个党组织新设，1 个党组织撤销，56 名党员转到新的党组织。',
  )
})
