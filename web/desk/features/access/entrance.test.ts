import { expect, test } from 'vitest'
import { faultsOf, placed, type Entries } from './first-start'
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

test('the first start needs three people, none of them twice', () => {
  const entries: Entries = {
    organization: '中国共产党青禾县委员会',
    system: { name: '甲', username: 'jia' },
    security: { name: '乙', username: 'yi' },
    audit: { name: '丙', username: 'bing' },
  }
  expect(faultsOf(entries, false)).toEqual({})
  expect(faultsOf({ ...entries, organization: ' ' }, false)).toHaveProperty('organization')
  expect(faultsOf({ ...entries, organization: '' }, true)).toEqual({})
  const twice = { ...entries, audit: { name: '甲', username: 'YI' } }
  expect(Object.keys(faultsOf(twice, false))).toEqual(['audit/name', 'audit/username'])
})

test('what the server finds stands at its place', () => {
  expect(placed([{ pointer: '/audit/name', detail: '同名' }])).toEqual({ 'audit/name': '同名' })
})
