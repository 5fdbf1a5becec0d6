import { expect, test } from 'vitest'
import { Problem } from '@core/problem'
import { lackOfDraft, refusalsOf } from './draft'

test('a draft says what it lacks before it is sent', () => {
  const lacks = lackOfDraft({ title: '', effectiveOn: 'x', reason: ' ', steps: [] })
  expect(Object.keys(lacks)).toEqual(['title', 'effectiveOn', 'reason', 'steps'])
  const steps = [{ kind: 'rename' as const, organization: 'a', name: '' }]
  const whole = { title: '更名', effectiveOn: '2026-12-01', reason: '撤村并居', steps }
  expect(lackOfDraft(whole)).toEqual({ steps: '有一步还没有写完' })
})

test('what a save is refused for is told at its step or its field', () => {
  const errors = [
    { pointer: '/steps/2/into', detail: '不能并入自己的下级' },
    { pointer: '/effectiveOn', detail: '太远了' },
    { pointer: '/else', detail: '格式不对' },
  ]
  const { steps, fields } = refusalsOf(new Problem(400, { errors }))
  expect(steps.map(({ step, says }) => [step, says])).toEqual([
    [2, '不能并入自己的下级'],
    [-1, '格式不对'],
  ])
  expect(fields).toEqual({ effectiveOn: '太远了' })
})
