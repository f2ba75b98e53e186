import type { KioskId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'

/**
 * How many codes of return tickets that do not exist a kiosk may try. Number and code together are one of millions, but
 * a visitor with an hour to spare must not go through them; a mistyped code now and then costs nobody anything. It is
 * forgotten with the hub.
 */
export class CodeTries {
  readonly #clock: Clock
  readonly #wrongAt = new Map<KioskId, readonly number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How long until the kiosk's next code is looked at, in ms; 0 for now. */
  waitMs(kiosk: KioskId): number {
    const recent = this.#recent(kiosk)
    const oldest = recent.at(-wrongMax)
    return oldest === undefined ? 0 : oldest + windowMs - this.#clock.now()
  }

  wasWrong(kiosk: KioskId): void {
    this.#wrongAt.set(kiosk, [...this.#recent(kiosk), this.#clock.now()])
  }

  /** A clock that was set must not make a kiosk wait longer than the window. */
  #recent(kiosk: KioskId): readonly number[] {
    const now = this.#clock.now()
    return (this.#wrongAt.get(kiosk) ?? []).filter((at) => at <= now && now - at < windowMs)
  }
}

const wrongMax = 12
const windowMs = 10 * 60_000
