import { expect, test } from 'vitest'
import type { CorrectionView } from './api'
import { daysWords, fieldsOfGroup, presetOf, proposalField } from './correction'
import { memberField } from '../member/fields'

const asked = (field: string, value: string | null) => presetOf({ field, value } as CorrectionView)

test('a proposal is chosen where the field has codes and written where it has not', () => {
  expect(proposalField(memberField('education'))).toMatchObject({
    kind: 'code',
    table: 'education',
  })
  expect(proposalField(memberField('floating'))).toMatchObject({ kind: 'yesNo' })
  expect(proposalField(memberField('mobile'))).toMatchObject({ kind: 'text' })
  expect(proposalField(memberField('joinedOn'))).toMatchObject({ kind: 'text' })
})

test('the form of the record begins with what was proposed, as far as it can hold it', () => {
  expect(asked('education', '31')).toEqual({ education: '31' })
  expect(asked('floating', 'true')).toEqual({ floating: true })
  expect(asked('joinedOn', '1991-07-01')).toEqual({ joinedOn: '1991-07-01' })
  expect(asked('joinedOn', '一九九一年七月')).toEqual({})
  expect(asked('residence', '兴县')).toEqual({})
  expect(asked('name', null)).toEqual({})
})

test('the deadline is said in days', () => {
  expect(daysWords({ days: 3 })).toBe('还有 3 天')
  expect(daysWords({ days: 0 })).toBe('今天到期')
  expect(daysWords({ days: -2 })).toBe('已超过期限 2 天')
  expect(daysWords({ days: null })).toBe('')
})

test('a part of the record offers its own fields', () => {
  expect(fieldsOfGroup('联系方式').map(({ name }) => name)).toContain('mobile')
  expect(fieldsOfGroup('联系方式').map(({ name }) => name)).not.toContain('name')
  expect(fieldsOfGroup(null).length).toBeGreaterThan(30)
})
