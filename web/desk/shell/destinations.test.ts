import { expect, test } from 'vitest'
import type { Session } from '@core/session'
import { guidanceFor } from '../features/home/guidance'
import { destinations } from './destinations'

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
const names = (change: Partial<Session>) => destinations(session(change)).map(({ name }) => name)

test('the navigation shows what the rights open', () => {
  expect(names({})).toEqual(['今天要办', '党组织', '党员', '我的数据', '规则'])
  expect(names({ rights: ['members:read', 'statistics:read'] })).toContain('统计')
  expect(names({ rights: ['members:read', 'rosters:export'] })).toEqual([
    '今天要办',
    '党员',
    '导出',
    '我的数据',
    '规则',
  ])
  expect(names({ role: 'member', rights: ['member:read-own'] })).toEqual([
    '今天要办',
    '我的信息',
    '谁看过我',
    '我的数据',
    '规则',
  ])
  expect(names({ rights: ['members:read', 'rosters:import'] })).toContain('导入名册')
  expect(names({ role: 'system-admin', rights: ['accounts:manage'], member: null })).toEqual([
    '今天要办',
    '账号',
    '授权',
    '我的数据',
    '规则',
  ])
  expect(names({ rights: ['grants:approve'] })).toEqual(['今天要办', '授权', '我的数据', '规则'])
  expect(names({ role: 'audit-admin', rights: ['audit:read'], member: null })).toEqual([
    '今天要办',
    '审计日志',
    '安全告警',
    '我的数据',
    '规则',
  ])
  expect(names({ role: 'security-admin', rights: ['security:manage'], member: null })).toEqual([
    '今天要办',
    '安全告警',
    '我的数据',
    '规则',
  ])
  expect(names({ role: 'audit-admin', rights: [], member: null })).toEqual([
    '今天要办',
    '我的数据',
    '规则',
  ])
})

test('home leads only where the rights lead', () => {
  const steps = (change: Partial<Session>) => guidanceFor(session(change)).steps.map(({ to }) => to)
  expect(steps({})).toEqual(['/organizations/o1', '/members?organization=o1'])
  expect(steps({ role: 'member', rights: ['member:read-own'] })).toEqual(['/members/m1'])
  expect(steps({ role: 'system-admin', rights: [], organization: null })).toEqual([])
})
