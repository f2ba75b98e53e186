import type { Language } from '../../../shared/language.ts'
import type { OfficeState } from '../../../shared/state.ts'
import type { Clock } from '../../clock.ts'
import type { Press } from './press.ts'
import { posterOf, type Poster } from './sheet.ts'

/**
 * Notices, standing or set for later, as A4 pages for the office's notice board. Anybody may ask, so it must cost little:
 * 1. one page is drawn at a time, and at most `waitingMax` are waited for; whoever comes then is asked to come again;
 * 2. a page that says the same to the minute is drawn once, and the newest `keptMax` are kept;
 * 3. nothing of the drawing is loaded before the first page is asked for, and the press rests after the last.
 */
export class NoticePages {
  readonly #parts: NoticePagesParts
  /** By what they say, the one asked for longest ago first. */
  readonly #kept = new Map<string, Promise<Uint8Array>>()
  #press: Promise<Press> | null = null
  #waiting = 0
  #cancelRest: () => void = () => {}

  constructor(parts: NoticePagesParts) {
    this.#parts = parts
  }

  /** Rejects when the page could not be drawn, or not within `drawMsMax`. */
  async page(notice: number, language: Language | 'all'): Promise<NoticePage> {
    const { state, clock, address } = this.#parts
    const poster = posterOf(state(), notice, language, clock.now(), address())
    if (poster === null) return { ok: false, why: 'no-such-notice' }
    const says = JSON.stringify(poster)
    const known = this.#kept.get(says)
    if (known) {
      this.#keep(says, known)
      return { ok: true, pdf: await known }
    }
    if (this.#waiting >= waitingMax) return { ok: false, why: 'busy' }
    const drawing = this.#draw(poster)
    this.#keep(says, drawing)
    try {
      return { ok: true, pdf: await drawing }
    } catch (error) {
      if (this.#kept.get(says) === drawing) this.#kept.delete(says)
      throw error
    }
  }

  async stop(): Promise<void> {
    this.#cancelRest()
    const press = this.#press
    this.#press = null
    await (await press)?.stop()
  }

  #keep(says: string, pdf: Promise<Uint8Array>): void {
    this.#kept.delete(says)
    this.#kept.set(says, pdf)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > keptMax && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** One that has ended makes room for the next, but not the next one's when it is late to say so. */
  #open(): Promise<Press> {
    const press = this.#parts.openPress(() => {
      if (this.#press === press) this.#press = null
    })
    return press
  }

  async #draw(poster: Poster): Promise<Uint8Array> {
    const { clock } = this.#parts
    this.#cancelRest()
    this.#waiting += 1
    // A press that hangs is ended, and with it all that is waited for.
    const cancelDeadline = clock.after(drawMsMax, () => void this.stop())
    try {
      return await (await (this.#press ??= this.#open())).draw(poster)
    } finally {
      cancelDeadline()
      this.#waiting -= 1
      if (this.#waiting === 0) this.#cancelRest = clock.after(restMs, () => void this.stop())
    }
  }
}

export interface NoticePagesParts {
  readonly state: () => OfficeState
  readonly clock: Clock
  /** Where phones find this hub. */
  readonly address: () => string
  /** `onEnded` is told when the press has ended by itself or was stopped. */
  readonly openPress: (onEnded: () => void) => Promise<Press>
}

export type NoticePage =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly why: 'no-such-notice' | 'busy' }

/** More than the languages of a notice; a desk asks for one. */
const waitingMax = 6
/** Some 15 kB each. */
const keptMax = 24
/** On a small board a page takes about a second, its first one two. */
const drawMsMax = 20_000
const restMs = 60_000
