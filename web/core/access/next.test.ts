import { expect, test } from 'vitest'
import { isWall, safeNext } from './next'

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

test('the wall is known as an entry of its own', () => {
  expect(['/w/', '/w/?organization=o1'].map(isWall)).toEqual([true, true])
  expect(['/', '/w', '/welcome', '/w/x', '/board'].map(isWall)).toEqual(Array(5).fill(false))
})
