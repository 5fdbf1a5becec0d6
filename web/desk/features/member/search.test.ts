import { expect, test } from 'vitest'
import { firstPlace, onward } from '@core/paging'
import { ariaSort, asideOf, queryOf, turned, viewOf } from './search'

test('a view written into the address is read back the same', () => {
  const place = onward(onward(firstPlace, 'k1'), 'k2')
  const filters = { status: 'full', ageFrom: '35' }
  const view = { organization: 'o1', q: '张', filters, sort: '-age' as const, place }
  const query = queryOf(view)
  expect(query).toEqual({
    ...{ organization: 'o1', q: '张', status: 'full', ageFrom: '35' },
    ...{ sort: '-age', after: 'k2', page: '3' },
  })
  expect(viewOf(query as Record<string, string>, asideOf(view))).toEqual(view)
})

test('a head pressed again turns the order round', () => {
  expect(turned('name', 'age')).toBe('age')
  expect(turned('age', 'age')).toBe('-age')
  expect(turned('-age', 'age')).toBe('age')
  expect(ariaSort('-age', 'age')).toBe('descending')
  expect(ariaSort('-age', 'name')).toBe('none')
})
