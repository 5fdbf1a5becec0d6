import { expect, test } from 'vitest'
import { label, learn } from './dictionary'

learn({
  memberStatus: [
    { code: 'full', label: '正式党员', selectable: true },
    { code: 'probationary', label: '预备党员', selectable: true },
  ],
  sex: [{ code: '1', label: '男', selectable: true }],
})

test('a code is shown by its word, each table by itself', () => {
  expect(label('memberStatus', 'probationary')).toBe('预备党员')
  expect(label('sex', '1')).toBe('男')
})

test('a code without a word is shown as it is', () => {
  expect(label('memberStatus', 'full2')).toBe('full2')
  expect(label('stratum', 'lawyer')).toBe('lawyer')
})

test('nothing recorded is said to be so', () => {
  expect(label('sex', null)).toBe('未填')
  expect(label('sex', undefined)).toBe('未填')
  expect(label('sex', '')).toBe('未填')
})
