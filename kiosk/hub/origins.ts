import type { IncomingMessage } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'

/**
 * Which requests come from this machine's own screen, and which browsers may open a socket at all.
 *
 * The Host header is checked against the names this machine really has, so that a foreign name that was made to
 * resolve to it (DNS rebinding) gains nothing; a WebSocket must name an origin that is one of the hub's own pages, because
 * browsers let any page open a WebSocket anywhere.
 */
export interface Origins {
  /** A request over loopback, by a loopback name, that no proxy has passed on. */
  isLocal(request: IncomingMessage): boolean
  mayConnect(request: IncomingMessage): boolean
}

/** `address` tells the office's public address, where it has one. */
export function originsOf(address: () => string | null): Origins {
  const names = new Set(ownNames())

  const isOurHost = (request: IncomingMessage) => {
    const name = hostOf(request.headers.host)?.hostname
    if (name === undefined) return false
    const office = address()
    return names.has(name) || isOwnAddress(name) || (office !== null && new URL(office).hostname === name)
  }
  return {
    isLocal: (request) =>
      isLoopback(request.socket.remoteAddress ?? '') &&
      loopbackNames.has(hostOf(request.headers.host)?.hostname ?? '') &&
      request.headers['x-forwarded-for'] === undefined &&
      request.headers.forwarded === undefined,
    mayConnect: (request) => {
      if (!isOurHost(request)) return false
      const { origin } = request.headers
      // A browser leaves the origin out only when it reads from its own site, never for a WebSocket or a POST.
      if (origin === undefined) return request.method === 'GET' && request.headers.upgrade === undefined
      if (origin === appOrigin) return true
      const page = URL.canParse(origin) ? new URL(origin) : null
      return page !== null && /^https?:$/.test(page.protocol) && page.host === request.headers.host
    },
  }
}

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
  return [...loopbackNames, name, `${name}.local`]
}

/** Looked up each time: a board gets its address minutes after it started, and may get another. */
function isOwnAddress(name: string): boolean {
  return Object.values(networkInterfaces()).some((interfaces) =>
    interfaces?.some(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address) === name),
  )
}

/** The first address at which other devices on the local network reach this machine; null without a network. */
export function networkAddress(): string | null {
  const found = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
  return found?.address ?? null
}
