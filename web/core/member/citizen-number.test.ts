import { expect, test } from 'vitest'
import { saidBy } from './citizen-number'

test('a whole number says the day of birth and the sex', () => {
  expect(saidBy('000000198911010012')).toEqual({ bornOn: '1989-11-01', sex: '1' })
  expect(saidBy(' 00000019891101002x ')).toEqual({ bornOn: '1989-11-01', sex: '2' })
})

test('a part of a number, or a day that never was, says nothing', () => {
  expect(saidBy('0000001989110100')).toEqual({})
  expect(saidBy('000000198913010012')).toEqual({})
})
