import { expect, test } from 'vitest'
import { wordsOf } from './acting'

test('what one acts as says the role, the place and for whom', () => {
  const own = {
    id: 'g1',
    role: 'secretary',
    roleName: '党组织书记',
    organization: { id: 'o1', name: '榆树村党支部' },
    behalf: null,
  }
  expect(wordsOf(own)).toBe('党组织书记 · 榆树村党支部')
  expect(wordsOf({ ...own, behalf: { account: 'a1', name: '张三' } })).toBe(
    '党组织书记（代 张三） · 榆树村党支部',
  )
  expect(wordsOf({ ...own, roleName: '审计管理员', organization: null })).toBe('审计管理员')
})
