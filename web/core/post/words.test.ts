import { expect, test } from 'vitest'
import { learn } from '../dictionary'
import { kindsOf, leftWords, monthsBetween } from './words'

test('a group of posts heads its kinds', () => {
  const code = (code: string, selectable = true) => ({ code, label: code, selectable })
  const postKind = [
    code('officer', false),
    code('secretary'),
    code('pool', false),
    code('volunteer'),
  ]
  learn({ postKind } as unknown as Parameters<typeof learn>[0])
  expect(kindsOf('officer').map(({ code }) => code)).toEqual(['secretary'])
  expect(kindsOf('pool').map(({ code }) => code)).toEqual(['volunteer'])
  expect(kindsOf('label')).toEqual([])
})

test('months are counted whole', () => {
  expect(monthsBetween('2026-11-25', '2027-02-25')).toBe(3)
  expect(monthsBetween('2026-11-25', '2027-02-24')).toBe(2)
  expect(monthsBetween('2026-11-25', '2026-10-01')).toBe(-1)
})

test('what is left of a term', () => {
  expect(leftWords({ due: '2027-11-25' }, '2026-11-25')).toBe('还有1年')
  expect(leftWords({ due: '2026-11-30' }, '2026-11-25')).toBe('还有不满1个月')
  expect(leftWords({ due: '2026-11-25' }, '2026-11-25')).toBe('已经届满')
})
