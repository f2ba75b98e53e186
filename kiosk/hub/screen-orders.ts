import { screenOrderSchema, screenReportSchema, type ScreenAnswer } from '../../shared/wire.ts'
import type { Audiences } from './audiences.ts'
import type { Presence } from './presence.ts'
import type { HubServer, HubSocket } from './sockets.ts'

/** What passes between the office's TVs and a desk: how each is, and what it is asked to do. Nothing of it is kept. */
export class ScreenOrders {
  readonly #io: HubServer
  readonly #presence: Presence
  readonly #audiences: Audiences

  constructor(io: HubServer, presence: Presence, audiences: Audiences) {
    this.#io = io
    this.#presence = presence
    this.#audiences = audiences
  }

  /** A TV says how it is; whatever else a stranger sends is passed over. */
  reported(socket: HubSocket, payload: unknown): void {
    const report = screenReportSchema.safeParse(payload)
    if (!report.success || socket.data.hello.as !== 'lobby') return
    this.#presence.reported(socket.id, report.data)
    this.#audiences.presenceChanged()
  }

  /** Settles when the TV has heard it, or soon after with a refusal. */
  async order(payload: unknown): Promise<ScreenAnswer> {
    const request = screenOrderSchema.safeParse(payload)
    if (!request.success) return { ok: false, refusal: { reason: 'not-understood', field: 'screen' } }
    const { screen, order } = request.data
    const sockets = [...this.#io.of('/').sockets.values()].filter(
      ({ data }) => data.hello.as === 'lobby' && data.hello.screen === screen,
    )
    // A TV that came back on a new socket may still be there with its old one.
    const heard = await Promise.allSettled(
      sockets.map((socket) => socket.timeout(heardMsMax).emitWithAck('screen', order)),
    )
    return heard.some(({ status }) => status === 'fulfilled')
      ? { ok: true }
      : { ok: false, refusal: { reason: 'no-such-screen' } }
  }
}

/** Shorter than a desk waits for an answer. */
const heardMsMax = 2_000
