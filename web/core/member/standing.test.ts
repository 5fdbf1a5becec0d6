import { expect, test } from 'vitest'
import type { MemberCard } from './api'
import { standingOf } from './standing'

const card = (change: Partial<MemberCard>) =>
  standingOf({
    asOf: '2025-03-01',
    reduced: false,
    heldNow: null,
    leftOn: null,
    ...change,
  } as MemberCard)

test('who held a member is told of what day they read and who holds the member now', () => {
  expect(card({})).toBe('')
  expect(card({ reduced: true, heldNow: { id: 'o', name: '西村党支部' } })).toMatch(
    /^您看到的是 2025年3月1日 的情况：该党员现由西村党支部管理。/,
  )
  expect(card({ reduced: true })).toContain('该党员现在已不在册')
  expect(card({ leftOn: '2025-03-02' })).toContain('自 2025年3月2日 起不再在册')
})
