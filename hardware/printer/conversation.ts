import type { Clock } from '../emulator/clock.ts'
import { whoAreYou, whoAreYouAnswers } from './detect.ts'
import type { ByteLink, LinkFailure, WriteResult } from './link.ts'
import {
  type Condition,
  StatusParser,
  askForChanges,
  liveAnswersCount,
  liveCondition,
  liveQuestions,
} from './status.ts'

/**
 * Questions and answers with one printer over one link. One question at a time; an answer that came too late is never
 * taken for the answer to the next question. It decides nothing: the driver does.
 */
export class Conversation {
  readonly #link: ByteLink
  readonly #clock: Clock
  readonly #parser = new StatusParser()
  /** What the question under way has heard so far; null when nothing was asked. */
  #heard: Heard | null = null
  #whenHeard: () => void = () => undefined
  #interrupt: () => void = () => undefined
  /** An answer is owed from before: the next question waits for everything and takes the last. */
  #answersOwed = false
  #spokeUnasked = false
  #ended: LinkFailure | null = null
  readonly #endListeners = new Set<(failure: LinkFailure) => void>()
  readonly #confirmed = new Set<string>()
  #texts: string[] = []
  #whenChanged: (condition: Condition) => void = () => undefined
  /** The newest state that the printer told of its own accord; null when it never did. */
  pushed: Condition | null = null

  constructor(link: ByteLink, clock: Clock) {
    this.#link = link
    this.#clock = clock
    link.onEnd((failure) => {
      this.#ended = failure
      for (const listener of this.#endListeners) listener(failure)
      this.#whenHeard()
    })
    link.onData((bytes) => this.#hear(bytes))
  }

  get ended(): LinkFailure | null {
    return this.#ended
  }

  /** The printer said something sensible without a question, so that it is worth asking again. */
  get spokeUnasked(): boolean {
    return this.#spokeUnasked
  }

  onEnd(listener: (failure: LinkFailure) => void): () => void {
    if (this.#ended) listener(this.#ended)
    else this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }

  /** Calls `listener` with the printer's state whenever it is heard, asked for or not. */
  onChange(listener: (condition: Condition) => void): void {
    this.#whenChanged = listener
  }

  /** Asks how the printer is; answers within `answerMs`. */
  async ask(answerMs: number): Promise<Answer> {
    const heard: Heard = { answers: [], garbled: false, owed: this.#answersOwed, told: null, condition: null }
    this.#heard = heard
    let interrupted = false
    const complete = new Promise<void>((resolve) => {
      this.#interrupt = () => {
        interrupted = true
        resolve()
      }
      this.#whenHeard = () => {
        if (this.#ended || (!heard.owed && heard.answers.length >= liveAnswersCount)) resolve()
      }
    })
    const written = await this.#link.write(liveQuestions, answerMs)
    if (written.kind === 'written' && !this.#ended) await this.#within(answerMs, complete)
    this.#heard = null
    if (this.#ended) return { kind: 'ended', failure: this.#ended }
    this.#answersOwed = heard.answers.length < liveAnswersCount
    if (heard.owed && !this.#answersOwed) this.#conclude(heard)
    if (heard.condition) return { kind: 'condition', condition: heard.condition }
    if (interrupted) return { kind: 'interrupted' }
    return { kind: heard.garbled || !this.#answersOwed ? 'garbled' : 'silent' }
  }

  /** Ends the question under way without its answers: something more urgent wants the line. */
  giveWay(): void {
    this.#interrupt()
  }

  /** Asks to be told of changes; true when the printer does so. */
  async askForChanges(answerMs: number): Promise<boolean> {
    this.pushed = null
    await this.#link.write(askForChanges, answerMs)
    await this.#until(answerMs, () => this.pushed !== null)
    return this.pushed !== null
  }

  /**
   * Asks who the printer is, and waits for it at most `answerMs`: what it said, nothing where it does not say. Only for
   * a printer that is idle and well, since the answer waits behind all that came before.
   */
  async whoAreYou(answerMs: number): Promise<readonly string[]> {
    this.#texts = []
    this.#parser.expectTexts(whoAreYouAnswers)
    await this.#link.write(whoAreYou, answerMs)
    await this.#until(answerMs, () => this.#texts.length >= whoAreYouAnswers)
    return this.#texts
  }

  /** Sends a few bytes that a printer answers and a mute one ignores, and does not wait. */
  async nudge(answerMs: number): Promise<void> {
    await this.#link.write(liveQuestions, answerMs)
  }

  write(bytes: Uint8Array, deadlineMs: number): Promise<WriteResult> {
    return this.#link.write(bytes, deadlineMs)
  }

  /** Whether the printer has confirmed `id`, waiting for it up to `ms` or until the link ends. */
  async confirmed(id: string, ms: number): Promise<boolean> {
    await this.#until(ms, () => this.#confirmed.has(id))
    return this.#confirmed.has(id)
  }

  check(): Promise<void> {
    return this.#link.check()
  }

  close(): Promise<void> {
    return this.#link.close()
  }

  #hear(bytes: Uint8Array): void {
    for (const message of this.#parser.feed(bytes))
      switch (message.kind) {
        case 'live':
          this.#hearAnswer(message.byte)
          break
        case 'condition':
          this.pushed = message.condition
          if (this.#heard) this.#heard.told = message.condition
          this.#whenChanged(message.condition)
          break
        case 'confirmed':
          this.#confirmed.add(message.id)
          break
        case 'text':
          this.#texts.push(message.text)
          break
        case 'garbled':
          if (this.#heard) this.#heard.garbled = true
          break
      }
    this.#whenHeard()
  }

  #hearAnswer(byte: number): void {
    const heard = this.#heard
    if (!heard) {
      this.#spokeUnasked = true
      return
    }
    heard.told = null
    if (heard.answers.push(byte) === liveAnswersCount && !heard.owed) this.#conclude(heard)
  }

  /** Told in the moment it is known, so that what the printer says next is taken for the newer. */
  #conclude(heard: Heard): void {
    heard.condition = heard.told ?? liveCondition(heard.answers.slice(-liveAnswersCount))
    if (heard.condition) this.#whenChanged(heard.condition)
  }

  async #until(ms: number, holds: () => boolean): Promise<void> {
    const reached = new Promise<void>((resolve) => {
      this.#whenHeard = () => {
        if (this.#ended || holds()) resolve()
      }
    })
    if (!this.#ended && !holds()) await this.#within(ms, reached)
  }

  #within(ms: number, work: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ms, resolve)
      void work.then(resolve).finally(cancel)
    })
  }
}

interface Heard {
  readonly answers: number[]
  garbled: boolean
  readonly owed: boolean
  /** What the printer told of its own accord behind the last answer: newer than the answers. */
  told: Condition | null
  condition: Condition | null
}

export type Answer =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'silent' }
  /** Bytes came that mean nothing. */
  | { readonly kind: 'garbled' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'ended'; readonly failure: LinkFailure }
