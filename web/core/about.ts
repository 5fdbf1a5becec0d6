import { readonly, shallowRef } from 'vue'
import { client } from './client'

export interface About {
  version: string
  demo: {
    kind: 'none' | 'county'
    state: 'none' | 'loading' | 'ready' | 'failed'
    step: string | null
    done: number
    total: number
  }
  firstAccount: boolean
}

const SECOND = 1000
const current = shallowRef<About | null>(null)

/** What this installation is; null until it has answered. */
export const about = readonly(current)

/** Asks what is installed, and again each second while the demonstration county is being built. */
export async function watchAbout(): Promise<void> {
  current.value = await client.get<About>('/api/about', { anonymous: true })
  if (current.value.demo.state === 'loading') setTimeout(() => void watchAbout(), SECOND)
}
