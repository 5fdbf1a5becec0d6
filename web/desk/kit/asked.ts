import { useRoute, useRouter } from 'vue-router'

/**
 * What the address of a page asks for. Filters are read from it and put into it, and kept nowhere
 * else: the page can be sent to somebody, and the way back leads to it as it was.
 */
export function useAsked() {
  const route = useRoute()
  const router = useRouter()

  /** The value under a name; null where there is none or more than one. */
  function asked(name: string): string | null {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : null
  }

  /** Changes some of it and leaves the rest; what is null is taken out. */
  function put(change: Record<string, string | null>): void {
    const query: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...route.query, ...change })) {
      if (typeof value === 'string' && value !== '') query[name] = value
    }
    void router.replace({ query })
  }

  return { asked, put }
}

/** What was chosen from a list. */
export const chosen = (event: Event): string => (event.target as HTMLSelectElement).value
