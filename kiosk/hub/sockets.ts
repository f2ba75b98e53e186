import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { KioskId } from '../../shared/ids.ts'
import { wireLimits, type ClientToServer, type Hello, type ServerToClient } from '../../shared/wire.ts'
import type { Origins } from './origins.ts'

/** The hub's socket server and what it keeps of each socket. */
export type HubServer = Server<ClientToServer, ServerToClient, Record<never, never>, Visitor>
export type HubSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, Visitor>

/** What the hub knows of one socket. */
export interface Visitor {
  hello: Hello
  isLocal: boolean
  /** The device behind it, as failed tries are counted. */
  from: string
  session: string | undefined
  /** The kiosk whose screen or printer it is; null for all others and for one that is not let in. */
  kiosk: KioskId | null
  /** The audience whose views it gets; null while it gets none. */
  audience: string | null
}

export function makeServer(http: HttpServer, origins: Origins): HubServer {
  return new Server(http, {
    perMessageDeflate: false,
    serveClient: false,
    pingInterval: wireLimits.beatMs,
    pingTimeout: wireLimits.beatMs,
    maxHttpBufferSize: wireLimits.messageBytesMax,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, origins.mayConnect(request)),
    cors: { origin: 'loket://kiosk' },
  })
}
