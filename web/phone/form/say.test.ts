import { expect, test } from 'vitest'
import { learn } from '@core/dictionary'
import type { Field } from '@core/field'
import { remember } from '../kit/finder'
import { say } from './say'

learn({ nation: [{ code: '01', label: '汉族', selectable: true }] })
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  ...{ name: 'it', label: '', group: '', kind },
  ...more,
})

test('what is about to be saved is said in the words of the record', () => {
  expect(say(field('code', { table: 'nation' }), '01')).toBe('汉族')
  expect(say(field('date'), '2026-07-01')).toBe('2026年7月1日')
  expect(say(field('number', { unit: '个月' }), '-6')).toBe('-6 个月')
  expect(say(field('yesNo'), false)).toBe('否')
  expect(say(field('text'), null)).toBe('未填')
})

test('a place is said by its name once it is known', () => {
  expect(say(field('division'), '141123')).toBe('141123')
  remember('141123', '兴县')
  expect(say(field('division'), '141123')).toBe('兴县')
})
