import { computed, shallowRef } from 'vue'
import type { Router } from 'vue-router'
import { onSignedOut } from '../client'
import { loadDictionary } from '../dictionary'
import { Problem } from '../problem'
import { forgetSession, resumeSession, session } from '../session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people who have not signed in. */
    public?: boolean
    /** Of use without a line, to somebody this device knows. */
    offline?: boolean
  }
}

interface Barred {
  problem: Problem
  retry: () => void
}

const current = shallowRef<Barred | null>(null)

/** What keeps somebody from any page; the entry shows it in place of the page. */
export const barred = computed(() => current.value)

/**
 * Who has not signed in, or is no longer, does so first and comes back to the page afterwards.
 *
 * @param goesAway whether there is no line, and somebody this device knows goes on without it
 */
export function guard(router: Router, goesAway = async () => false): void {
  router.beforeEach(async (to) => {
    if (to.meta.public || (to.meta.offline && (await goesAway()))) return true
    await resumeSession()
    if (session.value === null) return signIn(to.fullPath)
    await loadDictionary()
    return true
  })
  router.onError((error, to) => {
    if (!(error instanceof Problem)) return
    const retry = () => void router.push(to.fullPath).catch(() => undefined) // told of here again
    current.value = { problem: error, retry }
  })
  router.afterEach(() => void (current.value = null))
  onSignedOut(() => {
    if (session.value === null) return // signed out by oneself: nobody comes back to this page
    forgetSession()
    const { meta, fullPath } = router.currentRoute.value
    if (!meta.public) void router.push(signIn(fullPath))
  })
}

function signIn(next: string) {
  return { name: 'sign-in', query: next === '/' ? {} : { next } }
}
