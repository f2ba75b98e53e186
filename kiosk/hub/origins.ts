import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/**
 * Which requests come from this machine's own screen, and which browsers may open a socket at all.
 *
 * The Host header is checked, so that a foreign name that was made to resolve to this machine (DNS rebinding) gains
 * nothing. Known are the machine's own name, the office's address, and what nobody out there can make point here: an
 * address in figures, for which no name is asked, and names under endings that only the local network resolves. A
 * WebSocket must name an origin that is one of the hub's own pages, because browsers let any page open a WebSocket
 * anywhere. None of this makes a request local: that takes loopback and a loopback name.
 */
export interface Origins {
  /** A request over loopback, by a loopback name, that no proxy has passed on. */
  isLocal(request: IncomingMessage): boolean
  mayConnect(request: IncomingMessage): boolean
}

/** What the pages ask besides. */
export interface PageOrigins extends Origins {
  /** Whether a page opened by this name gets its socket; where not, it should say where it does. */
  knowsHost(request: IncomingMessage): boolean
}

/**
 * `address` tells the office's public address, where it has one. `onUnknownHost` hears of each name that is not known,
 * once, and of no more than `unknownHostsMax`: whoever asks can make up as many as he likes.
 */
export function originsOf(address: () => string | null, onUnknownHost: (name: string) => void = () => {}): PageOrigins {
  const names = new Set(ownNames())
  const told = new Set<string>()

  const knowsHost = (request: IncomingMessage) => {
    const name = hostOf(request.headers.host)?.hostname
    if (name === undefined) return false
    const office = address()
    if (names.has(name) || isAddress(name) || localName.test(name)) return true
    if (office !== null && new URL(office).hostname === name) return true
    if (!told.has(name) && told.size < unknownHostsMax && name.length <= hostLengthMax) {
      told.add(name)
      onUnknownHost(name)
    }
    return false
  }
  return {
    knowsHost,
    isLocal: (request) =>
      isLoopback(request.socket.remoteAddress ?? '') &&
      loopbackNames.has(hostOf(request.headers.host)?.hostname ?? '') &&
      request.headers['x-forwarded-for'] === undefined &&
      request.headers.forwarded === undefined,
    mayConnect: (request) => {
      if (!knowsHost(request)) return false
      const { origin } = request.headers
      // A browser leaves the origin out only when it reads from its own site, never for a WebSocket or a POST.
      if (origin === undefined) return request.method === 'GET' && request.headers.upgrade === undefined
      if (origin === appOrigin) return true
      const page = URL.canParse(origin) ? new URL(origin) : null
      return page !== null && /^https?:$/.test(page.protocol) && page.host === request.headers.host
    },
  }
}

/**
 * Endings under which nobody can buy a name: .local (RFC 6762), .home.arpa (RFC 8375) and .internal (reserved by ICANN
 * in 2024) are kept out of the public DNS for good; .lan, which routers hand out, is not in its root. Whoever rules the
 * local network can still point such a name here, but reaches the hub without that, and as a visitor all the same.
 */
const localName = /^[^.].*\.(local|lan|home\.arpa|internal)\.?$/

const unknownHostsMax = 20
/** The longest name the DNS has. */
const hostLengthMax = 253

/** The origin of pages shown by a kiosk's own window, on this machine or another; no website can have it. */
const appOrigin = 'loket://kiosk'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

function hostOf(header: string | undefined): URL | null {
  return header !== undefined && URL.canParse(`http://${header}`) ? new URL(`http://${header}`) : null
}

function ownNames(): readonly string[] {
  const name = hostname().toLowerCase()
  return [...loopbackNames, name]
}

/** An address in figures: there is no name that could have been made to point here. */
function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
}

/** The first address at which other devices on the local network reach this machine; null without a network. */
export function networkAddress(): string | null {
  const found = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return found?.address ?? null
}
