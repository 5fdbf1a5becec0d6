import { afterEach, expect, test, vi } from 'vitest'
import { eventReader, readEvents, type StreamEvent } from './events'
import { Problem } from './problem'

afterEach(() => vi.unstubAllGlobals())

const read = (...pieces: string[]) => {
  const told: StreamEvent[] = []
  const take = eventReader((event) => void told.push(event))
  pieces.forEach(take)
  return told
}

test('an event is told once it is whole, however the text is cut', () => {
  const text = ': up\n\nevent: board\ndata: {"late":1}\n\nevent:board\ndata:{"late":2}\n\nevent: bo'
  const whole = [
    { name: 'board', data: '{"late":1}' },
    { name: 'board', data: '{"late":2}' },
  ]
  expect(read(text)).toEqual(whole)
  expect(read(...text)).toEqual(whole)
  expect(read(text.replace(/\n/g, '\r\n'))).toEqual(whole)
  expect(read(...text.replace(/\n/g, '\r\n'))).toEqual(whole)
})

test('several lines of data are one text, and a comment is no event', () => {
  expect(read('data: a\ndata: b\n\n:\n\n')).toEqual([{ name: 'message', data: 'a\nb' }])
})

const answer = (response: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(response))
const streamOf = (text: string) => () => Promise.resolve(new Response(text))

test('a stream is read to its end, and every piece says that the line is up', async () => {
  answer(streamOf(': up\n\nevent: board\ndata: 榫卯\n\n'))
  const told: string[] = []
  const listener = {
    event: ({ data }: StreamEvent) => void told.push(data),
    alive: () => void told.push('alive'),
  }
  await readEvents('/api/board/events', listener, new AbortController().signal)
  expect(told).toEqual(['alive', '榫卯'])
})

test('a refusal tells why', async () => {
  const ignored = { event: () => undefined, alive: () => undefined }
  const { signal } = new AbortController()
  answer(() => Promise.resolve(new Response('{}', { status: 403 })))
  await expect(readEvents('/x', ignored, signal)).rejects.toMatchObject({ status: 403 })
  answer(() => Promise.reject(new TypeError('no way')))
  await expect(readEvents('/x', ignored, signal)).rejects.toEqual(new Problem(0))
})
