import type { VirtualClock } from '../fakes/virtual-clock.ts'

/** What time it really is. Time that everything sleeps through passes on every wall clock and on no timer. */
export class TrueTime {
  readonly #steady: VirtualClock
  #sleptMs = 0
  #wokeAt = 0

  constructor(steady: VirtualClock) {
    this.#steady = steady
  }

  now(): number {
    return this.#steady.now() + this.#sleptMs
  }

  /** When everything last woke, steady time. */
  get wokeAt(): number {
    return this.#wokeAt
  }

  /** Nothing where it is later already. */
  sleepUntil(moment: number): void {
    this.#sleptMs += Math.max(0, moment - this.now())
    this.#wokeAt = this.#steady.now()
  }
}
