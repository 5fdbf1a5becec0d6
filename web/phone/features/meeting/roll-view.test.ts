import { expect, test } from 'vitest'
import type { DuePerson } from '@core/meeting/api'
import { foldedRoll, foundIn, without } from './roll-view'

const many = (count: number): DuePerson[] =>
  Array.from({ length: count }, (_, at) => ({
    member: `m${at}`,
    name: at % 2 === 0 ? `张${at}` : `李${at}`,
    status: 'full',
    exempt: null,
    floating: false,
    group: null,
  }))

test('a roll of two hundred is folded, and somebody is found by a part of the name', () => {
  expect(foldedRoll(many(50))).toBe(false)
  expect(foldedRoll(many(200))).toBe(true)
  expect(foundIn(many(200), ' 张198 ').map(({ member }) => member)).toEqual(['m198'])
  expect(foundIn(many(200), '王')).toEqual([])
  expect(foundIn(many(200), '')).toHaveLength(200)
})

test('who came after all is taken out, and nobody else', () => {
  expect(without({ a: 'ill', b: null }, 'a')).toEqual({ b: null })
})
