import { expect, test } from 'vitest'
import type { Session } from '@core/session'
import { placesOf } from './places'

const session = (change: Partial<Session>): Session => ({
  state: 'open',
  account: { id: 'a1', name: '周禾', username: 'zhouhe' },
  role: 'secretary',
  organization: { id: 'o1', name: '榆树村党支部' },
  member: 'm1',
  rights: ['organizations:read', 'members:read'],
  secondFactor: { enrolled: false, obligatory: false },
  passwordReset: null,
  grant: 'g1',
  grants: [],
  behalf: null,
  ...change,
})
const words = (change: Partial<Session>) => placesOf(session(change)).map(({ word }) => word)

test('the navigation shows what the rights open, never more than four words', () => {
  expect(words({})).toEqual(['今天', '党员', '支部', '我的'])
  expect(words({ role: 'member', rights: ['member:read-own'] })).toEqual(['今天', '支部', '我的'])
  expect(words({ role: 'audit-admin', rights: [], organization: null })).toEqual(['今天', '我的'])
})

test('a committee is not called a branch', () => {
  const organization = { id: 'o1', name: '中共青禾县委员会' }
  expect(placesOf(session({ organization }))[2]).toMatchObject({ word: '组织', name: '我的党组织' })
})
