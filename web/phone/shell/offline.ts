import { nextTick } from 'vue'

/** What recording takes where there is no line; they come when nobody waits for anything. */
const parts = [
  () => import('../features/home/HomePage.vue'),
  () => import('../features/meeting/RecordPage.vue'),
  () => import('../features/meeting/MeetingsPage.vue'),
  () => import('@core/away'),
]

const ASSETS = '/assets/'
let asked = false

/** Has the browser keep the page with its parts; where it cannot, recording takes a line. */
export async function openWithoutLine(): Promise<void> {
  if (asked || !('serviceWorker' in navigator) || import.meta.env.DEV) return
  asked = true
  try {
    const [registration] = await Promise.all([
      navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' }),
      ...parts.map((part) => part()),
      navigator.serviceWorker.ready,
    ])
    await nextTick()
    registration.active?.postMessage({ keep: loadedParts() })
  } catch {
    asked = false // the line went away meanwhile: the next visit may do it
  }
}

/** All that this page has loaded, and its own. */
function loadedParts(): string[] {
  const named = Array.from(document.querySelectorAll('script[src], link[href]'), (it) =>
    it instanceof HTMLScriptElement ? it.src : (it as HTMLLinkElement).href,
  )
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const paths = [...named, ...loaded].map((address) => new URL(address).pathname)
  return [...new Set(paths)].filter((path) => path.startsWith(ASSETS))
}
