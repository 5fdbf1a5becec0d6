import { expect, test } from 'vitest'
import { isMended, namesFields, Problem } from './problem'

const ofFields = new Problem(400, { errors: [{ pointer: '/name', detail: '不行' }] })

test('a refusal of fields is done with when the last of them is put right', () => {
  expect(isMended(ofFields, { name: '不行' })).toBe(false)
  expect(isMended(ofFields, {})).toBe(true)
})

test('a refusal that names no field stands until the next attempt', () => {
  expect(namesFields(new Problem(400, { detail: '不行' }))).toBe(false)
  expect(isMended(new Problem(400), {})).toBe(false)
  expect(isMended(new Problem(503), {})).toBe(false)
})
