/** How a state of a meeting looks: what still waits, what is done, what came back. */
export function toneOf(state: string): 'done' | 'due' | 'late' | 'neutral' {
  if (state === 'accepted' || state === 'archived' || state === 'signed') return 'done'
  if (state === 'returned' || state === 'short') return 'late'
  return state === 'draft' || state === 'in-session' ? 'due' : 'neutral'
}

/** Not before it was held can anything be said of who came. */
export function wasHeld(state: string): boolean {
  return !['noticed', 'cancelled'].includes(state)
}
