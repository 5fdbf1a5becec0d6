import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { client, onSignedOut, onStepUp, pauseAfter, queryString } from './client'
import { outage } from './outage'
import { Problem } from './problem'

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { cookie: 'theme=x; XSRF-TOKEN=a%2Fb; XSRF-TOKEN-OLD=no' })
})

afterEach(() => {
  fetched.mockReset()
  onSignedOut(() => undefined)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const json = (value: unknown) => () => Promise.resolve(Response.json(value))
const refusal = (status: number, body: unknown = {}, headers = {}) =>
  Promise.resolve(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    }),
  )
const headersOfCall = (call: number) => fetched.mock.calls[call]?.[1].headers

test('a write carries the token of the cookie, a read does not', async () => {
  fetched.mockImplementation(json({}))
  await client.post('/api/things', { name: '甲' })
  await client.get('/api/things')
  expect(headersOfCall(0)).toMatchObject({ 'X-XSRF-TOKEN': 'a/b' })
  expect(headersOfCall(1)).not.toHaveProperty('X-XSRF-TOKEN')
})

test('what is empty stays out of the address, what is zero or false does not', () => {
  expect(queryString({ q: '', after: null, parent: undefined, limit: 0, all: false })).toBe(
    '?limit=0&all=false',
  )
  expect(queryString({ q: '张 三&' })).toBe('?q=%E5%BC%A0+%E4%B8%89%26')
  expect(queryString({})).toBe('')
})

test('a refusal brings its rule and the fields it means', async () => {
  fetched.mockImplementation(() =>
    refusal(422, {
      title: '不能登记',
      detail: '预备期未满',
      rule: 'R-ADM-25',
      cites: ['第三十一条'],
      errors: [{ pointer: '/person/joinedOn', detail: '早于十八周岁' }],
    }),
  )
  const problem = (await client.post('/api/things', {}).catch((error: unknown) => error)) as Problem
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 422, message: '预备期未满', cites: ['第三十一条'] })
  expect(problem.byField).toEqual({ joinedOn: '早于十八周岁' })
})

test('a refusal that is no JSON still speaks Chinese', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response('<html>', { status: 500 })))
  await expect(client.get('/api/things')).rejects.toThrow('服务器出了差错，您的数据没有改动')
})

const stepUp = () => refusal(403, { type: '/problems/step-up', title: '请再验证一次' })

test('what is grave asks once more who one is, and then the very request goes out again', async () => {
  const asked = vi.fn(() => Promise.resolve(true))
  onStepUp(asked)
  fetched.mockImplementationOnce(stepUp)
  fetched.mockImplementationOnce(json({ id: 7 }))
  const sent = { columns: ['name'] }
  await expect(client.post('/api/exports', sent)).resolves.toEqual({ id: 7 })
  expect(asked).toHaveBeenCalledOnce()
  expect(fetched.mock.calls[1]?.[1].body).toBe(JSON.stringify(sent))
})

test('whoever does not prove it, or in vain, is told so and asked no second time', async () => {
  onStepUp(() => Promise.resolve(false))
  fetched.mockImplementation(stepUp)
  await expect(client.post('/api/exports', {})).rejects.toMatchObject({ status: 403 })
  expect(fetched).toHaveBeenCalledOnce()
  onStepUp(() => Promise.resolve(true))
  await expect(client.file('/api/strips', {})).rejects.toMatchObject({ status: 403 })
  expect(fetched).toHaveBeenCalledTimes(3)
  onStepUp(() => Promise.resolve(false))
})

test('a lost session is announced, an anonymous question is only answered', async () => {
  const lost = vi.fn()
  onSignedOut(lost)
  fetched.mockImplementation(() => refusal(401))
  await expect(client.get('/api/session', { anonymous: true })).rejects.toBeInstanceOf(Problem)
  expect(lost).not.toHaveBeenCalled()
  await expect(client.get('/api/members')).rejects.toBeInstanceOf(Problem)
  expect(lost).toHaveBeenCalledOnce()
})

test('a read waits as long as the server asks, says so, and then goes on by itself', async () => {
  fetched.mockImplementationOnce(() => refusal(503, {}, { 'Retry-After': '7' }))
  fetched.mockImplementationOnce(json({ count: 3 }))
  const answer = client.get('/api/members/count')
  await vi.advanceTimersByTimeAsync(6_900)
  expect(fetched).toHaveBeenCalledOnce()
  expect(outage.value).toBe('database')
  await vi.advanceTimersByTimeAsync(200)
  await expect(answer).resolves.toEqual({ count: 3 })
  expect(outage.value).toBeNull()
})

test('a read survives a cut line', async () => {
  fetched.mockImplementationOnce(() => Promise.reject(new TypeError('Failed to fetch')))
  fetched.mockImplementationOnce(json([]))
  const answer = client.get('/api/members')
  await vi.advanceTimersByTimeAsync(100)
  expect(outage.value).toBe('network')
  await vi.advanceTimersByTimeAsync(2_000)
  await expect(answer).resolves.toEqual([])
})

test('an answer that breaks off in its middle is a lost line', async () => {
  const body = new ReadableStream({ start: (it) => it.error(new TypeError('network error')) })
  fetched.mockResolvedValue(new Response(body))
  await expect(client.post('/api/things', {})).rejects.toMatchObject({ status: 0 })
})

test('a write is never sent twice by itself', async () => {
  fetched.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')))
  await expect(client.post('/api/things', {})).rejects.toMatchObject({ status: 0 })
  expect(fetched).toHaveBeenCalledOnce()
})

test('a write that may be repeated survives a cut line, its version with it', async () => {
  fetched.mockImplementationOnce(() => Promise.reject(new TypeError('Failed to fetch')))
  fetched.mockImplementationOnce(json({ version: 4 }))
  const headers = { 'If-Match': '"3"' }
  const answer = client.patch('/api/things/1', { name: '甲' }, { headers, patient: true })
  await vi.advanceTimersByTimeAsync(2_000)
  await expect(answer).resolves.toEqual({ version: 4 })
  expect(headersOfCall(1)).toMatchObject({ 'If-Match': '"3"', 'X-XSRF-TOKEN': 'a/b' })
})

test('a question nobody waits for any more is not asked again', async () => {
  fetched.mockImplementation(() => refusal(503))
  const asking = new AbortController()
  const answer = client
    .get('/api/members', { signal: asking.signal })
    .catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(100)
  asking.abort()
  expect(await answer).toMatchObject({ name: 'AbortError' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetched).toHaveBeenCalledOnce()
})

test('pauses grow and have an end', () => {
  expect([0, 1, 2, 3, 4, 9].map((attempt) => pauseAfter(attempt, null))).toEqual([
    2, 4, 8, 16, 20, 20,
  ])
  expect(pauseAfter(5, 3)).toBe(3)
})
