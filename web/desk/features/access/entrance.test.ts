import { expect, test } from 'vitest'
import { faultsOf } from './first-account'
import { passwordFault } from './password'

test('a password is long, or mixed and not short', () => {
  expect(passwordFault('Abc123456')).toContain('至少 10 个字符')
  expect(passwordFault('abcdef123456')).toContain('三种')
  expect(passwordFault('Abcdef123456')).toBeNull()
  expect(passwordFault('一棵树长在村口的老井旁边，每年春天都开花')).toBeNull()
})

test('characters are counted as people count them', () => {
  expect(passwordFault('𡐓'.repeat(10))).not.toBeNull()
  expect(passwordFault('𡐓'.repeat(20))).toBeNull()
})

test('the first account needs every entry, and the password twice', () => {
  expect(
    Object.keys(faultsOf({ organization: ' ', username: '', password: '', again: 'x' })),
  ).toEqual(['organization', 'username', 'password', 'again'])
  const password = 'Lantian-2026-x'
  const entries = { organization: '中国共产党青禾县委员会', username: 'admin', password }
  expect(faultsOf({ ...entries, again: password })).toEqual({})
})
