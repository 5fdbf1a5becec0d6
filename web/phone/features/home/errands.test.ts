import { expect, test } from 'vitest'
import type { Session } from '@core/session'
import { errandsOf } from './errands'

const session = (change: Partial<Session>): Session => ({
  state: 'open',
  account: { id: 'a1', name: '周禾', username: 'zhouhe' },
  role: 'secretary',
  organization: { id: 'o1', name: '榆树村党支部' },
  member: 'm1',
  rights: ['member:read-own', 'members:read', 'members:write', 'organizations:read'],
  secondFactor: { enrolled: false, obligatory: false },
  passwordReset: null,
  grant: 'g1',
  grants: [],
  behalf: null,
  ...change,
})
const to = (...of: Parameters<typeof errandsOf>) => errandsOf(...of).map((errand) => errand.to)

test('a secretary begins with the register, a member with what is recorded of him', () => {
  expect(to(session({}), [])).toEqual([
    '/members',
    '/members/new',
    '/mine',
    '/life',
    '/organization',
  ])
  const member = session({ role: 'member', rights: ['member:read-own'] })
  expect(to(member, [])).toEqual(['/mine', '/life', '/organization'])
  expect(to(session({ rights: [], member: null, organization: null }), [])).toEqual([])
})

test('who records meetings does so first; what the foot of the screen leads to is not said twice', () => {
  const rights = [...session({}).rights, 'meetings:read', 'meetings:write']
  const held = [{ record: 'meetings/o1/theme-day', fields: 2 }]
  expect(to(session({ rights }), held)).toEqual([
    '/record?organization=o1&type=theme-day',
    '/record',
    '/members',
    '/members/new',
    '/organization',
  ])
})

test('what was begun and not saved stands first, and never crowds out the rest', () => {
  const held = ['members/new', 'members/m2', 'members/m3', 'members/m4', 'x/y'].map((record) => ({
    record,
    fields: 2,
  }))
  const all = to(session({}), held)
  expect(all.slice(0, 3)).toEqual(['/members/new', '/members/m2/edit', '/members/m3/edit'])
  expect(all.length).toBeLessThanOrEqual(9)
})

test('who may not write is not led to a form by an old draft', () => {
  const reader = session({ rights: ['members:read'] })
  expect(to(reader, [{ record: 'members/new', fields: 1 }])).not.toContain('/members/new')
})

test('an applicant has their own way and nothing else; who reads admissions finds them', () => {
  const applicant = session({ role: 'applicant', rights: ['admission:read-own'] })
  expect(to(applicant, [])).toEqual(['/admission'])
  const rights = [...session({}).rights, 'admissions:read']
  expect(to(session({ rights }), [])).toContain('/admissions')
})
