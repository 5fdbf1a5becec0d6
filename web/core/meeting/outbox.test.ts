import { expect, test, vi } from 'vitest'
import { Problem } from '../problem'
import type { MeetingView, NewMeeting } from './api'
import {
  differences,
  forgetWaiting,
  HANGS,
  outboxOf,
  waitingOf,
  type Shelf,
  type Waiting,
} from './outbox'

const branch = { id: 'b1', name: '柳河村党支部' }

const meeting = (topic: string): NewMeeting => ({
  type: 'theme-day',
  on: '2026-11-27',
  topic,
  absent: [{ member: 'm1', reason: 'leave' }],
  distant: [],
  guests: [],
  hosted: [],
  agenda: [],
  votes: [],
})

function shelf(): Shelf & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  }
}

const viewOf = (said: NewMeeting, id: string) =>
  ({ ...said, id, restricted: false, record: null, resolution: null }) as unknown as MeetingView

/** Records once a key, as the real one does; the line to it may fail on the way there or back. */
function server(fails: () => 'request' | 'answer' | null) {
  const kept = new Map<string, MeetingView>()
  const send = async (item: Waiting) => {
    await Promise.resolve()
    const failing = fails()
    if (failing === 'request') throw new Problem(0)
    const view = kept.get(item.key) ?? viewOf(item.said, `meeting ${kept.size + 1}`)
    kept.set(item.key, view)
    await Promise.resolve()
    if (failing === 'answer') throw new Problem(0)
    return view
  }
  return { kept, send, topics: () => [...kept.values()].map(({ topic }) => topic).sort() }
}

/** The same numbers for the same seed, so that what fails can be looked at again. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('what is sent without a line waits, and goes when the line is back', async () => {
  const line = { away: true }
  const there = server(() => (line.away ? 'request' : null))
  const device = shelf()
  const outbox = outboxOf('a1', device, there.send)
  outbox.put(branch, meeting('学习'))
  expect((await outbox.flush()).outcome).toBe('waits')
  expect(there.topics()).toEqual([])

  line.away = false
  const after = outboxOf('a1', device, there.send) // the page was closed meanwhile
  expect((await after.flush()).recorded).toHaveLength(1)
  expect(there.topics()).toEqual(['学习'])
  expect(after.list()).toEqual([])
})

test('a line that swallows what is sent is given up, and the rest is not held up', async () => {
  vi.useFakeTimers()
  const there = server(() => null)
  const hangs = (_: Waiting, signal: AbortSignal) =>
    new Promise<MeetingView>((_, lost) =>
      signal.addEventListener('abort', () => lost(new DOMException('', 'AbortError'))),
    )
  const line = { swallows: true }
  const outbox = outboxOf('a1', shelf(), (item, signal) =>
    line.swallows ? hangs(item, signal) : there.send(item),
  )
  outbox.put(branch, meeting('学习'))
  const flushed = outbox.flush()
  await vi.advanceTimersByTimeAsync(HANGS)
  expect((await flushed).outcome).toBe('waits')

  line.swallows = false
  expect((await outbox.flush()).recorded).toHaveLength(1)
  expect(there.topics()).toEqual(['学习'])
  vi.useRealTimers()
})

test.each([...Array(200).keys()])(
  'cut at any moment, nothing is lost and nothing recorded twice (seed %i)',
  async (seed) => {
    const chance = random(seed)
    const line = { bad: 0.7 }
    const there = server(() => {
      if (chance() >= line.bad) return null
      return chance() < 0.5 ? 'request' : 'answer'
    })
    const device = shelf()
    let tabs = [outboxOf('a1', device, there.send), outboxOf('a1', device, there.send)]
    const written: string[] = []
    for (let step = 0; step < 30; step++) {
      const tab = tabs[Math.floor(chance() * 2)]!
      const what = chance()
      if (what < 0.3) {
        written.push(`记录 ${step}`)
        tab.put(branch, meeting(`记录 ${step}`))
      } else if (what < 0.5) {
        void tab.flush() // nobody waits for it, so that two tabs send at once
      } else if (what < 0.7) {
        await Promise.all(tabs.map((one) => one.flush()))
      } else if (what < 0.8) {
        tabs = [outboxOf('a1', device, there.send), outboxOf('a1', device, there.send)]
      }
    }
    line.bad = 0
    await Promise.all(tabs.map((one) => one.flush()))
    await tabs[0]!.flush()
    expect(there.topics()).toEqual(written.sort())
    expect(tabs[0]!.list()).toEqual([])
  },
)

test('what the server refuses is kept, told with its reason, and holds up nothing else', async () => {
  const there = server(() => null)
  const outbox = outboxOf('a1', shelf(), (item) => {
    if (item.said.topic !== '将来') return there.send(item)
    const errors = [{ pointer: '/on', detail: '日期在将来' }]
    throw new Problem(422, { title: '不能记', detail: '还没有开', rule: 'R-LF-15', errors })
  })
  outbox.put(branch, meeting('将来'))
  outbox.put(branch, meeting('学习'))
  expect((await outbox.flush()).outcome).toBe('done')
  expect(there.topics()).toEqual(['学习'])
  const [left] = outbox.list()
  expect(left).toMatchObject({
    said: { topic: '将来' },
    trouble: { kind: 'refused', detail: '还没有开', rule: 'R-LF-15', unsure: false },
  })
  expect((await outbox.flush()).recorded).toEqual([]) // asked again only when somebody says so
})

test('mended, it goes under the key it had; a lost answer before cannot record it twice', async () => {
  const fails: ('request' | 'answer' | null)[] = ['answer']
  const there = server(() => fails.shift() ?? null)
  const outbox = outboxOf('a1', shelf(), there.send)
  const { key } = outbox.put(branch, meeting('学习'))
  await outbox.flush()
  expect(there.topics()).toEqual(['学习'])
  outbox.put(branch, meeting('学习和劳动'), key)
  await outbox.flush()
  expect(there.topics()).toEqual(['学习'])
  expect(outbox.list()).toMatchObject([
    {
      said: { topic: '学习和劳动' },
      trouble: { kind: 'differs', meeting: 'meeting 1', fields: ['主题'] },
    },
  ])
})

test('at the end of a session it waits for the next, of the same account', async () => {
  const device = shelf()
  const outbox = outboxOf('a1', device, () => Promise.reject(new Problem(401)))
  outbox.put(branch, meeting('学习'))
  expect((await outbox.flush()).outcome).toBe('signed-out')
  const there = server(() => null)
  await outboxOf('a2', device, there.send).flush()
  expect(there.topics()).toEqual([])
  expect(waitingOf('a1', device)).toBe(1)
  await outboxOf('a1', device, there.send).flush()
  expect(there.topics()).toEqual(['学习'])
})

test('older than the memory of the server it is not sent by itself', async () => {
  const clock = { now: Date.UTC(2026, 10, 1) }
  const fails: ('answer' | null)[] = ['answer']
  const there = server(() => fails.shift() ?? null)
  const outbox = outboxOf('a1', shelf(), there.send, () => clock.now)
  const { key } = outbox.put(branch, meeting('学习'))
  await outbox.flush()
  clock.now += 8 * 86_400_000
  await outbox.flush()
  expect(outbox.read(key)?.trouble).toEqual({ kind: 'old' })
  outbox.renew(key)
  await outbox.flush()
  expect(there.topics()).toEqual(['学习', '学习']) // somebody looked, and said it was not there
})

test('a busy server is left alone as long as it asks', async () => {
  const outbox = outboxOf('a1', shelf(), () => Promise.reject(new Problem(429, {}, 30)))
  outbox.put(branch, meeting('学习'))
  expect(await outbox.flush()).toMatchObject({ outcome: 'waits', retryAfter: 30 })
})

test('where storage is full it is kept as long as the page', async () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const full = { ...shelf(), setItem }
  const there = server(() => null)
  const outbox = outboxOf('a1', full, there.send)
  outbox.put(branch, meeting('学习'))
  expect(outbox.list()).toHaveLength(1)
  await outbox.flush()
  expect(there.topics()).toEqual(['学习'])
  expect(outbox.list()).toEqual([])
})

test('whoever wants nothing left behind leaves nothing', () => {
  const device = shelf()
  outboxOf('a1', device, server(() => null).send).put(branch, meeting('学习'))
  expect([...device.texts.keys()]).toHaveLength(1)
  forgetWaiting('a1', device)
  expect([...device.texts.keys()]).toEqual([])
})

test('what the reader may not see is no difference', () => {
  const said = { ...meeting('学习'), resolution: '同意' }
  const view = viewOf(meeting('学习'), 'meeting 1')
  expect(differences(said, view)).toEqual(['决议'])
  expect(differences(said, { ...view, restricted: true })).toEqual([])
})
