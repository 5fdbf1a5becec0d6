import { ref } from 'vue'
import { useGrowing } from '../growing'
import { Problem } from '../problem'
import { digests, seeDigest, type Digest } from './api'
import { oneSeen } from './unseen'

/** One's reminders, the newest first; what is opened is marked, and its mark stays for this visit. */
export function useDigests() {
  const { items, next, problem, busy, known, more } = useGrowing(digests)
  const told = ref(new Set<string>())

  async function opened({ id, seen }: Digest) {
    if (seen || told.value.has(id)) return
    told.value.add(id)
    try {
      await seeDigest(id)
      oneSeen(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      told.value.delete(id) // it counts as unseen until it is opened again
    }
  }

  return { items, next, problem, busy, known, more, opened }
}
