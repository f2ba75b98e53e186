import type { EpochMs } from '../../shared/ids.ts'
import type { Beat, View, ViewMessage } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'

/**
 * Sends every audience its view when the view has changed, and only then; nothing else sends views.
 *
 * F-1  The first change is shown at once; those that follow within the gap are shown together at its end, so that a
 *      rush costs a bounded number of views and the last state is never missed.
 * F-2  A version belongs to one audience and grows by one with each view that differs from the one before.
 */
export class Feed {
  readonly epoch: string
  readonly #clock: Clock
  readonly #gapMs: number
  readonly #audiences = new Map<string, Audience>()
  #cancel: (() => void) | null = null
  #again = false

  /** `gapMs` is the shortest time between two views of a rush. */
  constructor(epoch: string, clock: Clock, gapMs: number) {
    this.epoch = epoch
    this.#clock = clock
    this.#gapMs = gapMs
  }

  /** Adds an audience, or finds it. `send` reaches all who listen; `view` is made only while somebody does. */
  join(name: string, audience: Pick<Audience, 'view' | 'send'>): ViewMessage {
    const known = this.#audiences.get(name)
    if (known) {
      known.members++
      return this.#refreshed(known)
    }
    const joined: Audience = { ...audience, members: 1, json: '', message: null }
    this.#audiences.set(name, joined)
    return this.#refreshed(joined)
  }

  leave(name: string): void {
    const audience = this.#audiences.get(name)
    if (audience && --audience.members === 0) this.#audiences.delete(name)
  }

  /** The newest view of an audience, for one member that missed it. */
  newest(name: string): ViewMessage | null {
    const audience = this.#audiences.get(name)
    return audience ? this.#refreshed(audience) : null
  }

  /** What was last sent, so that thousands of audiences cost nothing while nothing happens. */
  beat(name: string): Beat | null {
    const message = this.#audiences.get(name)?.message
    return message ? { epoch: message.epoch, version: message.version, at: this.#clock.now() } : null
  }

  /** Something changed: every audience whose view differs is sent it. */
  changed(): void {
    if (this.#cancel) {
      this.#again = true
      return
    }
    this.#sendAll()
    this.#cancel = this.#clock.after(this.#gapMs, () => {
      this.#cancel = null
      if (!this.#again) return
      this.#again = false
      this.changed()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#audiences.clear()
  }

  #sendAll(): void {
    for (const audience of this.#audiences.values()) this.#refreshed(audience)
  }

  #refreshed(audience: Audience): ViewMessage {
    const at = this.#clock.now()
    const view = audience.view(at)
    const json = JSON.stringify(view)
    if (audience.message === null || json !== audience.json) {
      const version = (audience.message?.version ?? 0) + 1
      audience.json = json
      audience.message = { epoch: this.epoch, version, at, view }
      if (version > 1) audience.send(audience.message)
    }
    return audience.message
  }
}

interface Audience {
  readonly view: (at: EpochMs) => View
  readonly send: (message: ViewMessage) => void
  members: number
  json: string
  message: ViewMessage | null
}
