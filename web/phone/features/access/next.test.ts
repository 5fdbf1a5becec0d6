import { expect, test } from 'vitest'
import { safeNext } from './next'

test('after signing in one goes to a page of this entry and nowhere else', () => {
  expect(safeNext('/members?q=zs')).toBe('/members?q=zs')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null]) {
    expect(safeNext(next)).toBe('/')
  }
})

test('signing in does not lead to signing in', () => {
  expect(safeNext('/sign-in?next=/members')).toBe('/')
})
