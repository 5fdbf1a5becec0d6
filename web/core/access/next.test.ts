import { expect, test } from 'vitest'
import { safeNext } from './next'

test('after signing in one goes to a page of this entry and nowhere else', () => {
  expect(safeNext('/members?q=zs')).toBe('/members?q=zs')
  for (const next of ['//e.example', '/\\e.example', 'https://e.example', '', null, ['/a']]) {
    expect(safeNext(next)).toBe('/')
  }
})

test('signing in leads neither to signing in nor to the first account', () => {
  expect(safeNext('/sign-in?next=/members')).toBe('/')
  expect(safeNext('/first#token')).toBe('/')
})
