import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { asOf } from '../as-of'
import { heedRefusal } from '../client'
import { useResource } from '../resource'
import { boardOf, type Board } from './api'
import { changedBetween, changeWords } from './changes'
import { followBoard, type Line } from './live'

const MARKED_FOR = 20_000
/** Whoever listens is not told of every fact, but of what has come of them. */
const SAID_EVERY = 5_000

/**
 * The board of an organization on the day that is looked at; today's moves with the facts, and what
 * has moved is marked for a while.
 */
export function useBoard(organization: () => string | null) {
  const it = useResource(
    () => ({ id: organization(), day: asOf.value }),
    ({ id, day }, signal) => (id === null ? Promise.resolve(null) : boardOf(id, day, signal)),
  )
  const line = ref<Line | null>(null)
  const heardAt = ref<Date | null>(null)
  const changes = useChanges()
  let stop: () => void = () => undefined

  function take(board: Board) {
    const before = it.data.value
    if (board.organization.id !== before?.organization.id) return
    heardAt.value = new Date()
    if (JSON.stringify(before) === JSON.stringify(board)) return
    changes.note(before, board)
    it.data.value = board
  }

  const followed = computed(() =>
    asOf.value === null ? (it.data.value?.organization.id ?? null) : null,
  )
  watch(followed, (id) => {
    stop()
    changes.forget()
    line.value = null
    if (id === null) return
    heardAt.value = new Date()
    stop = followBoard(id, {
      told: take,
      line: (now) => (line.value = now),
      ended: (problem) => {
        heedRefusal(problem)
        it.data.value = null
        it.problem.value = problem
      },
    })
  })
  onScopeDispose(() => stop())
  const { changed, said } = changes
  return { ...it, line, heardAt, changed, said }
}

function useChanges() {
  const changed = shallowRef<ReadonlySet<string>>(new Set())
  const said = ref('')
  let told: Board | null = null
  let latest: Board | null = null
  let saying: ReturnType<typeof setTimeout> | undefined
  let unmarking: ReturnType<typeof setTimeout> | undefined

  function note(before: Board, after: Board) {
    changed.value = new Set([...changed.value, ...changedBetween(before, after)])
    clearTimeout(unmarking)
    unmarking = setTimeout(() => (changed.value = new Set()), MARKED_FOR)
    told ??= before
    latest = after
    saying ??= setTimeout(say, SAID_EVERY)
  }

  function say() {
    if (told !== null && latest !== null) said.value = changeWords(told, latest)
    told = latest
    saying = undefined
  }

  function forget() {
    clearTimeout(saying)
    clearTimeout(unmarking)
    saying = undefined
    told = latest = null
    changed.value = new Set()
    said.value = ''
  }
  onScopeDispose(forget)
  return { changed, said, note, forget }
}
