import type { ViewMessage } from '../../shared/wire.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Dice } from './dice.ts'
import { Wire, type WireEnd } from './wire.ts'

/**
 * The office's network between a hub and everything else: every message takes its time, those on one connection stay in
 * order, those on different ones do not. A cable can be cut, and a connection can stand still for a while.
 */
export class Network {
  readonly steady: VirtualClock
  readonly dice: Dice
  /** The hub that listens now; null while none does. */
  hub: Listener | null = null

  constructor(steady: VirtualClock, dice: Dice) {
    this.steady = steady
    this.dice = dice
  }

  /** Opens a connection to the hub, or gives null where that fails, after a while. */
  dial(place: Place, client: WireEnd, then: (wire: Wire | null) => void): void {
    this.steady.after(place.latencyMs(this.dice), () => {
      const { hub } = this
      if (!hub || place.isCut || place.blocksSockets) {
        this.steady.after(this.dice.between(1, place.isCut ? 3_000 : 100), () => then(null))
        return
      }
      const wire = new Wire(this, place, client)
      hub.accept(wire)
      then(wire)
    })
  }

  /** One view by plain HTTP, on a connection of its own; null where nothing came. */
  fetch(place: Place, name: PublicView, then: (message: ViewMessage | null) => void): void {
    this.steady.after(this.#travelMs(place), () => {
      const message = place.isCut ? null : (this.hub?.once(name) ?? null)
      // Now and then an answer is long under way, over a restart of the hub, but not longer than a page waits for it.
      const backMs = this.dice.chance(5) ? this.dice.between(1_000, 8_000) : 0
      this.steady.after(Math.max(backMs, this.#travelMs(place)), () => then(place.isCut ? null : message))
    })
  }

  #travelMs(place: Place): number {
    return Math.max(place.latencyMs(this.dice), place.stalledUntil - this.steady.now())
  }
}

export type PublicView = 'lobby' | 'status' | `phone:${string}`

/** The hub's end of the network. */
export interface Listener {
  accept(wire: Wire): void
  once(name: PublicView): ViewMessage
}

/** Where something is plugged in: the hub's own machine, or a socket in the wall. */
export class Place {
  readonly name: string
  readonly address: string
  readonly #wires = new Set<Wire>()
  readonly #steady: VirtualClock
  #isCut = false
  /** WebSockets do not come through here, pages do. */
  blocksSockets = false
  #stalledUntil = 0
  #calmSince: number

  constructor(name: string, address: string, steady: VirtualClock) {
    this.name = name
    this.address = address
    this.#steady = steady
    this.#calmSince = steady.now()
  }

  get isCut(): boolean {
    return this.#isCut
  }

  get isLocal(): boolean {
    return this.address === localAddress
  }

  /** Until when nothing arrives that is sent here. */
  get stalledUntil(): number {
    return this.#stalledUntil
  }

  /** Since when nothing has been wrong with it; infinity while something is. */
  get calmSince(): number {
    if (this.#isCut || this.blocksSockets) return Infinity
    return Math.max(this.#calmSince, this.#stalledUntil)
  }

  latencyMs(dice: Dice): number {
    if (this.isLocal) return dice.below(2)
    return dice.chance(3) ? dice.between(40, 300) : dice.between(1, 40)
  }

  plugged(wire: Wire): void {
    this.#wires.add(wire)
  }

  unplugged(wire: Wire): void {
    this.#wires.delete(wire)
  }

  cut(): void {
    this.#isCut = true
    this.#breakAll()
  }

  blockSockets(): void {
    this.blocksSockets = true
    this.#breakAll()
  }

  mend(): void {
    if (!this.#isCut && !this.blocksSockets) return
    this.#isCut = false
    this.blocksSockets = false
    this.#calmSince = this.#steady.now()
  }

  /** Whatever is sent from now on comes later, and then all at once. */
  stall(ms: number): void {
    this.#stalledUntil = Math.max(this.#stalledUntil, this.#steady.now() + ms)
  }

  /** Hours go by. */
  outlast(): void {
    for (const wire of this.#wires) wire.outlast()
  }

  #breakAll(): void {
    for (const wire of this.#wires) wire.snap()
  }
}

export const localAddress = '127.0.0.1'
