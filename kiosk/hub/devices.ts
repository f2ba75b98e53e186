import { kioskIdSchema, mainKiosk, type KioskId } from '../../shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import { codeAsTyped } from './secrets.ts'

/**
 * Devices that are connected but not let in yet, each by the code it shows. A code is good once and for ten minutes,
 * and is gone when its device disconnects.
 */
export class PairingCodes {
  readonly #clock: Clock
  readonly #randomness: Randomness
  readonly #shown = new Map<string, { socket: string; until: number }>()

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock
    this.#randomness = randomness
  }

  /** The code for a device to show: the one it has while it is good for a while yet, else a new one. */
  show(socket: string): string {
    const now = this.#clock.now()
    for (const [code, shown] of this.#shown) {
      if (shown.socket === socket && shown.until - now > lifeMs / 2) return asShown(code)
    }
    this.left(socket)
    const made = this.#randomness.code(8)
    this.#shown.set(made, { socket, until: now + lifeMs })
    return asShown(made)
  }

  /** The socket that shows this code, once; null for a code that is wrong, used or too old. */
  take(code: string): string | null {
    const typed = codeAsTyped(code)
    const found = this.#shown.get(typed)
    if (!found) return null
    this.#shown.delete(typed)
    return found.until > this.#clock.now() ? found.socket : null
  }

  left(socket: string): void {
    for (const [code, shown] of this.#shown) if (shown.socket === socket) this.#shown.delete(code)
  }
}

/** The kiosk a device's name stands for: its screen and its printer's agent are paired under the same name. */
export function kioskOf(name: string): KioskId {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  const parsed = kioskIdSchema.safeParse(slug)
  return parsed.success ? parsed.data : mainKiosk
}

function asShown(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

const lifeMs = 10 * 60_000
