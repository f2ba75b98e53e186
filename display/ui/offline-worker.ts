import { pageOf, wayOf, type Shell } from './offline-shell.ts'

/**
 * The service worker of lobby, kiosk and desk, `/worker.js`: with it a page comes up although the hub is not there yet,
 * in the form it last had. It keeps a page only whole, with every file it needs, and the build writes the list of them
 * into it, so that a hub with other pages brings another worker, which takes the old one's place and throws away what
 * that one kept. It knows nothing of what a page shows: that the page remembers itself (`connect.ts`).
 */
const shell = builtShell
const cacheName = `${cachePrefix()}${shell.build}`
// The page's own types stand for the worker's here: the two are different worlds that share one program.
const worker = globalThis as unknown as WorkerScope

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const way = wayOf(shell, event.request, worker.location.origin)
  if (way.kind === 'page') event.respondWith(answerPage(event, way.page))
  if (way.kind === 'file') event.respondWith(answerFile(event.request))
})

/** Keeps what is open now and what was kept before. */
async function install(): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const wanted = new Set(open.map(({ url }) => pageOf(shell, url)))
  for (const page of Object.keys(shell.pages)) if (await caches.match(page)) wanted.add(page)
  for (const page of wanted) if (page !== null) await keep(page)
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(cachePrefix()) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await worker.clients.claim()
}

/** The page last, so that one which is found has all its files. */
async function keep(page: string): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll([...(shell.pages[page] ?? [])])
  const answer = await fetch(page, { cache: 'no-store' })
  if (!answer.ok) throw new Error(`the hub answered ${answer.status} for ${page}`)
  await cache.put(page, answer)
}

async function answerPage(event: FetchEvent, page: string): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(page)
  const fresh = fetch(event.request)
  if (!kept) {
    event.waitUntil(fresh.then(() => keep(page)).catch(() => undefined))
    return fresh
  }
  return Promise.race([
    fresh.then(
      (answer) => (answer.ok ? answer : kept),
      () => kept,
    ),
    new Promise<Response>((resolve) => setTimeout(() => resolve(kept), hubMsMax)),
  ])
}

async function answerFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(request.url)) ?? fetch(request)
}

function cachePrefix(): string {
  return 'loket-shell-'
}

/** Beyond it a page that was kept is the better answer, in ms. */
const hubMsMax = 2_000

/** Written here by the build. */
declare const builtShell: Shell

interface LastingEvent {
  readonly waitUntil: (work: Promise<unknown>) => void
}

interface FetchEvent extends LastingEvent {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly clients: {
    readonly matchAll: (options: {
      readonly type: 'window'
      readonly includeUncontrolled: boolean
    }) => Promise<readonly { readonly url: string }[]>
    readonly claim: () => Promise<void>
  }
  readonly skipWaiting: () => Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
