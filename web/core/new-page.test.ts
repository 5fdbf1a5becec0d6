import { expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { destinationOf } from './new-page'

test('where a part of the page does not come, one is still on the way to it', async () => {
  const gone = () => Promise.reject(new Error('gone'))
  const router = createRouter({
    history: createMemoryHistory('/m/'),
    routes: [
      { path: '/', component: {} },
      { path: '/members/:id', component: gone },
    ],
  })
  const destination = destinationOf(router)
  await router.push('/')
  expect(destination()).toBe('/m/')
  router.onError(() => undefined)
  await router.push('/members/m1?group=a').catch(() => undefined)
  expect(destination()).toBe('/m/members/m1?group=a')
})
