import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sirv from 'sirv'
import { Server } from 'socket.io'
import { exampleNotices, morningAt } from '../../display/gallery/notices.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import type { EpochMs } from '../../shared/ids.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { wireLimits, type ClientToServer, type ServerToClient, type ViewMessage } from '../../shared/wire.ts'

/**
 * A busy office in which time runs `speed` times as fast, on a real socket, for the real page of the lobby. Every
 * order is a real command to the real core; only paper, disk and doors are left out.
 */
export interface FastOffice {
  readonly address: string
  /** One number is taken and called, now and then once more; returns the number. */
  readonly call: () => string
  /** Raises a notice, or resolves the one that stands. */
  readonly turnNotice: () => void
  readonly callsMade: () => number
  readonly stop: () => Promise<void>
}

const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')

export async function startFastOffice(speed: number): Promise<FastOffice> {
  const begun = performance.now()
  const now = (): EpochMs => Math.round(openedAt + (performance.now() - begun) * speed)
  const office = new Scenario(openedAt)
  const files = sirv(web)
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/lobby')) request.url = '/display/lobby/index.html'
    files(request, response, () => void response.writeHead(404).end())
  })
  // A page whose time runs fast must not miss the pings of a server whose time does not.
  const io = new Server<ClientToServer, ServerToClient>(server, { pingInterval: 3_600_000, pingTimeout: 3_600_000 })

  let version = 1
  const message = (): ViewMessage => ({ epoch: 'fast', version, at: now(), view: lobbyView(office.state, now()) })
  const minutes = () => (now() - openedAt) / 60_000
  io.on('connection', (socket) => {
    socket.emit('view', message())
    socket.on('refresh', () => socket.emit('view', message()))
    socket.on('command', (_command, answer) => answer({ ok: true, outcome: { kind: 'done' } }))
  })
  const beat = setInterval(() => io.emit('beat', { epoch: 'fast', version, at: now() }), wireLimits.beatMs / speed)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const tell = () => {
    version++
    io.emit('view', message())
  }
  let turns = 0
  let notices = 0
  const { services, counters } = office.state.office
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callsMade: () => office.state.callsMade,
    call: () => {
      const turn = turns++
      const [service, counter] = [services[turn % services.length], counters[turn % counters.length]]
      if (!service || !counter) throw new Error('an office without services or counters calls nobody')
      office.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, minutes())
      const waiting = office.state.lines[service.id]?.at(-1)
      if (waiting === undefined) throw new Error('the number taken does not wait')
      office.give(staff, { type: 'CallTicket', counter: counter.id, ticket: waiting }, minutes())
      if (turn % recallEvery === 0) office.give(staff, { type: 'Recall', counter: counter.id }, minutes())
      tell()
      return knownTicket(office.state.tickets, waiting).number
    },
    turnNotice: () => {
      const [standing] = office.state.notices
      const content = exampleNotices[notices % 4]
      if (standing) office.give(staff, { type: 'ResolveNotice', notice: standing.id }, minutes())
      else if (content) {
        notices++
        // Numbers are given on, and no promised moment passes while time runs fast.
        const lasting = { newTickets: 'warn', waiting: 'keep', nextNews: null, expectedEnd: null } as const
        office.give(staff, { type: 'RaiseNotice', content: { ...content, ...lasting } }, minutes())
      }
      tell()
    },
    stop: async () => {
      clearInterval(beat)
      await io.close()
    },
  }
}

/** Early enough that the day does not end while it is measured. */
const openedAt = morningAt(8)
const recallEvery = 3
