import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '@core/problem'
import type { ImportState, News } from './api'
import { follow } from './follow'

/** A source of events whose other end is the test. */
class Source extends EventTarget {
  static last: Source
  closed = false
  constructor(readonly address: string) {
    super()
    Source.last = this
  }
  close() {
    this.closed = true
  }
  say(state: ImportState) {
    const data = JSON.stringify(newsOf(state))
    this.dispatchEvent(new MessageEvent('import', { data }))
  }
  break() {
    this.dispatchEvent(new Event('error'))
  }
}

const newsOf = (state: ImportState) => ({ state, counts: {}, progress: null }) as unknown as News
const told: string[] = []
const listener = {
  told: ({ state }: News) => void told.push(state),
  rests: () => void told.push('rests'),
  failed: ({ status }: Problem) => void told.push(`failed ${status}`),
}
/** Answers in turn, the last for ever. */
const answers = (...states: (ImportState | Problem)[]) => {
  let at = 0
  return vi.fn(() => {
    const answer = states[Math.min(at++, states.length - 1)]
    return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(newsOf(answer!))
  })
}

beforeEach(() => {
  told.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('events are followed until the work rests', () => {
  const ask = answers('previewing')
  follow('i 1', listener, ask)
  expect(Source.last.address).toBe('/api/imports/i%201/events')
  Source.last.say('previewing')
  Source.last.say('previewed')
  expect(told).toEqual(['previewing', 'rests'])
  expect(Source.last.closed).toBe(true)
  Source.last.break()
  expect(ask).not.toHaveBeenCalled()
})

test('where events break off, it is asked every two seconds', async () => {
  const ask = answers('committing', 'committing', 'committed')
  follow('i1', listener, ask)
  Source.last.break()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['committing'])
  await vi.advanceTimersByTimeAsync(4000)
  expect(told).toEqual(['committing', 'committing', 'rests'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(3)
  expect(Source.last.closed).toBe(true)
})

test('where events are held back, it is asked after ten seconds of silence', async () => {
  const ask = answers('committed')
  follow('i1', listener, ask)
  await vi.advanceTimersByTimeAsync(9000)
  Source.last.say('committing')
  await vi.advanceTimersByTimeAsync(9000)
  expect(ask).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual(['committing', 'rests'])
})

test('a browser without events asks from the beginning', async () => {
  vi.stubGlobal('EventSource', undefined)
  follow('i1', listener, answers('previewing', 'previewed'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(told).toEqual(['previewing', 'rests'])
})

test('what is there no more is said once', async () => {
  const ask = answers(new Problem(404))
  follow('i1', listener, ask)
  Source.last.break()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual(['failed 404'])
  expect(ask).toHaveBeenCalledTimes(1)
})

test('whoever has left hears nothing more', async () => {
  const ask = answers('committed')
  const stop = follow('i1', listener, ask)
  stop()
  Source.last.say('committing')
  Source.last.break()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
  expect(ask).not.toHaveBeenCalled()
})
