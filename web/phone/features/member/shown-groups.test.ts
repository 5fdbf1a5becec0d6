import { expect, test } from 'vitest'
import type { MemberCard } from '@core/member/api'
import { shownGroups } from './shown-groups'

const card = {
  name: '周禾',
  age: 41,
  organization: { id: 'o1', name: '榆树村党支部' },
  citizenNumber: null,
  mobile: null,
  phone: null,
  residence: null,
  address: null,
  reduced: false,
} as MemberCard

const names = (of: MemberCard) =>
  shownGroups(of).flatMap(({ facts }) => facts.map(({ name }) => name))

test('what a former holder does not get to know is left out, not said to be missing', () => {
  expect(names(card)).toEqual(expect.arrayContaining(['公民身份号码', '手机号码', '现居住地']))
  const reduced = names({ ...card, reduced: true })
  expect(reduced).toContain('现居住地')
  expect(reduced).toContain('姓名')
  for (const withheld of ['公民身份号码', '手机号码', '固定电话', '详细地址']) {
    expect(reduced).not.toContain(withheld)
  }
})
