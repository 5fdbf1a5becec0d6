import { expect, test } from 'vitest'
import type { MeetingView, Proposal } from '@core/meeting/api'
import type { Stale } from '@core/merge'
import { mergedOf, questionBetween, type Sides } from './merging'

const due = [
  { member: 'm1', name: '周禾', status: 'full', exempt: null, floating: false, group: null },
  { member: 'm2', name: '李小满', status: 'full', exempt: null, floating: false, group: null },
]
const proposal = {
  due,
  hosted: [],
  agenda: [{ key: 'oath', title: '重温入党誓词', required: true, done: false, text: null }],
  chair: null,
  recorder: null,
  begins: null,
  minutes: null,
  lectures: [],
} as unknown as Proposal
const stale = {
  version: 2,
  changedBy: '王禾',
  changedAt: null,
  conflicts: [],
} as unknown as Stale<MeetingView>
const from = { topic: '集中学习', away: {}, resolution: '' }

test('what only one changed is asked of nobody', () => {
  const sides: Sides = {
    from,
    mine: { ...from, topic: '学习讨论' },
    theirs: { ...from, resolution: '同意。' },
  }
  expect(questionBetween(sides, proposal, stale)).toMatchObject({ asked: [], taken: ['决议'] })
  expect(mergedOf(sides, {})).toMatchObject({ topic: '学习讨论', resolution: '同意。' })
})

test('where both ticked otherwise, both sides are shown by name', () => {
  const sides: Sides = {
    from,
    mine: { ...from, away: { m1: 'ill' } },
    theirs: { ...from, away: { m2: null } },
  }
  const [conflict] = questionBetween(sides, proposal, stale).asked
  expect(conflict?.label).toBe('到会情况')
  expect(conflict?.yours).toContain('没有到会：周禾')
  expect(conflict?.theirs).toContain('没有到会：李小满')
  expect(mergedOf(sides, { away: 'theirs' }).away).toEqual({ m2: null })
  expect(mergedOf(sides, { away: 'mine' }).away).toEqual({ m1: 'ill' })
})
