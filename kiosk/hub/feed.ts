import type { EpochMs } from '../../shared/ids.ts'
import type { Beat, View, ViewMessage } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'

/**
 * Sends every audience its view when the view has changed, and only then; nothing else sends views.
 *
 * F-1  The first change is shown at once; those that follow within the gap are shown together at its end, so that a
 *      rush costs a bounded number of views and the last state is never missed.
 * F-2  Versions are counted by the feed over all its audiences and never go back, also when an audience's last member
 *      leaves and another comes: a screen that held a view must not take a newer one for older.
 */
export class Feed {
  readonly epoch: string
  readonly #clock: Clock
  readonly #gapMs: number
  readonly #audiences = new Map<string, Audience>()
  #versions = 0
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
      return this.#now(this.#refreshed(known))
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
    return audience ? this.#now(this.#refreshed(audience)) : null
  }

  /** A view for somebody who belongs to no audience, as by plain HTTP: as new as any that was sent. */
  once(name: string, view: Audience['view']): ViewMessage {
    const at = this.#clock.now()
    return this.newest(name) ?? { epoch: this.epoch, version: ++this.#versions, at, view: view(at) }
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

  /** A view that has not changed is still true now. */
  #now(message: ViewMessage): ViewMessage {
    return { ...message, at: this.#clock.now() }
  }

  #refreshed(audience: Audience): ViewMessage {
    const at = this.#clock.now()
    const view = audience.view(at)
    const json = JSON.stringify(view)
    if (audience.message === null || json !== audience.json) {
      const isFirst = audience.message === null
      audience.json = json
      audience.message = { epoch: this.epoch, version: ++this.#versions, at, view }
      if (!isFirst) audience.send(audience.message)
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
