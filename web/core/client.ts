import { outageBegan, outageEnded } from './outage'
import { Problem, problemOf } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

export interface RequestOptions {
  query?: Query
  signal?: AbortSignal | undefined
  /** Such as `If-Match` or `Idempotency-Key`. */
  headers?: Record<string, string>
  /** Goes on trying through an outage. Reads do unless told otherwise; writes only where safe. */
  patient?: boolean
  /** Set where 401 is an answer and not the end of the session. */
  anonymous?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const FIRST_PAUSE = 2
const LONGEST_PAUSE = 20

let signedOut: () => void = () => undefined

/** Tells the client what to do when the server no longer knows the session. */
export function onSignedOut(action: () => void): void {
  signedOut = action
}

let provesAgain: () => Promise<boolean> = () => Promise.resolve(false)

/** Tells the client how to have somebody prove themselves again; true if they did. */
export function onStepUp(action: () => Promise<boolean>): void {
  provesAgain = action
}

/** What is grave asks once more who one is. */
const isStepUp = ({ status, body }: Problem) => status === 403 && body.type === '/problems/step-up'

/** What a refusal means beyond the request it answers: whoever is not known here has to sign in. */
export function heedRefusal(problem: Problem): void {
  if (problem.status === 401) signedOut()
}

export const client = {
  get: <T>(path: string, options?: RequestOptions) => send<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    send<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    send<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    send<T>('PATCH', path, body, options),
  delete: <T>(path: string, options?: RequestOptions) =>
    send<T>('DELETE', path, undefined, options),
  /** What is made of what is sent, such as a paper. */
  file: (path: string, body: unknown) => receive(path, body),
}

async function receive(path: string, body: unknown): Promise<Blob> {
  try {
    return await receiveOnce(path, body)
  } catch (error) {
    if (error instanceof Problem && isStepUp(error) && (await provesAgain())) {
      return receiveOnce(path, body)
    }
    throw error
  }
}

async function receiveOnce(path: string, body: unknown): Promise<Blob> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headersFor('POST', body), Accept: '*/*' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Problem(0)
  })
  if (response.ok) return response.blob()
  if (response.status === 401) signedOut()
  throw await problemOf(response)
}

async function send<T>(
  method: Method,
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<T> {
  const patient = options.patient ?? method === 'GET'
  let proved = false
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await sendOnce<T>(method, path, body, options)
      outageEnded()
      return answer
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (!error.passing) outageEnded()
      if (isStepUp(error) && !proved && (await provesAgain())) {
        proved = true // the very request goes out again, once
        continue
      }
      if (!options.anonymous) heedRefusal(error)
      if (!patient || !error.passing) throw error
      outageBegan(error)
      await pause(pauseAfter(attempt, error.retryAfter), options.signal)
    }
  }
}

async function sendOnce<T>(
  method: Method,
  path: string,
  body: unknown,
  { query, signal, headers }: RequestOptions,
): Promise<T> {
  const response = await fetch(path + queryString(query), {
    method,
    signal: signal ?? null,
    credentials: 'same-origin',
    headers: { ...headersFor(method, body), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(brokenOff)
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  const text = await response.text().catch(brokenOff)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The line was lost, before the answer or in the middle of it; or nobody wants it any more. */
function brokenOff(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Problem(0)
}

function headersFor(method: Method, body: unknown): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  return method === 'GET' ? headers : { ...headers, ...tokenHeaders() }
}

/** What every write has to bring along, so that no other site can have it done. */
export function tokenHeaders(): Record<string, string> {
  const token = cookie('XSRF-TOKEN')
  return token === null ? {} : { 'X-XSRF-TOKEN': token }
}

function cookie(name: string): string | null {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`))
  return pair === undefined ? null : decodeURIComponent(pair.slice(name.length + 1))
}

export function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** Seconds: what the server asks for, or ever longer, so that a server coming back is not overrun. */
export function pauseAfter(attempt: number, retryAfter: number | null): number {
  return Math.min(retryAfter ?? FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE)
}

function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('Aborted', 'AbortError'))
    })
  })
}
