import { io, type Socket } from 'socket.io-client'
import type { ScreenId } from '../../shared/ids.ts'
import type { MediaAnswer, MediaRequest } from '../../shared/media-orders.ts'
import type { TicketWords } from '../../shared/office.ts'
import type { Answer } from '../../shared/outcome.ts'
import type {
  ClientToServer,
  DeskDoor,
  DeviceDoor,
  DoorAnswer,
  DoorMessage,
  Hello,
  PreviewAnswer,
  ScreenAnswer,
  ScreenOrder,
  ScreenReport,
  ServerToClient,
  SlipAnswer,
  SlipRequest,
  View,
  ViewMessage,
} from '../../shared/wire.ts'
import { initialLink, missesView, reduceLink, type LinkEvent, type LinkState } from './link.ts'

/**
 * The live link of one page: a store of `LinkState` fed by a socket, for `useSyncExternalStore`. It reconnects for
 * ever. Commands carry their own id and are sent again until answered, so that a broken link never doubles one.
 */
export interface Link<V extends View> {
  readonly state: () => LinkState<V>
  /** What the hub's door says: to a desk who sits there, to a device whether it is paired. */
  readonly door: () => DeskDoor | DeviceDoor | null
  readonly subscribe: (listener: () => void) => () => void
  /** Takes a view that came by another way than the socket. */
  readonly hear: (message: ViewMessage<V>) => void
  readonly give: (command: object, id?: string) => Promise<Answer>
  readonly ask: (message: DoorMessage) => Promise<DoorAnswer>
  /** Asks a kiosk's printer for a paper that is no ticket. */
  readonly print: (request: SlipRequest) => Promise<SlipAnswer>
  readonly close: () => void
}

/** What desks and TVs say to each other besides, and what a desk asks of a kiosk's printer. */
export interface OfficeLink<V extends View> extends Link<V> {
  /** Asks how the ticket would look with these words of the office. */
  readonly preview: (words: TicketWords) => Promise<PreviewAnswer>
  /** From a desk: has a TV do something. */
  readonly order: (order: ScreenOrder) => Promise<ScreenAnswer>
  /** From a desk: asks something of the pictures, videos and slides for the TVs. */
  readonly media: (request: MediaRequest) => Promise<MediaAnswer>
  /** From a TV: says how it is, now and whenever the link is made again. */
  readonly report: (report: ScreenReport) => void
  /** To a TV: what a desk asks of it. */
  readonly onOrder: (listener: (order: ScreenOrder['order']) => void) => void
}

export function connect<V extends View>(address: string, hello: Hello): OfficeLink<V> {
  const socket: Socket<ServerToClient, ClientToServer> = io(address, {
    auth: { ...hello, ...remembered(hello) },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    ackTimeout: answerMsMax,
    retries: Infinity,
  })
  const listeners = new Set<() => void>()
  let state = restored<V>(hello)
  let door: DeskDoor | DeviceDoor | null = null
  let report: ScreenReport | null = null

  let keptAt = Date.now()
  const keep = () => {
    keptAt = Date.now()
    store(hello, state)
  }

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const take = (event: LinkEvent<V>) => {
    const next = reduceLink(state, event)
    if (next === state) return
    state = next
    tell()
  }
  const knock = (next: DeskDoor | DeviceDoor) => {
    door = next
    tell()
  }

  const hear = (message: ViewMessage<V>) => {
    const before = state
    take({ type: 'view', message, at: Date.now() })
    if (state !== before) keep()
  }
  // The hub sends each socket only the view its hello asked for.
  socket.on('view', (message) => hear(message as typeof message & { readonly view: V }))
  socket.on('connect', () => {
    take({ type: 'joined' })
    if (report) socket.volatile.emit('report', report)
  })
  socket.on('beat', (beat) => {
    if (missesView(state, beat)) socket.volatile.emit('refresh')
    take({ type: 'beat', beat, at: Date.now() })
  })
  socket.on('door', knock)
  socket.on('device', (next) => {
    knock(next)
    if (next.state !== 'paired') return
    remember('device', next.device)
    socket.auth = { ...hello, ...remembered(hello) }
    socket.disconnect().connect()
  })
  addEventListener('pagehide', keep)
  const timer = setInterval(() => {
    take({ type: 'tick', at: Date.now() })
    // After a cut of power the time that was last heard is known to the minute.
    if (state.freshness === 'live' && Date.now() - keptAt > keepEveryMs) keep()
  }, tickMs)

  return {
    state: () => state,
    door: () => door,
    hear,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    give: (command, id = newId()) => answered((answer) => socket.emit('command', { id, command }, answer)),
    ask: async (message) => {
      const answer = await answered<DoorAnswer>((answer) => socket.emit('door', message, answer))
      if (answer.ok) {
        if (answer.device !== undefined) remember('device', answer.device)
        if (answer.session !== undefined) remember('session', answer.session)
        socket.auth = { ...hello, ...remembered(hello) }
      }
      return answer
    },
    print: (request) => answered((answer) => socket.emit('slip', request, answer)),
    preview: (words) => answered((answer) => socket.emit('preview', words, answer)),
    media: (request) => answered((answer) => socket.emit('media', request, answer)),
    order: (order) => answered((answer) => socket.emit('screen', order, answer)),
    report: (next) => {
      if (JSON.stringify(next) === JSON.stringify(report)) return
      report = next
      if (socket.connected) socket.volatile.emit('report', next)
    },
    onOrder: (listener) => {
      socket.on('screen', (order, heard) => {
        heard()
        listener(order)
      })
    },
    close: () => {
      clearInterval(timer)
      removeEventListener('pagehide', keep)
      socket.close()
    },
  }
}

/** What a message is answered; `emit` sends it with the acknowledgement it is given. */
function answered<A>(emit: (answer: (...parts: unknown[]) => void) => void): Promise<A> {
  return new Promise((resolve, reject) => {
    // With `retries` the acknowledgement is (error, answer); the error never comes while retries are endless.
    emit((...parts) => {
      const last = parts.at(-1) as A | undefined
      if (last) resolve(last)
      else reject(new Error('the hub gave no answer'))
    })
  })
}

/** A fresh command id; kept by the caller when a press may be repeated. `randomUUID` needs HTTPS, this does not. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The address of the hub: where the page came from, or `?hub=` in a window of the app's own protocol. */
export function hubAddress(location: Location): string {
  return new URLSearchParams(location.search).get('hub') ?? location.origin
}

/** This window's own name, made once and kept. */
export function screenId(): ScreenId {
  const known = recall('screen')
  const id = known ?? newId()
  if (known === null) remember('screen', id)
  // Made just above, or kept by an earlier life of this page: the hub checks its form again.
  return id as ScreenId
}

function remembered(hello: Hello): { device?: string; session?: string } {
  const device = 'screen' in hello ? recall('device') : null
  const session = hello.as === 'desk' ? recall('session') : null
  return { ...(device !== null && { device }), ...(session !== null && { session }) }
}

/** The last view of this page, so that a screen switched on before the hub has something honest to show. */
function restored<V extends View>(hello: Hello): LinkState<V> {
  const kept = hello.as === 'lobby' || hello.as === 'phone' ? recall(viewKey(hello)) : null
  if (kept === null) return initialLink()
  try {
    const { message, heardAt } = JSON.parse(kept)
    return reduceLink(initialLink<V>(), { type: 'restored', message, heardAt, at: Date.now() })
  } catch {
    return initialLink()
  }
}

function store<V extends View>(hello: Hello, { message, heardAt }: LinkState<V>): void {
  if (message === null || (hello.as !== 'lobby' && hello.as !== 'phone')) return
  remember(viewKey(hello), JSON.stringify({ message, heardAt }))
}

function viewKey(hello: Hello): string {
  return hello.as === 'phone' ? `view-${hello.token}` : `view-${hello.as}`
}

// A browser that forbids storage (or is full) loses only what is remembered over a reload.
function recall(key: string): string | null {
  try {
    return localStorage.getItem(`loket-${key}`)
  } catch {
    return null
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`loket-${key}`, value)
  } catch {
    return
  }
}

const tickMs = 1_000
const keepEveryMs = 60_000
const answerMsMax = 4_000
