import { expect, test } from 'vitest'
import { begun, freeRef, lackOf, ordered, plain, saysOf, uses, type Step } from './steps'

const names: Record<string, string> = { a: '甲村党支部', b: '乙村党支部', t: '蔚汾镇党委' }
const at = (id: string) => ({ id, parent: 't', kind: id === 't' ? 'committee' : 'branch' })
const says = (step: Step) =>
  saysOf(
    step,
    (id) => names[id] ?? id,
    (code) => code,
  )

test('a step lacks what it cannot do without', () => {
  expect(lackOf(begun('rename', at('a'), ''))).toEqual({ name: '请填写新名称' })
  expect(lackOf({ kind: 'rename', organization: 'a', name: '丙村党支部' })).toEqual({})
  expect(Object.keys(lackOf(begun('temporary', at('t'), 'new-1')))).toEqual([
    'name',
    'field',
    'task',
  ])
  const exceptions = [{ member: 'm', target: '' }]
  const merge: Step = { kind: 'merge', organizations: ['a'], into: 'b', exceptions }
  expect(Object.keys(lackOf(merge))).toEqual(['exceptions'])
})

test('a revocation may do without a target: the server knows whether anybody is left', () => {
  expect(lackOf(begun('revoke', at('a'), ''))).toEqual({})
})

test('refs are free, and what is founded stands first', () => {
  const founding = begun('establish', at('a'), 'new-1')
  expect(founding).toMatchObject({ parent: 't' })
  expect(freeRef([founding])).toBe('new-2')
  const merge: Step = { kind: 'merge', organizations: ['a'], into: 'new-1', exceptions: [] }
  expect(ordered([merge, founding])).toEqual([founding, merge])
  expect(uses(merge, 'new-1')).toBe(true)
  expect(uses(founding, 'new-1')).toBe(false)
})

test('a step is said in one sentence', () => {
  expect(says({ kind: 'move', organization: 'a', parent: 't' })).toBe(
    '甲村党支部改由蔚汾镇党委领导',
  )
  const exceptions = [{ member: 'm', target: 't' }]
  expect(says({ kind: 'merge', organizations: ['a'], into: 'b', exceptions })).toBe(
    '甲村党支部并入乙村党支部，其中 1 名党员另有去处',
  )
  const parts = [{ into: 'b', members: ['m', 'n'] }]
  expect(says({ kind: 'split', organization: 'a', parts, rest: 'stay' })).toBe(
    '甲村党支部拆分：2 名党员到乙村党支部，其余留在原党组织',
  )
})

test('a step with its names is sent without them', () => {
  const learnt: string[] = []
  const step = plain(
    {
      kind: 'merge',
      organizations: ['a'],
      into: 'b',
      parent: null,
      exceptions: null,
      says: '…',
      names: { a: '甲村党支部', b: '乙村党支部' },
    } as Parameters<typeof plain>[0],
    (id, name) => learnt.push(id, name),
  )
  expect(step).toEqual({ kind: 'merge', organizations: ['a'], into: 'b', exceptions: [] })
  expect(learnt).toEqual(['a', '甲村党支部', 'b', '乙村党支部'])
})
