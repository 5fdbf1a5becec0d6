import { heedRefusal, tokenHeaders } from './client'
import { Problem, problemOf } from './problem'

/**
 * Sends a form with a file, telling how much of it has left: only the older interface of browsers
 * does. What failed is not repeated; whoever sends it still has the file.
 */
export function upload<T>(
  path: string,
  form: FormData,
  sent: (share: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    for (const [name, value] of Object.entries(tokenHeaders())) {
      request.setRequestHeader(name, value)
    }
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) sent(loaded / total)
    })
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as T)
      else void refusalOf(request).then(reject)
    })
    request.addEventListener('error', () => reject(new Problem(0)))
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

async function refusalOf(request: XMLHttpRequest): Promise<Problem> {
  const type = request.getResponseHeader('Content-Type') ?? ''
  const answer = { status: request.status, headers: { 'Content-Type': type } }
  const problem = await problemOf(new Response(request.responseText, answer))
  heedRefusal(problem)
  return problem
}
