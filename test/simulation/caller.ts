import type { Answer } from '../../shared/outcome.ts'
import type { CommandMessage, Hello } from '../../shared/wire.ts'
import type { Dice } from './dice.ts'
import type { Process } from './machine.ts'
import type { Network, Place } from './network.ts'
import type { Packet, Wire } from './wire.ts'

/**
 * A program's end of its link to the hub, as socket.io's client keeps it for `display/ui/connect.ts` and the agent: it
 * reconnects for ever, gives one order at a time, and gives it again, with the same id, until it is answered.
 */
export class Caller {
  readonly #parts: CallerParts
  readonly #queue: Order[] = []
  #wire: Wire | null = null
  #isConnected = false
  #attempts = 0
  #acks = 0

  constructor(parts: CallerParts) {
    this.#parts = parts
    parts.process.onEnd((how) => {
      if (how === 'power') this.#wire?.vanish('client')
      else this.#wire?.hangUp('client')
    })
    this.#dial()
  }

  /** Since when it has been connected with nothing wrong on the way, steady time; infinity while it is not. */
  get calmSince(): number {
    const wire = this.#wire
    if (!this.#isConnected || !wire?.isSound) return Infinity
    return Math.max(wire.openedAt, wire.place.calmSince, this.#parts.process.machine.evenSince)
  }

  /** Since when its oldest order waits for an answer, steady time; infinity while none does. */
  get waitingSince(): number {
    return this.#queue[0]?.givenAt ?? Infinity
  }

  /** The answer never comes when this program ends before it. */
  give(id: string, command: object): Promise<Answer> {
    const message: CommandMessage = { id, command }
    return this.ask('command', message)
  }

  /** The hub has heard nothing from here for too long, and gives this connection up. */
  timeOut(): void {
    this.#wire?.timeOut()
  }

  ask<Answered>(event: string, payload: unknown): Promise<Answered> {
    return new Promise((resolve) => {
      const answered = (answer: unknown) => resolve(answer as Answered)
      const givenAt = this.#parts.network.steady.now()
      this.#queue.push({ event, payload, answered, givenAt, tries: 0, ack: null, isPending: false })
      this.#drain(false)
    })
  }

  /** Lost where nobody is there to hear it. */
  say(event: string): void {
    if (this.#isConnected) this.#wire?.send('client', { kind: 'event', name: event, args: [], ack: null })
  }

  #dial(): void {
    const { network, place, process } = this.#parts
    const { machine } = process
    const end = {
      hear: (packet: Packet) => machine.run(() => this.#hear(packet)),
      lost: () => machine.run(() => this.#lost()),
    }
    network.dial(place, end, (wire) => machine.run(() => this.#dialled(wire)))
  }

  #dialled(wire: Wire | null): void {
    if (!this.#parts.process.isRunning) return wire?.hangUp('client')
    if (!wire) return this.#dialLater()
    this.#wire = wire
    wire.send('client', { kind: 'hello', auth: this.#parts.hello })
  }

  #dialLater(): void {
    const { process, dice, backoff } = this.#parts
    const delayMs = Math.min(backoff.msMax, backoff.msMin * 2 ** Math.min(10, this.#attempts++))
    process.after(dice.between(Math.trunc(delayMs / 2), Math.trunc(delayMs * 1.5)), () => this.#dial())
  }

  #hear(packet: Packet): void {
    const { process, onConnected, onEvent } = this.#parts
    if (!process.isRunning) return
    switch (packet.kind) {
      case 'welcome':
        this.#isConnected = true
        this.#attempts = 0
        this.#drain(true)
        onConnected()
        return
      case 'event': {
        const { name, args, ack } = packet
        const wire = this.#wire
        onEvent(name, args[0], (...value) => {
          if (ack !== null) wire?.send('client', { kind: 'ack', ack, args: value })
        })
        return
      }
      case 'ack':
        this.#acknowledged(packet.ack, packet.args[0])
        return
      case 'hello':
        return
      default:
        packet satisfies never
    }
  }

  #lost(): void {
    this.#wire = null
    this.#isConnected = false
    const [first] = this.#queue
    if (first) first.isPending = false
    if (this.#parts.process.isRunning) this.#dialLater()
  }

  /** Sends the first order, and waits for its answer; `force` sends it although it was sent before. */
  #drain(force: boolean): void {
    const [first] = this.#queue
    if (!this.#isConnected || !first || (first.isPending && !force)) return
    const ack = ++this.#acks
    first.isPending = true
    first.ack = ack
    const payload = JSON.parse(JSON.stringify(first.payload))
    const isAgain = first.tries++ > 0
    const args: unknown[] = [
      isAgain && this.#parts.forgetsIds ? { ...payload, id: `again-${ack}-${payload.id}` } : payload,
    ]
    this.#wire?.send('client', { kind: 'event', name: first.event, args, ack })
    this.#parts.process.after(answerMsMax, () => {
      if (first.ack !== ack || !first.isPending) return
      first.isPending = false
      this.#drain(false)
    })
  }

  #acknowledged(ack: number, answer: unknown): void {
    const [first] = this.#queue
    if (first?.ack !== ack) return
    this.#queue.shift()
    first.answered(answer)
    this.#drain(false)
  }
}

export interface CallerParts {
  readonly network: Network
  readonly place: Place
  readonly process: Process
  readonly dice: Dice
  readonly hello: Hello
  readonly backoff: { readonly msMin: number; readonly msMax: number }
  /** Whether an order that is given again gets another id, as it never should. */
  readonly forgetsIds: boolean
  readonly onConnected: () => void
  readonly onEvent: (name: string, payload: unknown, acknowledge: (...value: readonly unknown[]) => void) => void
}

/** An order that waits for its answer, or behind one that does. */
interface Order {
  readonly event: string
  readonly payload: unknown
  readonly answered: (answer: unknown) => void
  readonly givenAt: number
  tries: number
  ack: number | null
  isPending: boolean
}

/** As both programs have it. */
const answerMsMax = 4_000
