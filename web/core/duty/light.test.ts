import { expect, it } from 'vitest'
import { signOf, signWords } from './light'

it('shows the light while a duty is unmet, in a word too', () => {
  expect(signOf({ state: 'late', light: 'red' })).toBe('red')
  expect(signWords({ state: 'late', light: 'red' })).toBe('红灯')
  expect(signWords({ state: 'open', light: 'green' })).toBe('绿灯')
})

it('tells what became of a duty that shows no light', () => {
  expect(signOf({ state: 'contested', light: 'none' })).toBe('neutral')
  expect(signWords({ state: 'contested', light: 'none' })).toBe('申诉中')
  expect(signOf({ state: 'met', light: 'none' })).toBe('met')
})
