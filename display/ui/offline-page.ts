/**
 * How a page that nobody attends stays up: it has itself kept for a start without the hub, follows an update of the hub,
 * and comes back after a fault of its own. It never lets go of what is on the screen unless something is there to take
 * its place, and never while `isFree` says that somebody would lose something.
 */
export interface PageLife {
  readonly root: Element
  /** Whether the page may be loaded afresh now; told for how long, in ms, nobody has touched it. */
  readonly isFree: (idleMs: number) => boolean
}

/** To be called first of all, so that the page comes back whatever fails after it. */
export function keepPageUp({ root, isFree }: PageLife): void {
  const build = buildOf(document)
  forgetForeignViews(build)
  keepForLater()
  let touchedAt = performance.now()
  const touched = () => {
    touchedAt = performance.now()
  }
  for (const sign of ['pointerdown', 'keydown', 'input']) addEventListener(sign, touched, { capture: true })
  setInterval(() => {
    if (isFree(performance.now() - touchedAt)) void followUpdate(build)
  }, updateEveryMs)
  setInterval(() => {
    if (root.childElementCount === 0) void comeBack()
  }, emptyEveryMs)
}

/** Forgets the views that another build of this page remembered: it may have known them in another form. */
function forgetForeignViews(build: string): void {
  try {
    if (localStorage.getItem(buildKey) === build) return
    forgetViews()
    localStorage.setItem(buildKey, build)
  } catch {
    // A browser that forbids storage remembers no views either.
  }
}

/** Needs a secure context, which plain HTTP is only on this machine: elsewhere the page works without, as ever. */
function keepForLater(): void {
  if (!isSecureContext || !location.protocol.startsWith('http')) return
  navigator.serviceWorker.register('/worker.js').catch(() => undefined)
}

/** Loads the page afresh when the hub has another build of it than `build`. */
async function followUpdate(build: string): Promise<void> {
  const html = await pageOfHub()
  if (html === null) return
  const next = buildOf(new DOMParser().parseFromString(html, 'text/html'))
  if (next === build || wasTriedLately(next)) return
  location.reload()
}

/** An update that a slow network keeps from arriving is not tried every minute. */
function wasTriedLately(build: string): boolean {
  try {
    if (sessionStorage.getItem(triedKey) === build && performance.now() < againAfterMs) return true
    sessionStorage.setItem(triedKey, build)
  } catch {
    // Then it is tried every minute.
  }
  return false
}

/** A page whose program failed, or whose components threw, is empty; what was remembered may be why. */
async function comeBack(): Promise<void> {
  try {
    forgetViews()
  } catch {
    // Nothing is remembered where storage is forbidden.
  }
  if ((await pageOfHub()) !== null || (isSecureContext && navigator.serviceWorker.controller)) location.reload()
}

/** This page as the hub has it now; null when it does not answer. */
async function pageOfHub(): Promise<string | null> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(answerMsMax) })
    return answer.ok ? await answer.text() : null
  } catch {
    return null
  }
}

/** The names of all that the page is made of, which change with their content. */
function buildOf(page: Document): string {
  const parts = page.head.querySelectorAll('script[src], link[href]')
  return [...parts].map((part) => part.getAttribute('src') ?? part.getAttribute('href')).join(' ')
}

function forgetViews(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('loket-view-')) localStorage.removeItem(key)
}

const buildKey = 'loket-build'
const triedKey = 'loket-tried'
const updateEveryMs = 60_000
const emptyEveryMs = 10_000
const againAfterMs = 600_000
const answerMsMax = 5_000
