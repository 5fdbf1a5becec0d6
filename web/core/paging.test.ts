import { expect, test } from 'vitest'
import { back, firstPlace, onward, placeOf, rangeOf } from './paging'

test('the way back is the way there', () => {
  const second = onward(firstPlace, 'a')
  const third = onward(second, 'b')
  const fourth = onward(third, 'c')
  expect(fourth).toEqual({ after: 'c', page: 4, passed: [null, 'a', 'b'] })
  expect(back(fourth)).toEqual(third)
  expect(back(back(fourth))).toEqual(second)
  expect(back(back(back(fourth)))).toEqual(firstPlace)
  expect(back(firstPlace)).toEqual(firstPlace)
})

test('an address sent by somebody else leads back to the first page', () => {
  const place = placeOf('k', '7', undefined)
  expect(place).toEqual({ after: 'k', page: 7, passed: [] })
  expect(back(place)).toEqual(firstPlace)
})

test('nonsense in the address is no place', () => {
  expect(placeOf(undefined, '3', ['a'])).toEqual(firstPlace)
  expect(placeOf(['a', 'b'], '3', [])).toEqual(firstPlace)
  expect(placeOf('k', '-1', 'x')).toEqual({ after: 'k', page: 2, passed: [] })
  expect(placeOf('k', '3', [null, 5, '', 'a'])).toEqual({
    after: 'k',
    page: 3,
    passed: [null, 'a'],
  })
})

test('a very long way forgets its beginning, never its end', () => {
  let place = firstPlace
  for (let page = 1; page <= 600; page++) place = onward(place, `k${page}`)
  expect(place.passed).toHaveLength(500)
  expect(back(place)).toMatchObject({ after: 'k599', page: 600 })
})

test('rows are counted through the pages', () => {
  expect(rangeOf(firstPlace, 50, 50)).toEqual([1, 50])
  expect(rangeOf(onward(firstPlace, 'a'), 50, 7)).toEqual([51, 57])
})
