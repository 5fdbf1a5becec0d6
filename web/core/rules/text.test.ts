import { expect, test } from 'vitest'
import type { RuleFigure } from './api'
import { boundsOf, isLaw, piecesOf, withUnit } from './text'

const days: RuleFigure = {
  name: 'days',
  says: '公示期不少于 7 个工作日',
  value: '7',
  law: '5',
  unit: '个工作日',
  local: true,
  min: 5,
  max: 15,
  strictness: 'upwards',
  note: '',
  table: null,
  decision: null,
}

test('the figures of a text are pieces of their own', () => {
  expect(piecesOf('公示 {days} 天，{nothing}。', [days])).toEqual([
    { words: '公示 ' },
    { words: '7', figure: days },
    { words: ' 天，' },
    { words: '{nothing}' },
    { words: '。' },
  ])
})

test('bounds are said in words', () => {
  expect(boundsOf(days)).toBe('只能比 5 个工作日 多，最多 15 个工作日')
  expect(boundsOf({ ...days, strictness: 'downwards', min: null })).toBe('只能比 5 个工作日 少')
  expect(boundsOf({ ...days, strictness: 'free' })).toBe('5 到 15 个工作日')
  expect(boundsOf({ ...days, strictness: 'free', max: null })).toBe('至少 5 个工作日')
  expect(boundsOf({ ...days, strictness: 'free', min: null })).toBe('最多 15 个工作日')
  expect(boundsOf({ ...days, strictness: 'free', min: null, max: null })).toBe('')
})

test('a unit that explains stands close to its value', () => {
  expect(withUnit('1', '（1 启用，0 不启用）')).toBe('1（1 启用，0 不启用）')
  expect(withUnit('20', '%')).toBe('20%')
  expect(withUnit('半年', '')).toBe('半年')
})

test('only what was compared with the text is law', () => {
  expect(isLaw('yes')).toBe(true)
  expect(isLaw('practice')).toBe(false)
})
