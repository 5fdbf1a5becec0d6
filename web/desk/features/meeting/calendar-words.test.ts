import { expect, test } from 'vitest'
import type { CalendarItem } from '@core/meeting/life'
import { groupedOf, longWords, shortWords } from './calendar-words'

const item = (change: Partial<CalendarItem>): CalendarItem => ({
  kind: 'held',
  meeting: 'm1',
  type: 'theme-day',
  typeName: '主题党日',
  topic: '清理河道',
  organization: { id: 'o1', name: '东关村党支部' },
  people: null,
  ...change,
})

test('a cell says the kind, a list the topic too', () => {
  expect(shortWords(item({}))).toBe('主题党日')
  expect(longWords(item({}))).toBe('主题党日：清理河道')
  const birthday = item({ kind: 'birthday', typeName: null, type: null, topic: null, people: 3 })
  expect(shortWords(birthday)).toBe('政治生日 3 人')
})

test('of many branches on one day it is said how many', () => {
  const items = [item({}), item({ meeting: 'm2' }), item({ kind: 'planned', meeting: null })]
  expect(groupedOf(items).map(({ count }) => count)).toEqual([2, 1])
})
