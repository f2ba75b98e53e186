import type { Clock } from '../clock.ts'

/**
 * How long to wait before something that failed is tried again: the wait doubles with every failure in a row, and
 * starts over once what was started has stood for a while. It only counts; it starts nothing.
 */
export class Backoff {
  readonly #clock: Clock
  #failures = 0
  #startedAt: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#startedAt = clock.now()
  }

  started(): void {
    this.#startedAt = this.#clock.now()
  }

  /** The wait in ms before the next start. A clock that was set meanwhile costs one short or one long wait. */
  failed(): number {
    if (this.#clock.now() - this.#startedAt >= steadyMs) this.#failures = 0
    const waitMs = Math.min(firstWaitMs * 2 ** this.#failures, waitMsMax)
    this.#failures += 1
    return waitMs
  }
}

const firstWaitMs = 500
const waitMsMax = 30_000
const steadyMs = 60_000
