import { readonly, ref } from 'vue'
import type { Problem } from './problem'

export type Outage = 'database' | 'network'

const current = ref<Outage | null>(null)

/** What is away just now; the entry's banner says so while requests go on trying. */
export const outage = readonly(current)

export function outageBegan(problem: Problem): void {
  current.value = problem.status === 503 ? 'database' : 'network'
}

export function outageEnded(): void {
  current.value = null
}
