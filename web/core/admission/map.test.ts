import { expect, test } from 'vitest'
import { mapOf, newsBetween, openSteps, othersSteps } from './map'
import { sample, step } from './sample'

const today = '2026-04-10'

test('the gates stand in their order, each with what it took or has taken so far', () => {
  const { gates } = mapOf(sample(), today)
  expect(gates.map(({ mark, span }) => [mark, span])).toEqual([
    ['done', '40 天'],
    ['current', '2 个月'],
    ['ahead', ''],
  ])
})

test('a step is done, can be taken, lacks something, or is beyond', () => {
  const steps = mapOf(sample(), today).gates.flatMap(({ steps }) => steps)
  expect(steps.map(({ number, mark, markName }) => [number, mark, markName])).toEqual([
    ['2', 'done', '已办'],
    ['6', 'now', '可以办'],
    ['7', 'barred', '还缺条件'],
    ['9', 'ahead', '以后办'],
  ])
})

test('what stands beside the numbered steps is not on the picture', () => {
  const map = mapOf(sample(), today)
  expect(map.total).toBe(4)
  expect(map.done).toBe(1)
})

test('it says who must act, and since when', () => {
  expect(mapOf(sample(), today).waiting).toEqual({
    title: '培养教育考察',
    who: '党支部',
    waited: '等了 40 天',
    due: '2026年9月1日前办',
    late: false,
  })
  expect(mapOf(sample({ late: true }), today).waiting?.due).toBe('应在 2026年9月1日前办，已逾期')
})

test('a step that was taken and waits again can be taken', () => {
  const view = sample()
  Object.assign(view.steps[1] ?? {}, { state: 'done', times: 1 })
  const marks = mapOf(view, today).gates.flatMap(({ steps }) => steps.map(({ mark }) => mark))
  expect(marks).toEqual(['done', 'now', 'barred', 'ahead'])
})

test('what cannot begin yet says from which day on it can', () => {
  const view = sample({ since: '2027-01-10', due: null, waitingDays: -275 })
  expect(mapOf(view, today).waiting?.waited).toBe('2027年1月10日起可以办')
})

test('what has to be done before the day it is waited for says its last day alone', () => {
  const view = sample({ since: '2027-01-10', due: '2027-01-10', waitingDays: -275 })
  expect(mapOf(view, today).waiting).toMatchObject({ waited: '', due: '2027年1月10日前办' })
})

test('a step whose turn it is not is beyond, whatever it lacks', () => {
  const view = sample()
  Object.assign(view.steps[2] ?? {}, { explainable: false })
  expect(mapOf(view, today).lacking).toEqual([])
  expect(mapOf({ ...view, nextStep: 'list-object' }, today).lacking).toHaveLength(1)
})

test('what is missing is told once, with its rule and what to do', () => {
  const twice = sample()
  const shut = twice.steps[2]
  if (shut) twice.steps.push({ ...shut, name: 'file-object', number: '8' })
  expect(mapOf(twice, today).lacking).toEqual([
    expect.objectContaining({
      title: '确定发展对象',
      says: '还没有满一年',
      remedy: '2027-01-10 起可以办',
      explainable: true,
    }),
  ])
})

test('where the way has ended nothing waits and nothing is missing', () => {
  const gates = sample().gates.slice(0, 2)
  for (const gate of gates) Object.assign(gate, { state: 'done', to: gate.to ?? '2026-03-10' })
  const map = mapOf(sample({ stage: 'ended', since: '2026-03-10', gates }), today)
  expect(map.over).toBe(true)
  expect(map.waiting).toBeNull()
  expect(map.lacking).toEqual([])
  expect(map.gates[1]).toMatchObject({ mark: 'stopped', span: '59 天' })
})

test('one’s own steps and those of others are told apart', () => {
  const view = sample()
  view.steps.push(step({ name: 'file-activist', state: 'open', mine: false, title: '备案' }))
  expect(openSteps(view).map(({ name }) => name)).toEqual(['assess', 'submit'])
  expect(othersSteps(view).map(({ name }) => name)).toEqual(['file-activist'])
})

test('whoever comes second is told what the first has done', () => {
  const taken = {
    id: 't1',
    step: 'assess',
    number: '6',
    title: '培养教育考察',
    on: '2026-04-01',
    name: '周禾',
    at: '2026-04-02T01:00:00Z',
    late: false,
    reason: null,
    signedName: null,
    meeting: null,
    breaches: [],
    told: [],
  }
  expect(newsBetween(sample(), sample({ taken: [taken] }))).toEqual([
    '周禾登记了“培养教育考察”（2026年4月1日）',
  ])
})
