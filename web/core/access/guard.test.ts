import { expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { barred, guard } from './guard'

test('a server that cannot say who one is leaves an account and a way to try again', async () => {
  const answer = async (status: number) => new Response('{}', { status })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/members', component: {} },
      { path: '/sign-in', name: 'sign-in', meta: { public: true }, component: {} },
    ],
  })
  guard(router)
  vi.stubGlobal('document', { cookie: '' })
  vi.stubGlobal('fetch', () => answer(500))
  await router.push('/members').catch(() => undefined)
  expect(barred.value?.problem.status).toBe(500)

  vi.stubGlobal('fetch', () => answer(401))
  barred.value?.retry()
  await vi.waitFor(() => expect(barred.value).toBeNull())
  expect(router.currentRoute.value.fullPath).toBe('/sign-in?next=/members')
  vi.unstubAllGlobals()
})
