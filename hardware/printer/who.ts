import type { Clock } from '../emulator/clock.ts'
import type { Conversation } from './conversation.ts'
import { type Found, detect } from './detect.ts'
import type { PrinterProfile } from './profiles.ts'
import { answerMs } from './proof.ts'
import { within } from './time-limit.ts'

/**
 * Who the printer at the end of a line is, where its setting leaves that open. Silence changes nothing at first: a
 * printer known from an earlier connection may be busy with what it has not printed yet, and is asked some times more.
 * It decides nothing about when to ask; the driver does.
 */
export class Who {
  readonly #given: PrinterProfile
  readonly #detects: boolean
  readonly #clock: Clock
  #found: Found | null = null
  #silences = 0
  #isSettled: boolean
  /** Resolves when this connection's printer has been asked once; null while nobody needs to wait for that. */
  #asking: PromiseWithResolvers<void> | null

  /** `given` is what the setting says; with `detects` it is what is taken until the printer has said more. */
  constructor(given: PrinterProfile, detects: boolean, clock: Clock) {
    this.#given = given
    this.#detects = detects
    this.#clock = clock
    this.#isSettled = !detects
    this.#asking = detects ? Promise.withResolvers() : null
  }

  get profile(): PrinterProfile {
    return this.#found?.profile ?? this.#given
  }

  /** The profile once the printer has been asked, within 300 ms. */
  async settledProfile(): Promise<PrinterProfile> {
    if (this.#asking) await within(this.#clock, whoMs, this.#asking.promise, () => undefined)
    return this.profile
  }

  /** It need not be asked (again) on this connection. */
  get isSettled(): boolean {
    return this.#isSettled
  }

  /** What a technician calls the printer at `place`. */
  nameAt(place: string): string {
    return this.#found ? `${place} (${this.#found.name}, profile ${this.#found.profileName})` : place
  }

  /** Another printer may stand there now; false where that makes no difference. */
  mayBeAnother(): boolean {
    if (!this.#detects) return false
    this.#isSettled = false
    this.#silences = 0
    this.#asking ??= Promise.withResolvers()
    return true
  }

  /** Asks a printer that is idle and well; true when it is another one than before. */
  async ask(talk: Conversation): Promise<boolean> {
    const found = detect(await talk.whoAreYou(whoMs))
    if (found === null) {
      // Its cover may have been opened meanwhile: only silence from a printer that could have answered counts.
      const answer = await talk.ask(answerMs)
      if (answer.kind !== 'condition' || answer.condition.trouble !== null) return false
      this.#silences += 1
    }
    if (talk.ended) return false
    this.#isSettled = found !== null || this.#found === null || this.#silences >= silencesMax
    if (!this.#isSettled || found?.name === this.#found?.name) return false
    this.#found = found
    return true
  }

  /** What there was to hear has been heard: nobody waits any more. */
  stopWaiting(): void {
    this.#asking?.resolve()
    this.#asking = null
  }
}

/** For saying who it is: a line of 1200 baud needs 200 ms for the longest name in the table. */
const whoMs = 300
const silencesMax = 3
