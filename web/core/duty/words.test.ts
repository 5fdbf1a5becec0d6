import { expect, it } from 'vitest'
import { stateChoices, withSeveral } from './words'

it('names what a link asks for, also where that is several states at once', () => {
  const choices = withSeveral(stateChoices, 'late,contested')
  expect(choices[choices.length - 1]).toEqual({ value: 'late,contested', words: '逾期、申诉中' })
})

it('adds nothing to what can be chosen otherwise', () => {
  expect(withSeveral(stateChoices, 'late')).toBe(stateChoices)
  expect(withSeveral(stateChoices, null)).toBe(stateChoices)
})
