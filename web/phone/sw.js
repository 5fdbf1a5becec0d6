/*
 * Lets the phone open where there is no line: the page and the parts of it that recording takes,
 * nothing of what the interfaces answer. A page that has them all says so; only then do they take
 * the place of an earlier set, so that what is kept always fits together.
 */
const STORE = 'sunmao-phone'
const SHELL = '/m/'

/** Milliseconds after which a line is as good as none. */
const PATIENCE = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', ({ data, ports: [port] }) => {
  keep(data.keep).then(
    (kept) => port?.postMessage(kept),
    () => port?.postMessage(false), // the earlier set goes on
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(part(request))
})

/** True where the page and its parts are of one build and all here. */
async function keep(parts) {
  const shell = await fetch(SHELL)
  const text = await shell.clone().text()
  const named = text.match(/\/assets\/[^"]+/g) ?? []
  if (!shell.ok || !named.every((part) => parts.includes(part))) return false
  const store = await caches.open(STORE)
  const here = new Set((await store.keys()).map(({ url }) => new URL(url).pathname))
  await store.addAll(parts.filter((part) => !here.has(part)))
  await store.put(SHELL, shell)
  const wanted = new Set([SHELL, ...parts])
  await Promise.all([...here].filter((path) => !wanted.has(path)).map((path) => store.delete(path)))
  return true
}

/** What the server says, as long as it says something. */
async function page(request) {
  try {
    const answer = await answerOf(request)
    if (answer.status < 500) return answer
    return (await kept(SHELL)) ?? answer
  } catch (error) {
    const shell = await kept(SHELL)
    if (shell === undefined) throw error
    return shell
  }
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(async () => {
      const shell = await kept(SHELL)
      if (shell !== undefined) resolve(shell)
    }, PATIENCE)
    fetch(request)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })
}

/** The name of a part changes with its content. */
async function part(request) {
  return (await kept(request)) ?? fetch(request)
}

async function kept(key) {
  const store = await caches.open(STORE)
  return store.match(key)
}
