import type { z } from 'zod'
import { commandSchema } from '../../shared/commands.ts'
import { mainKiosk, type KioskId } from '../../shared/ids.ts'
import { ticketWordsSchema } from '../../shared/office.ts'
import type { MediaAnswer } from '../../shared/media-orders.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { SetupPaper } from '../../shared/views/printing.ts'
import {
  commandMessageSchema,
  doorMessageSchema,
  helloSchema,
  slipRequestSchema,
  wireLimits,
  type DoorAnswer,
  type HandAnswer,
  type PreviewAnswer,
  type ScreenAnswer,
  type SlipAnswer,
} from '../../shared/wire.ts'
import { repeat, type Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import type { Audiences } from './audiences.ts'
import { CodeTries } from './code-tries.ts'
import { Crowd } from './crowd.ts'
import { kioskOf, type PairingCodes } from './devices.ts'
import type { Door } from './door.ts'
import type { Guard } from './guard.ts'
import type { Log } from './log.ts'
import type { MediaOrders } from './media/media-orders.ts'
import type { Origins } from './origins.ts'
import { PaperMachine } from './paper-machine.ts'
import type { Presence } from './presence.ts'
import { Rights } from './rights.ts'
import { ScreenOrders } from './screen-orders.ts'
import { Slips } from './slips.ts'
import type { HubServer, HubSocket, Visitor } from './sockets.ts'
import type { Submit } from './submit.ts'

/**
 * The sockets. It parses every message, decides who is speaking, and passes commands to the submit loop; it holds no
 * truth of its own.
 *
 * K-1  What a socket may do follows from where it comes from and what it can prove, never from what it says it is
 *      (see `rights.ts`).
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
  readonly media: Pick<MediaOrders, 'order'>
  readonly clock: Clock
  readonly randomness: Randomness
  readonly log: Log
  /** Where phones find this hub. */
  readonly address: () => string
  /** The slip with the setup code for the first agent of the main kiosk; null when none is wanted. */
  readonly slip: (() => SetupPaper) | null
}

export function openGateway(io: HubServer, parts: GatewayParts): { close(): Promise<void> } {
  const { origins, guard, door, pairing, presence, submit, audiences, log } = parts
  const crowd = new Crowd()
  const rights = new Rights(guard)
  const machine = new PaperMachine(io)
  const slips = new Slips(io, parts)
  const screens = new ScreenOrders(io, presence, audiences)
  const codeTries = new CodeTries(parts.clock)
  let { slip } = parts

  io.use((socket, next) => {
    const hello = helloSchema.safeParse(socket.handshake.auth)
    const { remoteAddress = 'unknown' } = socket.request.socket
    const isLocal = origins.isLocal(socket.request)
    if (!hello.success) return next(new Error('hello-not-understood'))
    if (!isLocal && (hello.data.as === 'printer' || hello.data.as === 'voice'))
      return next(new Error('only-on-this-machine'))
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
    socket.on('report', (report: unknown) => screens.reported(socket, report))
    socket.on('screen', (...message: readonly unknown[]) => {
      handle(message, async (payload) =>
        rights.personAt(socket.data) === null
          ? { ok: false, refusal: { reason: 'not-allowed' } }
          : screens.order(payload),
      )
    })
    socket.on('media', (...message: readonly unknown[]) => {
      handle(message, async (payload) =>
        rights.personAt(socket.data) === null
          ? { ok: false, refusal: { reason: 'not-allowed' } }
          : parts.media.order(payload),
      )
    })
    socket.on('preview', (...message: readonly unknown[]) => {
      handle(message, async (payload) => answerPreview(socket, payload))
    })
    socket.on('refresh', () => audiences.refresh(socket))
    admit(socket)
  })

  const stopBeats = repeat(parts.clock, wireLimits.beatMs, () => {
    door.closeEnded()
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
        // A TV shows what everybody may see before anybody has let it in; its code is how it gets a name.
        if (!isLocal && !device) socket.emit('device', { state: 'unpaired', pairingCode: pairing.show(socket.id) })
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
      case 'voice':
        audiences.join(socket, 'voice')
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
    answer: (
      payload: unknown,
    ) => Promise<Answer | DoorAnswer | HandAnswer | MediaAnswer | PreviewAnswer | ScreenAnswer | void>,
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
    const right = rights.of(socket.data)
    if (!right) return { ok: false, refusal: { reason: 'not-allowed' } }
    const command = right.schema.safeParse(message.data.command)
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
      if (!rights.isTrusted(socket.data)) return { ok: true, outcome: { kind: 'done' } }
    }
    if (command.data.type === 'UseReturnTicket' && socket.data.kiosk !== null)
      return redeem(socket.data.kiosk, () => submit.give(message.data.id, right.actor(command.data), command.data))
    return submit.give(message.data.id, right.actor(command.data), command.data)
  }

  /** A visitor's code: looked at only while the kiosk has not been wrong too often. */
  async function redeem(kiosk: KioskId, order: () => Promise<Answer>): Promise<Answer> {
    const waitMs = codeTries.waitMs(kiosk)
    if (waitMs > 0) return { ok: false, refusal: { reason: 'wait-before-retry', waitMs } }
    const answer = await order()
    if (!answer.ok && answer.refusal.reason === 'no-such-return') codeTries.wasWrong(kiosk)
    return answer
  }

  async function answerDoor(socket: HubSocket, payload: unknown): Promise<DoorAnswer> {
    const { as } = socket.data.hello
    if (as !== 'desk' && as !== 'kiosk') return { ok: false, refusal: { reason: 'not-allowed' } }
    const message = doorMessageSchema.safeParse(payload)
    if (!message.success) return notUnderstood(message.error)
    return as === 'kiosk'
      ? door.raiseByKey(socket, message.data, parts.randomness.commandId())
      : door.answer(socket, message.data)
  }

  async function answerPreview({ data }: HubSocket, payload: unknown): Promise<PreviewAnswer> {
    if (rights.personAt(data) === null) return { ok: false, refusal: { reason: 'not-allowed' } }
    const words = ticketWordsSchema.safeParse(payload)
    return words.success ? slips.preview(words.data) : notUnderstood(words.error)
  }

  async function answerSlip({ data }: HubSocket, payload: unknown): Promise<SlipAnswer> {
    const request = slipRequestSchema.safeParse(payload)
    if (!request.success) return notUnderstood(request.error)
    const may = request.data.kind === 'test-strip' ? data.hello.as === 'printer' : rights.personAt(data) !== null
    return may ? slips.print(request.data) : { ok: false, refusal: { reason: 'not-allowed' } }
  }
}

const slipMsMax = 10_000

function notUnderstood(error: z.ZodError): { ok: false; refusal: { reason: 'not-understood'; field: string } } {
  const issue = error.issues[0]
  return { ok: false, refusal: { reason: 'not-understood', field: issue?.path.join('.') || 'message' } }
}
