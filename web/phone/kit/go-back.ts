import { useRouter, type RouteLocationRaw } from 'vue-router'

/**
 * Goes to a page by the way back if one came from it, so that it stands as one left it and the
 * phone's own "back" does not lead round in circles.
 */
export function useGoBack(): (to: RouteLocationRaw) => void {
  const router = useRouter()
  return (to) => {
    const came = (history.state as { back?: unknown } | null)?.back
    const wanted = router.resolve(to).path
    if (typeof came === 'string' && router.resolve(came).path === wanted) router.back()
    else void router.replace(to)
  }
}
