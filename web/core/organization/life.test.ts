import { expect, test } from 'vitest'
import { Problem } from '../problem'
import { dayOfPredecessor, dayOfSuccessor, lifeOf, nearestDay, type Life } from './life'

const life: Life = {
  id: 'o1',
  name: '东关村党支部',
  establishedOn: '2001-07-01',
  endedOn: '2026-10-01',
  predecessors: [],
  successors: [{ id: 'o2', name: '关城村党支部', on: '2026-10-01', kind: 'merge', change: null }],
}

test('a page that is not there may tell of a life', () => {
  expect(lifeOf(new Problem(404, { life } as object))).toEqual(life)
  expect(lifeOf(new Problem(404))).toBeNull()
  expect(lifeOf(new Problem(403, { life } as object))).toBeNull()
})

test('one is led to a day on which it existed', () => {
  expect(nearestDay(life, '1999-01-01')).toBe('2001-07-01')
  expect(nearestDay(life, '2026-11-25')).toBe('2026-09-30')
})

test('to predecessors and successors the day goes along where they existed on it', () => {
  const kin = { id: 'o2', name: '', on: '2026-10-01', kind: 'merge', change: null }
  expect(dayOfPredecessor(kin, '2020-01-01')).toBe('2020-01-01')
  expect(dayOfPredecessor(kin, '2026-10-01')).toBe('2026-09-30')
  expect(dayOfSuccessor(kin, '2026-11-25')).toBe('2026-11-25')
  expect(dayOfSuccessor(kin, '2020-01-01')).toBe('2026-10-01')
})
