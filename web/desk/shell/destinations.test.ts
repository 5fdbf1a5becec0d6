import { expect, test } from 'vitest'
import type { Right, Session } from '@core/session'
import { guidanceFor } from '../features/home/guidance'
import { waysOfOwn } from '../features/mine/ways'
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
const parts = (name: string, ...rights: Right[]) =>
  destinations(session({ rights }))
    .find((to) => to.name === name)
    ?.parts?.map((part) => part.name)

test('the navigation shows what the rights open', () => {
  expect(names({})).toEqual(['今天要办', '党组织', '党员', '规则', '我的'])
  expect(names({ rights: ['members:read', 'statistics:read'] })).toContain('统计')
  expect(names({ rights: ['duties:read'] })).toContain('看板')
  expect(names({ rights: ['rosters:import'] })).toContain('导入名册')
  expect(names({ role: 'member', rights: ['member:read-own'] })).toEqual([
    '今天要办',
    '我的信息',
    '规则',
    '我的',
  ])
})

test('pages of one kind stand under one entry, and whatever the rights do not open stays out', () => {
  expect(parts('看板', 'duties:read', 'statistics:read')).toEqual(['总览', '统计'])
  expect(parts('看板', 'duties:read')).toBeUndefined()
  const rights: Right[] = ['members:read', 'admissions:read', 'rosters:import', 'rosters:export']
  expect(parts('党员', ...rights, 'codes:issue')).toEqual([
    '党员名册',
    '发展党员',
    '导入名册',
    '导出',
    '党员账号',
  ])
  expect(parts('组织生活', 'meetings:read')).toEqual(['会议和活动', '日历', '年度计划'])
})

test('a secretary has at most nine places to go to', () => {
  const rights: Right[] = [
    'organizations:read',
    'members:read',
    'member:read-own',
    'statistics:read',
    'rosters:export',
    'codes:issue',
    'duties:read',
    'requests:read',
    'meetings:read',
    'meetings:write',
    'admissions:read',
    'admissions:write',
  ]
  expect(names({ rights }).length).toBeLessThanOrEqual(9)
})

test('each administrator is led to their own work and to nothing else', () => {
  const administrator = (role: Session['role'], ...rights: Right[]) =>
    names({ role, rights, member: null, organization: null })
  expect(administrator('system-admin', 'accounts:manage')).toEqual([
    '今天要办',
    '账号',
    '授权',
    '规则',
    '我的',
  ])
  expect(administrator('security-admin', 'grants:approve', 'security:manage')).toEqual([
    '今天要办',
    '双重验证',
    '授权',
    '安全告警',
    '规则',
    '我的',
  ])
  expect(administrator('audit-admin', 'audit:read')).toEqual([
    '今天要办',
    '审计日志',
    '安全告警',
    '规则',
    '我的',
  ])
})

test('what is one’s own is gathered in one place', () => {
  const own = (change: Partial<Session>) => waysOfOwn(session(change)).map(({ words }) => words)
  const everybodys = ['我的数据', '账号与安全', '登录设备', '角色和权限']
  expect(own({ rights: ['member:read-own'] })).toEqual([
    '我的信息',
    '谁看过我',
    '更正申请',
    ...everybodys,
  ])
  expect(own({ role: 'audit-admin', member: null })).toEqual(everybodys)
})

test('home leads only where the rights lead', () => {
  const steps = (change: Partial<Session>) => guidanceFor(session(change)).steps.map(({ to }) => to)
  expect(steps({})).toEqual(['/organizations/o1', '/members?organization=o1'])
  expect(steps({ role: 'member', rights: ['member:read-own'] })).toEqual(['/members/m1'])
  expect(steps({ role: 'system-admin', rights: ['accounts:manage'], organization: null })).toEqual([
    '/accounts',
  ])
})
