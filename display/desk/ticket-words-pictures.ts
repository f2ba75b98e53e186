import type { TicketWords } from '../../shared/office.ts'
import type { PreviewAnswer } from '../../shared/wire.ts'
import { isSameTicket } from './ticket-words-draft.ts'
import type { Problem } from './use-orders.ts'

/**
 * Pictures of the ticket for words that are being typed: asked for once the typing has rested, one at a time. However
 * late the answers come, the last picture is the one of the words wanted last; the one before it stays until then.
 */
export class TicketPictures {
  readonly #parts: TicketPicturesParts
  readonly #listeners = new Set<() => void>()
  #state: TicketPicture = { drawn: null, problem: null, isUnderWay: false }
  #wanted: TicketWords | null = null
  #asked: TicketWords | null = null
  #isAsking = false
  #cancelRest: (() => void) | null = null

  constructor(parts: TicketPicturesParts) {
    this.#parts = parts
  }

  readonly state = (): TicketPicture => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Words to be drawn once nothing else is wanted for `typingRestMs`; null for none. */
  want(words: TicketWords | null): void {
    this.#cancelRest?.()
    this.#cancelRest = null
    this.#wanted = words
    if (words !== null && !this.#isAnswered(words)) {
      this.#cancelRest = this.#parts.after(typingRestMs, () => {
        this.#cancelRest = null
        this.#askNext()
      })
    }
    this.#tell({})
  }

  /** Asks once more for what could not be drawn. */
  again(): void {
    this.#asked = this.#isAsking ? this.#asked : null
    this.#askNext()
  }

  #askNext(): void {
    const words = this.#wanted
    if (!this.#isAsking && this.#cancelRest === null && words !== null && !this.#isAnswered(words)) {
      this.#isAsking = true
      this.#asked = words
      void this.#parts.ask(words).then(
        (answer) => {
          this.#heard(
            answer.ok
              ? { drawn: { words, picture: answer.picture }, problem: null }
              : { problem: { kind: 'refused', refusal: answer.refusal } },
          )
        },
        () => this.#heard({ problem: { kind: 'no-answer' } }),
      )
    }
    this.#tell({})
  }

  #heard(heard: Partial<TicketPicture>): void {
    this.#isAsking = false
    this.#tell(heard)
    this.#askNext()
  }

  /** Whether the latest answer, which may be a no, is about these words. */
  #isAnswered(words: TicketWords): boolean {
    return !this.#isAsking && this.#asked !== null && isSameTicket(this.#asked, words)
  }

  #tell(change: Partial<TicketPicture>): void {
    const isUnderWay = this.#isAsking || this.#cancelRest !== null
    this.#state = { ...this.#state, ...change, isUnderWay }
    for (const listener of this.#listeners) listener()
  }
}

export interface TicketPicture {
  /** The latest picture that came, and what it shows; it may be of words before the present ones. */
  readonly drawn: { readonly words: TicketWords; readonly picture: string } | null
  /** Why the latest words could not be drawn. */
  readonly problem: Problem | null
  /** Another picture will come, or the reason why it does not. */
  readonly isUnderWay: boolean
}

export interface TicketPicturesParts {
  readonly ask: (words: TicketWords) => Promise<PreviewAnswer>
  /** Does something after so many ms, unless it is cancelled. */
  readonly after: (ms: number, act: () => void) => () => void
}

/** Typing has come to rest when nothing more was typed for this long. */
export const typingRestMs = 400
