import type { Router } from 'vue-router'
import { client } from './client'

/** Tells the address one is on the way to, or else at; to be asked for before other guards. */
export function destinationOf(router: Router): () => string {
  let wanted = '/'
  router.beforeEach((to) => {
    wanted = to.fullPath
    return true
  })
  router.afterEach(() => void (wanted = router.currentRoute.value.fullPath))
  return () => router.resolve(wanted).href
}

/**
 * Where a part of the page does not come, the line is away, or an upgrade has replaced it. Once
 * the server answers, the page is taken anew where somebody wanted to go.
 */
export function takeNewPages(destination: () => string): void {
  window.addEventListener('vite:preloadError', () => void takeNewPage(destination))
}

async function takeNewPage(destination: () => string) {
  const last = Number(sessionStorage.getItem('sunmao.reloaded') ?? 0)
  if (Date.now() - last < 10_000) return
  await client.get('/api/about', { anonymous: true })
  sessionStorage.setItem('sunmao.reloaded', String(Date.now()))
  location.assign(destination())
}
