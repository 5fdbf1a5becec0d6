import { readonly, shallowRef } from 'vue'
import type { components } from './api.gen'
import { client } from './client'

/** The server's view of the installation, its words for the demonstration spelled out. */
export type About = components['schemas']['AboutView'] & {
  demo: { kind: 'none' | 'county' | 'city'; state: 'none' | 'loading' | 'ready' | 'failed' }
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
