import { expect, test } from 'vitest'
import { rolesToAskFor } from './grant-words'

const role = (code: string) => ({
  code,
  name: code,
  administrates: code.endsWith('-admin'),
  given: '',
  rights: [],
})
const all = [
  'county-officer',
  'township-officer',
  'supervisor',
  'secretary',
  'member',
  'system-admin',
  'audit-admin',
].map(role)
const codes = (...given: Parameters<typeof rolesToAskFor>) =>
  rolesToAskFor(...given).map(({ code }) => code)

test('an officer asks for nothing wider than the own role, and never for administrators', () => {
  expect(codes('township-officer', all, null)).toEqual([
    'township-officer',
    'supervisor',
    'secretary',
  ])
  expect(codes('member', all, null)).toEqual([])
})

test('the system administrator asks for administrators, and for the first officer alone', () => {
  const top = { id: 'o1', name: '县委', officer: false }
  expect(codes('system-admin', all, top)).toEqual(['county-officer', 'system-admin', 'audit-admin'])
  expect(codes('system-admin', all, { ...top, officer: true })).toEqual([
    'system-admin',
    'audit-admin',
  ])
})
