/**
 * A clock of its own for the lobby's page. `ownTime` runs in the page before its program: from then on its time stands
 * still until `liveUntil` moves it on, timer by timer in the order in which they are due, a hundred times as fast as the
 * world or more. No timer is left out.
 *
 * The office is told the page's time over the page's own socket, and answers when it is to be told again, so that both
 * clocks are one. What takes the world's time (an answer to a request, a picture or a sound being decoded, a frame after
 * something was told) is waited for while the page's time stands still.
 */
export interface OwnTime {
  /** Lives on until so long after it was opened, in ms by its own clock. */
  readonly liveUntil: (ms: number) => Promise<void>
  readonly seen: Seen
}

/** What was seen on the page while it lived. */
export interface Seen {
  /** Timers that have run. */
  timers: number
  /** How often another number stood in the large place, and how often something of the office's own. */
  numbers: number
  media: number
  /** How often it grew dark, and how often the picture moved by a hair. */
  nights: number
  shifts: number
  /** How often it said that it has not heard from the office. */
  cutOffs: number
}

export function ownTime(openedAt: number): void {
  interface Timer {
    dueMs: number
    readonly everyMs: number | null
    readonly run: () => void
  }
  let lifeMs = 0
  let ids = 0
  const timers = new Map<number, Timer>()
  const add = (run: () => void, ms: number, everyMs: number | null) => {
    timers.set(++ids, { dueMs: lifeMs + ms, everyMs, run })
    return ids
  }
  const drop = (id: number) => void timers.delete(id)
  const nextFrame = requestAnimationFrame
  Date.now = () => openedAt + Math.round(lifeMs)
  performance.now = () => lifeMs
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms = 0) => add(run, Math.max(1, ms), null),
    setInterval: (run: () => void, ms = 0) => add(run, Math.max(1, ms), Math.max(1, ms)),
    clearTimeout: drop,
    clearInterval: drop,
  })

  /** What the world still owes the page. */
  const owed = new Set<Promise<unknown>>()
  const owe = (promise: Promise<unknown>) => {
    owed.add(promise)
    const paid = () => void owed.delete(promise)
    promise.then(paid, paid)
    return promise
  }
  const waitFor = (owner: object, name: string) => {
    const run: (...given: unknown[]) => Promise<unknown> = Reflect.get(owner, name)
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      return owe(Reflect.apply(run, this, given))
    })
  }
  waitFor(globalThis, 'fetch')
  waitFor(HTMLImageElement.prototype, 'decode')
  waitFor(AudioContext.prototype, 'decodeAudioData')
  const createElement = document.createElement.bind(document)
  Object.assign(document, {
    createElement: (name: string) => {
      const element = createElement(name)
      if (element instanceof HTMLVideoElement) {
        const settled = ['canplay', 'error', 'emptied']
        void owe(new Promise<void>((pay) => settled.forEach((sign) => element.addEventListener(sign, () => pay()))))
      }
      return element
    },
  })

  /** The page's own socket, on which the office is told the time. */
  let socket: WebSocket | null = null
  let heard: (said: { readonly next: number; readonly wasTold: boolean }) => void = () => {}
  let join = () => {}
  const joined = new Promise<void>((resolve) => {
    join = resolve
  })
  const timeId = 900_000_000
  globalThis.WebSocket = new Proxy(WebSocket, {
    construct: (Socket, [address, protocols]) => {
      const made = new Socket(address, protocols)
      made.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string') return
        // A view, and an acknowledgement, as Socket.IO writes them.
        if (data.startsWith('42["view"')) join()
        if (data.startsWith(`43${timeId}`)) heard(JSON.parse(data.slice(`43${timeId}`.length))[0])
      })
      socket = made
      return made
    },
  })
  const tell = () =>
    new Promise<Parameters<typeof heard>[0]>((resolve) => {
      heard = resolve
      socket?.send(`42${timeId}${JSON.stringify(['time', Date.now()])}`)
    })

  const seen: Seen = { timers: 0, numbers: 0, media: 0, nights: 0, shifts: 0, cutOffs: 0 }
  const last = { numbers: '', media: '', nights: '', shifts: '', cutOffs: '' }
  const look = () => {
    const board = document.querySelector('main')
    const own = document.querySelector('section[aria-label="From the office"]')
    const now = {
      numbers: document.querySelector('section[aria-labelledby="now-serving"]')?.textContent ?? '',
      media: own?.getAttribute('data-kind') ?? '',
      nights: board?.getAttribute('data-dimmed') ?? '',
      shifts: board?.querySelector('div')?.style.transform ?? '',
      cutOffs: document.querySelector('#cut-off, header output')?.textContent ?? '',
    }
    for (const key of ['numbers', 'media', 'nights', 'shifts', 'cutOffs'] as const) {
      if (now[key] !== '' && now[key] !== last[key]) seen[key]++
      last[key] = now[key]
    }
  }
  const runTimersUntil = async (untilMs: number) => {
    for (;;) {
      let [dueId, due]: [number, Timer | null] = [0, null]
      for (const [id, timer] of timers)
        if (timer.dueMs <= untilMs && (due === null || timer.dueMs < due.dueMs)) [dueId, due] = [id, timer]
      if (due === null) break
      lifeMs = Math.max(lifeMs, due.dueMs)
      if (due.everyMs === null) timers.delete(dueId)
      else due.dueMs += due.everyMs
      seen.timers++
      due.run()
      // What the timer has promised and drawn comes before the next one.
      await Promise.resolve()
    }
    lifeMs = untilMs
  }
  /** To the next moment of which the office wants to be told, at the furthest until `ms`. */
  const step = async (ms: number) => {
    const { next, wasTold } = await tell()
    if (wasTold) await new Promise((resolve) => nextFrame(resolve))
    while (owed.size > 0) await Promise.allSettled(owed)
    look()
    await runTimersUntil(Math.min(ms, next - openedAt))
    return lifeMs >= ms
  }
  const own: OwnTime = {
    seen,
    liveUntil: async (ms) => {
      await joined
      for (let isThere = lifeMs >= ms; !isThere;) isThere = await step(ms)
    },
  }
  Object.assign(globalThis, { own })
}
