import { computed, shallowRef, watch } from 'vue'
import { Problem } from '../problem'
import { may, session } from '../session'
import { latestDigest, type LatestDigest } from './api'

/** The newest reminder and how many were not opened: asked for once, where it is first shown. */
const latest = shallowRef<LatestDigest | null>(null)
const tells = computed(() => (may('duties:read') ? (session.value?.account.id ?? null) : null))
let watched = false

async function load(account: string | null) {
  latest.value = null
  if (account === null) return
  try {
    latest.value = await latestDigest()
  } catch (error) {
    if (!(error instanceof Problem)) throw error // the page of reminders says what is wrong
  }
}

export function useUnseen() {
  if (!watched) {
    watched = true
    watch(tells, load, { immediate: true })
  }
  const unseen = computed(() => latest.value?.unseen ?? 0)
  return { latest, tells, unseen }
}

/** One was opened: whoever counts them counts one fewer. */
export function oneSeen(id: string): void {
  const now = latest.value
  if (now === null) return
  const digest = now.digest?.id === id ? { ...now.digest, seen: true } : now.digest
  latest.value = { unseen: Math.max(0, now.unseen - 1), digest }
}
