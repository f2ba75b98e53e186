import type { EpochMs } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'

/**
 * Says when the hub cannot be reached: at once, not more often than once a minute while that lasts, and once when it is
 * reached after that. It only speaks; trying again is the socket's own work.
 */
export class HubSilence {
  readonly #hub: string
  readonly #clock: Clock
  readonly #log: (line: string) => void
  /** When it last said that nobody answers; null while the hub is there. */
  #saidAt: EpochMs | null = null

  constructor(hub: string, clock: Clock, log: (line: string) => void) {
    this.#hub = hub
    this.#clock = clock
    this.#log = log
  }

  /** An attempt to reach the hub has failed. */
  failed(): void {
    const now = this.#clock.now()
    // A clock that was set back must not make it silent for hours.
    if (this.#saidAt !== null && Math.abs(now - this.#saidAt) < sayEveryMs) return
    this.#saidAt = now
    this.#log(`no hub answers at ${this.#hub}; trying again until one does`)
  }

  reached(): void {
    if (this.#saidAt !== null) this.#log(`the hub at ${this.#hub} answers`)
    this.#saidAt = null
  }
}

const sayEveryMs = 60_000
