import { Problem, problemOf } from './problem'

/** One event of a stream (`text/event-stream`). */
export interface StreamEvent {
  name: string
  data: string
}

export interface StreamListener {
  event: (event: StreamEvent) => void
  /** Something came, if only the comment that says the line is up. */
  alive: () => void
}

/**
 * Reads a stream of events until it ends. By fetch and not by EventSource: that one tells neither
 * why it was refused nor that the line is still up, and tries again for ever by itself.
 *
 * @throws Problem where the server refuses or is away
 */
export async function readEvents(
  address: string,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<void> {
  const headers = { Accept: 'text/event-stream, application/problem+json' }
  const response = await fetch(address, { signal, credentials: 'same-origin', headers }).catch(
    away(signal),
  )
  if (!response.ok) throw await problemOf(response)
  if (response.body === null) throw new Problem(0)
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const take = eventReader(listener.event)
  for (;;) {
    const { done, value } = await reader.read().catch(away(signal))
    if (done) return
    listener.alive()
    take(decoder.decode(value, { stream: true }))
  }
}

function away(signal: AbortSignal) {
  return (error: unknown): never => {
    if (signal.aborted) throw error
    throw new Problem(0)
  }
}

/** Takes text as it comes, in pieces of any size, and tells each event once it is whole. */
export function eventReader(tell: (event: StreamEvent) => void): (text: string) => void {
  let rest = ''
  let name = ''
  let data: string[] = []

  function take(line: string) {
    if (line === '') {
      if (data.length > 0) tell({ name: name === '' ? 'message' : name, data: data.join('\n') })
      name = ''
      data = []
    } else if (line.startsWith('event:')) {
      name = valueOf(line, 'event:')
    } else if (line.startsWith('data:')) {
      data.push(valueOf(line, 'data:'))
    }
  }

  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    lines.forEach(take)
  }
}

/** One space after the colon is not of the value. */
function valueOf(line: string, field: string): string {
  return line.slice(field.length).replace(/^ /, '')
}
