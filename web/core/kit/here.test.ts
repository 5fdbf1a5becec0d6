import { expect, test } from 'vitest'
import { isHere, nearest } from './here'

test('a page below an entry of the navigation belongs to it', () => {
  expect(isHere({ to: '/members' }, '/members/m1')).toBe(true)
  expect(isHere({ to: '/members' }, '/membership')).toBe(false)
  expect(isHere({ to: '/organizations', also: ['/bodies'] }, '/bodies/b1')).toBe(true)
  expect(isHere({ to: '/' }, '/members')).toBe(false)
})

test('of two pages, one below the other, the nearest is marked', () => {
  const list = { to: '/meetings', also: ['/record'] }
  const plan = { to: '/meetings/plan' }
  expect(nearest([list, plan], '/meetings/plan')).toBe(plan)
  expect(nearest([list, plan], '/meetings/m1')).toBe(list)
  expect(nearest([list, plan], '/record')).toBe(list)
  expect(nearest([list, plan], '/members')).toBeNull()
})
