import { client } from '../client'
import { readEvents, type StreamListener } from '../events'
import { Problem } from '../problem'
import { eventsOf, type Board } from './api'

/** live: told at once; asking: asked again and again; stale: nothing comes, what is shown is old. */
export type Line = 'live' | 'asking' | 'stale'

export interface Follower {
  told: (board: Board) => void
  line: (line: Line) => void
  /** The board may be seen no longer; nothing more is heard. */
  ended: (problem: Problem) => void
}

export interface Ways {
  read: (address: string, listener: StreamListener, signal: AbortSignal) => Promise<void>
  ask: (organization: string) => Promise<Board>
}

const SECOND = 1000
/** The first board comes at once; where nothing does, something on the way holds events back. */
const BEGINNING = 8 * SECOND
/** The server says every fifteen seconds that it is there. */
const SILENCE = 40 * SECOND
const LONGEST_PAUSE = 30

/** Asked once and not patiently: the follower has its own patience. */
async function askOnce(organization: string): Promise<Board> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), BEGINNING)
  const { signal } = limit
  try {
    const options = { query: { organization }, signal, patient: false, anonymous: true }
    return await client.get<Board>('/api/board', options)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Follows the board of today: by events as long as they come, else by asking, ever more seldom.
 * Returns how to stop.
 */
export function followBoard(
  organization: string,
  follower: Follower,
  { read, ask }: Ways = { read: readEvents, ask: askOnce },
): () => void {
  let over = false
  let attempt = 0
  let running = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop() {
    over = true
    clearTimeout(timer)
    running.abort()
  }

  function awaitNews(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => running.abort(), milliseconds)
  }

  async function listen() {
    running = new AbortController()
    awaitNews(BEGINNING)
    await read(eventsOf(organization), { alive: heard, event: hear }, running.signal).catch(refused)
    clearTimeout(timer)
    if (!over) await goOn()
  }

  function heard() {
    if (over) return
    attempt = 0
    awaitNews(SILENCE)
    follower.line('live')
  }

  function hear({ name, data }: { name: string; data: string }) {
    if (!over && name === 'board') follower.told(JSON.parse(data) as Board)
  }

  /** A line that broke once is taken up again at once; what breaks again is asked for meanwhile. */
  async function goOn() {
    if (attempt > 0) await poll()
    if (over) return
    timer = setTimeout(() => void listen(), pauseBefore(attempt++))
  }

  async function poll() {
    try {
      const board = await ask(organization)
      if (over) return
      follower.told(board)
      follower.line('asking')
    } catch (error) {
      refused(error)
      if (!over) follower.line('stale')
    }
  }

  function refused(error: unknown) {
    if (over || !(error instanceof Problem) || !isFinal(error)) return
    stop()
    follower.ended(error)
  }

  void listen()
  return stop
}

/** Whoever is not known, not entitled or asks for what is not there will be told so again. */
function isFinal({ status }: Problem): boolean {
  return status === 401 || status === 403 || status === 404
}

/** 1, 2, 4 … 30 seconds. */
export function pauseBefore(attempt: number): number {
  return Math.min(2 ** attempt, LONGEST_PAUSE) * SECOND
}
