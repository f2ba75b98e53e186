import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'
import { Server } from 'socket.io'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { morningAt } from '../../display/gallery/notices.ts'
import type { EpochMs } from '../../shared/ids.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import { lobbyView, type LobbyView } from '../../shared/views/lobby.ts'
import { wireLimits, type ClientToServer, type ServerToClient, type ViewMessage } from '../../shared/wire.ts'

/**
 * A busy office in which time runs `speed` times as fast, on a real socket, for the real page of the lobby. Every
 * order is a real command to the real core; only paper, disk and doors are left out.
 */
export interface FastOffice {
  readonly address: string
  /** One number is taken and called, now and then once more; returns the number. */
  readonly call: () => string
  readonly stop: () => Promise<void>
}

export async function startFastOffice(speed: number): Promise<FastOffice> {
  const openedAt = morningAt(8)
  const begun = performance.now()
  const now = (): EpochMs => Math.round(openedAt + (performance.now() - begun) * speed)
  const office = new Scenario(openedAt)
  const lobby = await serveLobby({ now, view: () => lobbyView(office.state, now()) })
  const minutes = () => (now() - openedAt) / 60_000
  const beat = setInterval(lobby.beat, wireLimits.beatMs / speed)
  let turns = 0
  const { services, counters } = office.state.office
  return {
    address: lobby.address,
    call: () => {
      const turn = turns++
      const [service, counter] = [services[turn % services.length], counters[turn % counters.length]]
      if (!service || !counter) throw new Error('an office without services or counters calls nobody')
      office.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, minutes())
      const waiting = office.state.lines[service.id]?.at(-1)
      if (waiting === undefined) throw new Error('the number taken does not wait')
      office.give(staff, { type: 'CallTicket', counter: counter.id, ticket: waiting }, minutes())
      if (turn % recallEvery === 0) office.give(staff, { type: 'Recall', counter: counter.id }, minutes())
      lobby.tell()
      return knownTicket(office.state.tickets, waiting).number
    },
    stop: async () => {
      clearInterval(beat)
      await lobby.stop()
    },
  }
}

/** The page of the lobby and its link, as a hub serves them. */
export interface LobbyServer {
  readonly address: string
  /** Sends the view where it has changed since the last time; says whether it had. */
  readonly tell: () => boolean
  readonly beat: () => void
  readonly stop: () => Promise<void>
}

export interface LobbyServed {
  readonly now: () => EpochMs
  readonly view: () => LobbyView
  /** Answers what is no part of the built pages; says whether it did. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** The page says what time it is by its own clock; returns when it wants to hear of the office again. */
  readonly pageTime?: (at: EpochMs) => PageTimeAnswer
}

export interface PageTimeAnswer {
  readonly next: EpochMs
  /** Whether the page was sent a view meanwhile. */
  readonly wasTold: boolean
}

interface PageToOffice extends ClientToServer {
  readonly time: (at: EpochMs, answer: (said: PageTimeAnswer) => void) => void
}

export async function serveLobby({ now, view, answer, pageTime }: LobbyServed): Promise<LobbyServer> {
  const files = sirv(web)
  const server = createServer((request, response) => {
    if (answer?.(request, response)) return
    if (request.url?.startsWith('/lobby')) request.url = '/display/lobby/index.html'
    files(request, response, () => void response.writeHead(404).end())
  })
  // A page whose time runs fast must not miss the pings of a server whose time does not.
  const io = new Server<PageToOffice, ServerToClient>(server, { pingInterval: weekMs, pingTimeout: weekMs })
  let version = 1
  let told = JSON.stringify(view())
  const message = (): ViewMessage => ({ epoch: 'bench', version, at: now(), view: view() })
  io.on('connection', (socket) => {
    socket.emit('view', message())
    socket.on('refresh', () => socket.emit('view', message()))
    socket.on('command', (_command, answered) => answered({ ok: true, outcome: { kind: 'done' } }))
    socket.on('time', (at, answered) => {
      if (pageTime) answered(pageTime(at))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: () => {
      const next = JSON.stringify(view())
      if (next === told) return false
      told = next
      version++
      io.emit('view', message())
      return true
    },
    beat: () => io.emit('beat', { epoch: 'bench', version, at: now() }),
    stop: () => io.close(),
  }
}

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
const recallEvery = 3
const weekMs = 7 * 24 * 3_600_000
