import { repeat } from '../../kiosk/clock.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'

/** Tells every open page that a second has passed: all at once, because one timer for each would cost a run its time. */
export class Ticker {
  readonly #listeners = new Set<() => void>()

  constructor(steady: VirtualClock) {
    repeat(steady, 1_000, () => {
      for (const listener of this.#listeners) listener()
    })
  }

  /** Until the returned function is called. */
  every(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
