import { expect, test } from 'vitest'
import { asideOf, queryOf, viewOf } from './view'

const usual = viewOf({}, null)

test('a view written into the address is read back the same', () => {
  const view = {
    organization: 'o1',
    q: '张',
    filters: { status: 'full', ageFrom: '60', floating: 'false' },
    sort: '-age' as const,
  }
  expect(viewOf(queryOf(view) as Record<string, string>, asideOf(view))).toEqual(view)
})

test('the usual view has the bare address; nonsense in it is the usual', () => {
  expect(queryOf(usual)).toEqual({})
  expect(queryOf(viewOf({ sort: 'salary', rank: '1', sex: '', organization: '' }, null))).toEqual(
    {},
  )
  expect(queryOf({ ...usual, filters: { sex: '', status: 'full' } })).toEqual({ status: 'full' })
})

test('a number of a person stands in no address, and the way back finds it all the same', () => {
  for (const q of ['000000198911010012', '10000000001', '00000019891101002X']) {
    const view = { ...usual, q }
    expect(queryOf(view)).toEqual({})
    expect(viewOf({}, asideOf(view)).q).toBe(q)
  }
  expect(queryOf({ ...usual, q: '6196' })).toEqual({ q: '6196' })
})
