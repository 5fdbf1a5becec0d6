import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamListener } from '../events'
import { Problem } from '../problem'
import type { Board } from './api'
import { followBoard, pauseBefore } from './live'

const boardWith = (late: number) => ({ counted: { late } }) as Board
const told: string[] = []
const follower = {
  told: ({ counted }: Board) => void told.push(`late ${counted.late}`),
  line: (line: string) => void told.push(line),
  ended: ({ status }: Problem) => void told.push(`ended ${status}`),
}

/** A stream whose other end is the test. */
let listener: StreamListener
let breaks: (error?: unknown) => void
const read = vi.fn((_address: string, told: StreamListener, signal: AbortSignal) => {
  listener = told
  return new Promise<void>((resolve, reject) => {
    breaks = (error) => (error === undefined ? resolve() : reject(error))
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
  })
})
const ask = vi.fn(() => Promise.resolve(boardWith(7)))

function say(late: number) {
  listener.alive()
  listener.event({ name: 'board', data: JSON.stringify(boardWith(late)) })
}

beforeEach(() => {
  told.length = 0
  vi.useFakeTimers()
  vi.clearAllMocks()
})
afterEach(() => vi.useRealTimers())

test('each event is told, and asking is not needed', async () => {
  const stop = followBoard('o 1', follower, { read, ask })
  expect(read.mock.calls[0]![0]).toBe('/api/board/events?organization=o%201')
  say(1)
  say(2)
  expect(told).toEqual(['live', 'late 1', 'live', 'late 2'])
  stop()
  say(3)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(told).toHaveLength(4)
  expect(ask).not.toHaveBeenCalled()
  expect(read).toHaveBeenCalledTimes(1)
})

test('a stream that breaks off is taken up again within a second', async () => {
  followBoard('o1', follower, { read, ask })
  say(1)
  breaks()
  await vi.advanceTimersByTimeAsync(1000)
  expect(read).toHaveBeenCalledTimes(2)
  say(2)
  expect(told).toEqual(['live', 'late 1', 'live', 'late 2'])
  expect(ask).not.toHaveBeenCalled()
})

test('where events are held back it is asked, ever more seldom', async () => {
  followBoard('o1', follower, { read, ask })
  await vi.advanceTimersByTimeAsync(8000 + 1000 + 8000)
  expect(told).toEqual(['late 7', 'asking'])
  expect(read).toHaveBeenCalledTimes(2)
  expect([0, 1, 2, 5, 60].map(pauseBefore)).toEqual([1000, 2000, 4000, 30_000, 30_000])
})

test('a heartbeat is enough to know that nothing has changed, and its end is noticed', async () => {
  followBoard('o1', follower, { read, ask })
  say(1)
  for (let heartbeat = 0; heartbeat < 8; heartbeat++) {
    await vi.advanceTimersByTimeAsync(15_000)
    listener.alive()
  }
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(41_000)
  expect(read).toHaveBeenCalledTimes(2)
})

test('a server that is away makes the view stale until it is back', async () => {
  ask.mockRejectedValueOnce(new Problem(0))
  followBoard('o1', follower, { read, ask })
  breaks(new Problem(0))
  await vi.advanceTimersByTimeAsync(1000)
  breaks(new Problem(503))
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['stale'])
  await vi.advanceTimersByTimeAsync(2000)
  say(3)
  expect(told).toEqual(['stale', 'live', 'late 3'])
})

test('whoever may see the board no longer is told so once', async () => {
  followBoard('o1', follower, { read, ask })
  say(1)
  breaks(new Problem(401))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual(['live', 'late 1', 'ended 401'])
  expect(read).toHaveBeenCalledTimes(1)
})
