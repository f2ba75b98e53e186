import { mainKiosk } from '../../shared/ids.ts'
import { handSchema, machineSchema, type HandAnswer, type MachineShown } from '../../shared/wire.ts'
import type { HubServer, HubSocket } from './sockets.ts'

/**
 * Brings what the main kiosk's agent says of its built-in printer to the pages that show it, and what is done there
 * back to the agent. It keeps the newest word and nothing else; it touches neither ledger nor views.
 *
 * M-1  Only pages on this machine see it or do anything, and only the main kiosk's newest agent is asked.
 */
export class PaperMachine {
  readonly #io: HubServer
  #agent: HubSocket | null = null
  #shown: MachineShown = nothing

  constructor(io: HubServer) {
    this.#io = io
  }

  /** A page of this machine. */
  watch(socket: HubSocket): void {
    void socket.join(room)
    socket.emit('machine', this.#shown)
  }

  /** The agent tells how its printer is; whatever else speaks here is not heard. */
  said(socket: HubSocket, payload: unknown): void {
    if (socket.data.hello.as !== 'agent' || socket.data.kiosk !== mainKiosk) return
    const machine = machineSchema.safeParse(payload)
    if (!machine.success) return
    this.#agent = socket
    this.#show(machine.data)
  }

  left(socket: HubSocket): void {
    if (this.#agent !== socket) return
    this.#agent = null
    this.#show(nothing)
  }

  /** Settles when the agent has done it, or has not answered within `answerMsMax`. */
  async hand(socket: HubSocket, payload: unknown): Promise<HandAnswer> {
    if (socket.data.hello.as !== 'printer') return { ok: false, reason: 'not-allowed' }
    const hand = handSchema.safeParse(payload)
    if (!hand.success) return { ok: false, reason: 'not-understood' }
    const agent = this.#agent
    if (!agent || this.#shown.kind !== 'built-in') return { ok: false, reason: 'no-machine' }
    return new Promise((resolve) => {
      agent.timeout(answerMsMax).emit('hand', hand.data, (error: Error | null) => {
        resolve(error ? { ok: false, reason: 'no-answer' } : { ok: true })
      })
    })
  }

  #show(machine: MachineShown): void {
    this.#shown = machine
    this.#io.to(room).emit('machine', machine)
  }
}

const nothing: MachineShown = { kind: 'none' }
/** No audience has this name, so no view and no beat goes there. */
const room = 'printer'
const answerMsMax = 2_000
