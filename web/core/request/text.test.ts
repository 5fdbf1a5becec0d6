import { expect, test } from 'vitest'
import { byPointer, monthOf, pathOf, timeOf, toneOf } from './text'

test('minutes are told as people tell them', () => {
  expect(timeOf(45)).toBe('45 分钟')
  expect(timeOf(60)).toBe('1 小时')
  expect(timeOf(90)).toBe('1 小时 30 分钟')
  expect(monthOf('2026-09')).toBe('2026 年 9 月')
})

test('what is known leads to its page', () => {
  expect(pathOf('statistics')).toBe('/statistics')
  expect(pathOf('unheard-of')).toBe('/')
})

test('of several faults of a field the first is told', () => {
  const faults = [
    { pointer: 'title', says: '一' },
    { pointer: 'title', says: '二' },
  ]
  expect(byPointer(faults)).toEqual({ title: '一' })
  expect(toneOf('draft')).toBe('neutral')
})
