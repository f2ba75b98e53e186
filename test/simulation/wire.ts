import type { Network, Place } from './network.ts'

/** What crosses a connection: messages with or without an acknowledgement, as socket.io has them. */
export type Packet =
  | { readonly kind: 'hello'; readonly auth: unknown }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'event'; readonly name: string; readonly args: readonly unknown[]; readonly ack: number | null }
  | { readonly kind: 'ack'; readonly ack: number; readonly args: readonly unknown[] }

export interface WireEnd {
  hear(packet: Packet): void
  /** This end has noticed that the connection is gone. */
  lost(): void
}

type Side = 'client' | 'server'

/**
 * One connection. What one side sends arrives in order, or from some moment on not at all. An end that hangs up is
 * noticed at once by the other; a cut cable, or a machine without power, only after up to ten seconds: as long as
 * socket.io's pings take.
 */
export class Wire {
  readonly place: Place
  readonly openedAt: number
  readonly #network: Network
  readonly #ends: Record<Side, WireEnd | null>
  readonly #isOpen: Record<Side, boolean> = { client: true, server: true }
  readonly #lastAt: Record<Side, number> = { client: 0, server: 0 }
  #isSnapped = false
  #underWay = 0

  constructor(network: Network, place: Place, client: WireEnd) {
    this.#network = network
    this.place = place
    this.openedAt = network.steady.now()
    this.#ends = { client, server: null }
    place.plugged(this)
  }

  serve(server: WireEnd): void {
    this.#ends.server = server
  }

  /** Whether what is sent now can still arrive. */
  get isSound(): boolean {
    return !this.#isSnapped && this.#isOpen.client && this.#isOpen.server
  }

  send(from: Side, packet: Packet): void {
    if (!this.#isOpen[from] || this.#isSnapped) return
    const to = other(from)
    this.#later(from, () => {
      if (!this.#isSnapped && this.#isOpen[to]) this.#ends[to]?.hear(packet)
    })
  }

  /** This side closes; what it sent before still arrives. */
  hangUp(by: Side): void {
    if (!this.#isOpen[by]) return
    this.#isOpen[by] = false
    this.#later(by, () => {
      if (!this.#isSnapped) this.#lose(other(by))
    })
    this.#tidy()
  }

  /** The server has heard nothing from the client for too long, and closes; what it sent before still arrives. */
  timeOut(): void {
    if (!this.#isOpen.server) return
    this.#lose('server')
    this.#later('server', () => {
      if (!this.#isSnapped) this.#lose('client')
    })
  }

  /** This side is suddenly not there any more. */
  vanish(by: Side): void {
    this.#isOpen[by] = false
    this.snap()
  }

  /** So much time goes by that nothing of what is under way arrives any more. */
  outlast(): void {
    if (this.#underWay > 0) this.snap()
  }

  snap(): void {
    if (this.#isSnapped) return
    this.#isSnapped = true
    for (const side of ['client', 'server'] as const) {
      this.#network.steady.after(this.#network.dice.between(0, noticedMsMax), () => this.#lose(side))
    }
  }

  #lose(side: Side): void {
    if (!this.#isOpen[side]) return
    this.#isOpen[side] = false
    this.#ends[side]?.lost()
    this.#tidy()
  }

  #later(from: Side, then: () => void): void {
    const { steady, dice } = this.#network
    const now = steady.now()
    const at = Math.max(this.#lastAt[from], now + this.place.latencyMs(dice), this.place.stalledUntil)
    this.#lastAt[from] = at
    this.#underWay++
    steady.after(at - now, () => {
      this.#underWay--
      then()
    })
  }

  #tidy(): void {
    if (!this.#isOpen.client && !this.#isOpen.server) this.place.unplugged(this)
  }
}

function other(side: Side): Side {
  return side === 'client' ? 'server' : 'client'
}

const noticedMsMax = 10_000
