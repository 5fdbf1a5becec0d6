import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { asOf, badDay, carryDay, dayIn, daySpan } from './as-of'

const component = {}

async function atMembers(query: Record<string, string>) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/members', name: 'members', meta: { register: true }, component },
      { path: '/members/:id', name: 'member', meta: { register: true }, component },
      { path: '/members/:id/edit', name: 'edit', component },
    ],
  })
  carryDay(router)
  await router.push({ name: 'members', query })
  return router
}

test('a day of the address is one that can be looked at, or today', () => {
  const of = (asOf: string) => dayIn({ asOf }, '2026-11-25')
  expect(of('2026-10-01')).toBe('2026-10-01')
  expect(of('2026-11-25')).toBeNull()
  expect(dayIn({}, '2026-11-25')).toBeNull()
  expect(of('1921-06-30')).toBeUndefined()
  expect(of('2036-11-25')).toBe('2036-11-25')
  expect(of('2036-11-26')).toBeUndefined()
  expect(of('2026-02-30')).toBeUndefined()
  expect(of('gestern')).toBeUndefined()
})

test('ten years after a leap day is a day', () => {
  expect(daySpan('2028-02-29').latest).toBe('2038-02-28')
})

test('the day goes along between registers, in links and in steps, and not into forms', async () => {
  const router = await atMembers({ asOf: '2020-01-01', q: 'zs' })
  expect(asOf.value).toBe('2020-01-01')
  expect(router.resolve('/members/m1').href).toBe('/members/m1?asOf=2020-01-01')
  expect(router.resolve({ name: 'edit', params: { id: 'm1' } }).href).toBe('/members/m1/edit')
  await router.push({ name: 'member', params: { id: 'm1' } })
  expect(router.currentRoute.value.fullPath).toBe('/members/m1?asOf=2020-01-01')
  await router.push('/members?q=ls')
  expect(router.currentRoute.value.fullPath).toBe('/members?q=ls&asOf=2020-01-01')
})

test('another day of its own stands, and today is gone back to by name', async () => {
  const router = await atMembers({ asOf: '2020-01-01' })
  const { href } = router.resolve({ name: 'members', query: { asOf: '2021-01-01' } })
  expect(href).toBe('/members?asOf=2021-01-01')
  await router.push({ query: { asOf: 'today' } })
  expect(router.currentRoute.value.fullPath).toBe('/members')
  expect(asOf.value).toBeNull()
})

test('a day nobody can look at is said, and today shown', async () => {
  await atMembers({ asOf: '1900-01-01' })
  expect(asOf.value).toBeNull()
  expect(badDay.value).toBe(true)
})
