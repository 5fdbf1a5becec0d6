import { Problem } from '@core/problem'
import { eventsOf, importAt, type News } from './api'
import { isWorking } from './state'

export interface Listener {
  told: (news: News) => void
  /** The work has come to rest: all of it is to be read anew. */
  rests: () => void
  failed: (problem: Problem) => void
}

/** So long nothing may be heard before it is asked instead: some proxies hold events back. */
const SILENCE = 10_000
const EVERY = 2_000

/**
 * Follows an import at work: by events as long as they come, else by asking every two seconds.
 * Returns how to stop.
 */
export function follow(
  id: string,
  { told, rests, failed }: Listener,
  ask: (id: string) => Promise<News> = importAt,
): () => void {
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let source: EventSource | null = null

  function stop() {
    over = true
    clearTimeout(timer)
    source?.close()
  }

  function hear(news: News) {
    if (over) return
    if (isWorking(news.state)) return told(news)
    stop()
    rests()
  }

  async function poll() {
    source?.close()
    clearTimeout(timer)
    try {
      hear(await ask(id))
    } catch (error) {
      if (over) return
      stop()
      failed(error instanceof Problem ? error : new Problem(-1))
      return
    }
    if (!over) timer = setTimeout(() => void poll(), EVERY)
  }

  function awaitNews() {
    clearTimeout(timer)
    timer = setTimeout(() => void poll(), SILENCE)
  }

  if (typeof EventSource === 'undefined') void poll()
  else {
    source = new EventSource(eventsOf(id))
    source.addEventListener('import', ({ data }: MessageEvent<string>) => {
      if (over) return
      awaitNews()
      hear(JSON.parse(data) as News)
    })
    source.addEventListener('error', () => {
      if (!over) void poll()
    })
    awaitNews()
  }
  return stop
}
