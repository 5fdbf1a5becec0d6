import { expect, test } from 'vitest'
import { faultOf, isAsked, isChanged, sent, valueOf, type Field } from './field'
import { memberField } from './member/fields'

const field = (change: Partial<Field>): Field => ({
  ...{ name: 'x', label: '某项', kind: 'text', group: '' },
  ...change,
})

test('a record gives its fields their values, nothing being null', () => {
  const record = {
    name: '周禾',
    degree: '',
    extensionMonths: 6,
    floating: false,
    mobile: undefined,
  }
  expect(valueOf(record, field({ name: 'name' }))).toBe('周禾')
  expect(valueOf(record, field({ name: 'degree' }))).toBeNull()
  expect(valueOf(record, field({ name: 'extensionMonths', kind: 'number' }))).toBe('6')
  expect(valueOf(record, field({ name: 'floating', kind: 'yesNo' }))).toBe(false)
  expect(valueOf(record, field({ name: 'mobile', kind: 'secret' }))).toBeNull()
  expect(valueOf({ residence: { code: '141123', name: '兴县' } }, memberField('residence'))).toBe(
    '141123',
  )
  expect(valueOf({ organization: { id: 'o1', name: '' } }, memberField('organization'))).toBe('o1')
  expect(valueOf({ parent: 'b1' }, field({ name: 'parent', kind: 'body' }))).toBe('b1')
})

test('a secret that was only opened has not been changed; a cleared one has', () => {
  const mobile = memberField('mobile')
  expect(isChanged(mobile, '100****7451', '100****7451')).toBe(false)
  expect(isChanged(mobile, '100****7451', '')).toBe(false)
  expect(isChanged(mobile, '100****7451', null)).toBe(true)
  expect(isChanged(mobile, null, '10000001234')).toBe(true)
})

test('numbers are sent as numbers, an emptied one as the record knows it', () => {
  expect(sent(memberField('extensionMonths'), '6')).toBe(6)
  expect(sent(memberField('extensionMonths'), null)).toBeNull()
  expect(sent(memberField('partyAgeCorrection'), null)).toBe(0)
  expect(sent(memberField('migrantWorker'), false)).toBe(false)
})

test('what needs no server to be seen is said at once', () => {
  expect(faultOf(memberField('extensionMonths'), '半年')).toBe('请填写整数')
  expect(faultOf(memberField('extensionMonths'), '5')).toContain('6')
  expect(faultOf(memberField('extensionMonths'), '12')).toBeNull()
  expect(faultOf(memberField('joinedOn'), '2026-13-01')).not.toBeNull()
  expect(faultOf(memberField('joinedOn'), '2026-07-01')).toBeNull()
  expect(faultOf(memberField('name'), '𡐓'.repeat(60))).toBeNull()
  expect(faultOf(memberField('name'), '𡐓'.repeat(61))).toContain('最多 60 个字')
})

test('a question that does not arise is not asked, unless it has been answered', () => {
  const lostReason = memberField('lostReason')
  expect(isAsked(lostReason, { lostOn: null, lostReason: null })).toBe(false)
  expect(isAsked(lostReason, { lostOn: '2025-03-01', lostReason: null })).toBe(true)
  expect(isAsked(lostReason, { lostOn: null, lostReason: '7' })).toBe(true)
})
