import { expect, it } from 'vitest'
import { verbsOf, waitingAct } from './saying'

const nothing = { explain: false, contest: false, decide: false, waive: false }

it('offers what the server allows, the answer first', () => {
  expect(verbsOf({ may: nothing })).toEqual([])
  expect(verbsOf({ may: { ...nothing, decide: true, waive: true } })).toEqual([
    'accept',
    'refuse',
    'waive',
  ])
  expect(verbsOf({ may: { ...nothing, explain: true, contest: true } })).toEqual([
    'explain',
    'contest',
  ])
})

it('finds what waits for an answer; a waiver waits for none', () => {
  const act = (id: string, kind: string, answered: boolean) => ({
    id,
    kind,
    kindName: '',
    by: '',
    role: '',
    on: '',
    reason: '',
    until: null,
    answer: answered ? { kind: 'refuse', kindName: '', by: '', on: '', reason: '' } : null,
  })
  const acts = [act('a', 'contest', true), act('b', 'waive', false), act('c', 'explain', false)]
  expect(waitingAct({ acts })?.id).toBe('c')
  expect(waitingAct({ acts: acts.slice(0, 2) })).toBeNull()
})
