import { expect, test } from 'vitest'
import { isHere } from './here'

test('a page below an entry of the navigation belongs to it', () => {
  expect(isHere({ to: '/members' }, '/members/m1')).toBe(true)
  expect(isHere({ to: '/members' }, '/membership')).toBe(false)
  expect(isHere({ to: '/organizations', also: ['/bodies'] }, '/bodies/b1')).toBe(true)
  expect(isHere({ to: '/' }, '/members')).toBe(false)
})
