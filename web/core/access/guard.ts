import type { Router } from 'vue-router'
import { onSignedOut } from '../client'
import { loadDictionary } from '../dictionary'
import { forgetSession, resumeSession, session } from '../session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people who have not signed in. */
    public?: boolean
  }
}

/** Who has not signed in, or is no longer, does so first and comes back to the page afterwards. */
export function guard(router: Router): void {
  router.beforeEach(async (to) => {
    if (to.meta.public) return true
    await resumeSession()
    if (session.value === null) return signIn(to.fullPath)
    await loadDictionary()
    return true
  })
  onSignedOut(() => {
    forgetSession()
    const { meta, fullPath } = router.currentRoute.value
    if (!meta.public) void router.push(signIn(fullPath))
  })
}

function signIn(next: string) {
  return { name: 'sign-in', query: next === '/' ? {} : { next } }
}
