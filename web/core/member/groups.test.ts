import { expect, test } from 'vitest'
import { learn } from '../dictionary'
import type { MemberCard } from './api'
import { groupsOf } from './groups'

learn({ memberStatus: [{ code: 'full', label: '正式党员', selectable: true }] })

const member = {
  name: '周禾',
  status: 'full',
  citizenNumber: '110***********0018',
  mobile: null,
  joinedOn: '2011-07-01',
  fullOn: '2012-07-01',
  partyAgeMonths: 184,
  age: 41,
  organization: { id: 'o1', name: '榆树村党支部' },
  lost: false,
  floating: true,
  floatingTo: null,
  nativePlace: null,
  registeredPlace: null,
  residence: null,
} as MemberCard

const facts = (change: Partial<MemberCard> = {}) =>
  new Map(
    groupsOf({ ...member, ...change })
      .flatMap((group) => group.facts)
      .map((fact) => [fact.name, fact]),
  )

test('a masked value says that it is masked, a missing one that it is missing', () => {
  expect(facts().get('公民身份号码')).toMatchObject({ value: '110***********0018', note: '已脱敏' })
  expect(facts().get('手机号码')?.value).toBe('未填')
})

test('what a code means and how long a time was are in words', () => {
  expect(facts().get('人员类别')?.value).toBe('正式党员')
  expect(facts().get('党龄')?.value).toBe('15年4个月')
  expect(facts({ fullOn: null }).get('党龄')?.value).toBe('转正后起算')
  expect(facts().get('入党日期')?.value).toBe('2011年7月1日')
})

test('questions that do not arise are not asked', () => {
  expect(facts().has('失去联系日期')).toBe(false)
  expect(facts({ lost: true, lostOn: '2025-03-01' }).get('失去联系日期')?.value).toBe(
    '2025年3月1日',
  )
  expect(facts().get('外出流向')?.value).toBe('未填')
})

test('a host is told by one of its two names, and not of who is at home', () => {
  const host = { id: 'o9', name: '工业园区流动党员党支部' }
  expect(facts({ host }).get('流入地党组织')?.value).toBe('工业园区流动党员党支部')
  expect(facts().get('流入地党组织')?.value).toBe('未填')
  const elsewhere = facts({ hostName: '苏州市某某公司党支部' })
  expect(elsewhere.get('平台外的流入地党组织')?.value).toBe('苏州市某某公司党支部')
  expect(elsewhere.has('流入地党组织')).toBe(false)
  expect(facts({ floating: false }).has('流入地党组织')).toBe(false)
})

test('a corrected party age says how and why; an uncorrected one keeps quiet', () => {
  expect(facts().has('党龄校正值')).toBe(false)
  const known = facts({ partyAgeCorrection: -6, partyAgeCorrectionReason: '停止党籍六个月' })
  expect(known.get('党龄校正值')?.value).toBe('扣除 6个月')
  expect(known.get('党龄校正原因')?.value).toBe('停止党籍六个月')
})
