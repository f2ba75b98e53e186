import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import {
  agentCommandSchema,
  commandSchema,
  kioskCommandSchema,
  screenCommandSchema,
  staffCommandSchema,
  supervisorCommandSchema,
  type Actor,
  type Command,
} from '../../shared/commands.ts'
import { mainKiosk, type KioskId } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { SetupPaper } from '../../shared/views/printing.ts'
import {
  commandMessageSchema,
  doorMessageSchema,
  helloSchema,
  slipRequestSchema,
  wireLimits,
  type ClientToServer,
  type DoorAnswer,
  type HandAnswer,
  type Hello,
  type Person,
  type ServerToClient,
  type SlipAnswer,
} from '../../shared/wire.ts'
import { repeat, type Clock } from '../clock.ts'
import { kioskOf, type PairingCodes } from './devices.ts'
import type { Door } from './door.ts'
import type { Guard } from './guard.ts'
import type { Log } from './log.ts'
import type { Origins } from './origins.ts'
import { PaperMachine } from './paper-machine.ts'
import type { Presence } from './presence.ts'
import { Slips } from './slips.ts'
import type { Submit } from './submit.ts'
import type { Audiences } from './audiences.ts'

/**
 * The sockets. It parses every message, decides who is speaking, and passes commands to the submit loop; it holds no
 * truth of its own.
 *
 * K-1  What a socket may do follows from where it comes from and what it can prove, never from what it says it is.
 * K-2  No message ends the hub or another connection: everything is parsed, and every handler is caught.
 */
export interface GatewayParts {
  readonly origins: Origins
  readonly guard: Guard
  readonly door: Door
  readonly pairing: PairingCodes
  readonly presence: Presence
  readonly submit: Submit
  readonly audiences: Audiences
  readonly clock: Clock
  readonly log: Log
  /** Where phones find this hub. */
  readonly address: () => string
  /** The slip with the setup code for the first agent of the main kiosk; null when none is wanted. */
  readonly slip: (() => SetupPaper) | null
}

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

export function openGateway(io: HubServer, parts: GatewayParts): { close(): Promise<void> } {
  const { origins, guard, door, pairing, presence, submit, audiences, log } = parts
  const crowd = new Crowd()
  const machine = new PaperMachine(io)
  const slips = new Slips(io, parts)
  let { slip } = parts

  io.use((socket, next) => {
    const hello = helloSchema.safeParse(socket.handshake.auth)
    const { remoteAddress = 'unknown' } = socket.request.socket
    const isLocal = origins.isLocal(socket.request)
    if (!hello.success) return next(new Error('hello-not-understood'))
    if (!isLocal && hello.data.as === 'printer') return next(new Error('only-on-this-machine'))
    if (!isLocal && crowd.isFull(remoteAddress)) return next(new Error('too-many-connections'))
    Object.assign(socket.data, {
      hello: hello.data,
      isLocal,
      from: isLocal ? 'local' : remoteAddress,
      session: 'session' in hello.data ? hello.data.session : undefined,
      kiosk: null,
      audience: null,
    } satisfies Visitor)
    next()
  })

  io.on('connection', (socket) => {
    crowd.came(socket.data.from)
    socket.on('disconnect', () => {
      crowd.left(socket.data.from)
      pairing.left(socket.id)
      presence.left(socket.id)
      machine.left(socket)
      audiences.leave(socket)
      audiences.presenceChanged()
    })
    // Whatever a stranger sends in place of a payload or an acknowledgement arrives here as `unknown`.
    socket.on('command', (...message: readonly unknown[]) => {
      handle(message, async (payload) => answerCommand(socket, payload))
    })
    socket.on('door', (...message: readonly unknown[]) => {
      handle(message, async (payload) => answerDoor(socket, payload))
    })
    socket.on('machine', (...message: readonly unknown[]) => {
      handle(message, async (payload) => machine.said(socket, payload))
    })
    socket.on('hand', (...message: readonly unknown[]) => {
      handle(message, async (payload) => machine.hand(socket, payload))
    })
    socket.on('slip', (...message: readonly unknown[]) => {
      handle(message, async (payload) => answerSlip(socket, payload))
    })
    socket.on('refresh', () => audiences.refresh(socket))
    admit(socket)
  })

  const stopBeats = repeat(parts.clock, wireLimits.beatMs, () => {
    audiences.presenceChanged()
    audiences.beat(io)
  })

  return {
    close: async () => {
      stopBeats()
      await io.close()
    },
  }

  /** Gives a socket its role, and with it its views, or the code by which it can be let in. */
  function admit(socket: HubSocket): void {
    const { hello, isLocal } = socket.data
    switch (hello.as) {
      case 'status':
        audiences.join(socket, 'status')
        return
      case 'phone':
        audiences.join(socket, `phone:${hello.token}`)
        return
      case 'lobby': {
        const device = guard.deviceOf(hello.device)
        const name = device?.name ?? (isLocal ? 'local' : socket.data.from)
        presence.screenCame(socket.id, { screen: hello.screen, kind: 'lobby', name }, submit.state.notices)
        audiences.join(socket, 'lobby')
        audiences.presenceChanged()
        return
      }
      case 'kiosk':
      case 'agent': {
        const device = guard.deviceOf(hello.device)
        const asked = hello.as === 'agent' ? hello.kiosk : undefined
        const kiosk = device?.kind === hello.as ? kioskOf(device.name) : isLocal ? (asked ?? mainKiosk) : null
        if (kiosk === null) {
          socket.emit('device', { state: 'unpaired', pairingCode: pairing.show(socket.id) })
          return
        }
        socket.data.kiosk = kiosk
        if (hello.as === 'agent') {
          presence.agentCame(socket.id, kiosk)
          offerSlip(socket, kiosk)
        } else
          presence.screenCame(socket.id, { screen: hello.screen, kind: 'kiosk', name: kiosk }, submit.state.notices)
        audiences.join(socket, `${hello.as}:${kiosk}`)
        audiences.presenceChanged()
        return
      }
      case 'desk':
        door.open(socket)
        return
      case 'printer':
        machine.watch(socket)
        return
      default:
        hello satisfies never
    }
  }

  /** Offered to one agent at a time until one has taken it on; never again after that. */
  function offerSlip(socket: HubSocket, kiosk: KioskId): void {
    if (slip === null || kiosk !== mainKiosk || guard.isSetUp) return
    const paper = slip()
    slip = null
    socket.timeout(slipMsMax).emit('slip', paper, (error: Error | null) => {
      if (error) slip = () => paper
    })
  }

  function handle(
    message: readonly unknown[],
    answer: (payload: unknown) => Promise<Answer | DoorAnswer | HandAnswer | void>,
  ): void {
    const acknowledge = message.at(-1)
    answer(message[0]).then(
      (answered) => {
        if (typeof acknowledge === 'function') acknowledge(answered)
      },
      (error: unknown) => log.error('a message could not be handled', { error: String(error) }),
    )
  }

  async function answerCommand(socket: HubSocket, payload: unknown): Promise<Answer> {
    const message = commandMessageSchema.safeParse(payload)
    if (!message.success) return notUnderstood(message.error)
    const rights = rightsOf(socket.data)
    if (!rights) return { ok: false, refusal: { reason: 'not-allowed' } }
    const command = rights.schema.safeParse(message.data.command)
    if (!command.success) {
      // A command that only others may give is not a mistake in a field.
      const isOthers = commandSchema.safeParse(message.data.command).success
      return isOthers ? { ok: false, refusal: { reason: 'not-allowed' } } : notUnderstood(command.error)
    }
    if (command.data.type === 'ReportPainted') {
      const { notice, revision } = command.data
      if (submit.state.notices.some(({ id }) => id === notice)) presence.painted(socket.id, notice, revision)
      audiences.presenceChanged()
      // A screen nobody has let in may be counted, but leaves no trace in the ledger.
      if (!isTrusted(socket.data)) return { ok: true, outcome: { kind: 'done' } }
    }
    return submit.give(message.data.id, rights.actor(command.data), command.data)
  }

  async function answerDoor(socket: HubSocket, payload: unknown): Promise<DoorAnswer> {
    if (socket.data.hello.as !== 'desk') return { ok: false, refusal: { reason: 'not-allowed' } }
    const message = doorMessageSchema.safeParse(payload)
    return message.success ? door.answer(socket, message.data) : notUnderstood(message.error)
  }

  async function answerSlip({ data }: HubSocket, payload: unknown): Promise<SlipAnswer> {
    const request = slipRequestSchema.safeParse(payload)
    if (!request.success) return notUnderstood(request.error)
    const may = request.data.kind === 'test-strip' ? data.hello.as === 'printer' : personAt(data) !== null
    return may ? slips.print(request.data) : { ok: false, refusal: { reason: 'not-allowed' } }
  }

  /** Who is signed in at this desk. */
  function personAt(visitor: Visitor): Person | null {
    return visitor.hello.as === 'desk' && isTrusted(visitor) ? guard.personOf(visitor.session) : null
  }

  function isTrusted({ isLocal, kiosk, hello }: Visitor): boolean {
    return isLocal || kiosk !== null || guard.deviceOf('device' in hello ? hello.device : undefined) !== null
  }

  function rightsOf(visitor: Visitor): Rights | null {
    const { hello, kiosk } = visitor
    switch (hello.as) {
      case 'lobby':
        return { schema: screenCommandSchema, actor: () => ({ kind: 'screen', screen: hello.screen }) }
      case 'kiosk':
        return kiosk === null
          ? null
          : {
              schema: kioskCommandSchema,
              actor: ({ type }) =>
                type === 'ReportPainted' ? { kind: 'screen', screen: hello.screen } : { kind: 'kiosk', kiosk },
            }
      case 'agent':
        return kiosk === null ? null : { schema: agentCommandSchema, actor: () => ({ kind: 'agent', kiosk }) }
      case 'desk': {
        const person = personAt(visitor)
        if (!person) return null
        const schema = person.role === 'supervisor' ? supervisorCommandSchema : staffCommandSchema
        return { schema, actor: () => ({ kind: 'staff', name: person.name }) }
      }
      case 'status':
      case 'phone':
      case 'printer':
        return null
      default:
        return hello satisfies never
    }
  }
}

interface Rights {
  readonly schema: z.ZodType<Command>
  readonly actor: (command: Command) => Actor
}

const slipMsMax = 10_000

/** Counts connections, so that strangers cannot take them all; a whole village may share one address. */
class Crowd {
  readonly #perAddress = new Map<string, number>()
  #all = 0

  isFull(address: string): boolean {
    return this.#all >= 6_500 || (this.#perAddress.get(address) ?? 0) >= 1_500
  }

  came(address: string): void {
    this.#all++
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1)
  }

  left(address: string): void {
    this.#all--
    const others = (this.#perAddress.get(address) ?? 1) - 1
    if (others === 0) this.#perAddress.delete(address)
    else this.#perAddress.set(address, others)
  }
}

function notUnderstood(error: z.ZodError): { ok: false; refusal: { reason: 'not-understood'; field: string } } {
  const issue = error.issues[0]
  return { ok: false, refusal: { reason: 'not-understood', field: issue?.path.join('.') || 'message' } }
}
