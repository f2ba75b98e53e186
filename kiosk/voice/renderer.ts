import type { Speaker } from '../../hardware/voice/port.ts'
import { phraseKey, type Phrase } from '../../shared/voice/phrase.ts'
import type { Clock } from '../clock.ts'
import type { SoundStore } from './sound-folder.ts'

/**
 * Makes the sounds that are wanted and not there yet.
 *
 * R-1  At most `atOnceMax` at once, in the order wanted: the newest call first, whatever was wanted before it.
 * R-2  A phrase that fails is tried again, later each time, at most `triesMax` times while it is wanted; the others go on.
 * R-3  Where nothing speaks, or the disk takes nothing, it all waits and is tried again for ever; the journal has one
 *      line when that begins and one when it ends.
 *
 * Nobody waits for it: a screen that finds no sound plays its chime alone.
 */
export class Renderer {
  readonly #parts: RendererParts
  #wanted: readonly Wanted[] = []
  /** What is known to be there, and when it was last looked for. */
  readonly #there = new Map<string, number>()
  readonly #failed = new Map<string, { readonly tries: number; readonly nextAt: number }>()
  readonly #underWay = new Map<string, Promise<void>>()
  #trouble: { readonly detail: string; readonly nextAt: number } | null = null
  #cancelAlarm: () => void = () => undefined
  #isStopped = false

  constructor(parts: RendererParts) {
    this.#parts = parts
  }

  /** Says at once, and not only at the first call, that nothing here speaks. */
  async check(): Promise<void> {
    const outcome = await this.#parts.speaker.speak({ language: 'id', text: 'siap' })
    if (outcome.kind === 'missing') this.#begin(outcome.detail)
  }

  /** What is wanted now, the newest first; what is no longer in it is no longer wanted. */
  want(phrases: readonly Phrase[]): void {
    this.#wanted = phrases.map((phrase) => ({ key: phraseKey(phrase), phrase }))
    const keys = new Set(this.#wanted.map(({ key }) => key))
    const now = this.#parts.clock.now()
    for (const [key, at] of this.#there) if (!keys.has(key) || now - at > lookAgainMs) this.#there.delete(key)
    for (const key of this.#failed.keys()) if (!keys.has(key)) this.#failed.delete(key)
    this.#go()
  }

  /** Begins nothing more; settles when what is under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#cancelAlarm()
    await Promise.all(this.#underWay.values())
  }

  #go(): void {
    const now = this.#parts.clock.now()
    while (this.#underWay.size < atOnceMax) {
      const next = this.#next(now)
      if (!next) break
      const made = this.#make(next).finally(() => {
        this.#underWay.delete(next.key)
        this.#go()
      })
      this.#underWay.set(next.key, made)
    }
    this.#setAlarm(now)
  }

  #next(now: number): Wanted | undefined {
    if (this.#isStopped || (this.#trouble && now < this.#trouble.nextAt)) return undefined
    return this.#wanted.find(({ key }) => {
      const failed = this.#failed.get(key)
      const mayBeTried = failed === undefined || (failed.tries < triesMax && failed.nextAt <= now)
      return mayBeTried && !this.#there.has(key) && !this.#underWay.has(key)
    })
  }

  async #make({ key, phrase }: Wanted): Promise<void> {
    const { speaker, store, clock } = this.#parts
    if (!(await store.has(key))) {
      const outcome = await speaker.speak(phrase)
      if (outcome.kind === 'missing') return this.#begin(outcome.detail)
      if (outcome.kind === 'failed') return this.#fail(key, phrase, outcome.detail)
      const refusal = await store.keep(key, outcome.wav).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      if (refusal !== null) return this.#begin(`sounds cannot be kept: ${refusal}`)
      this.#end()
    }
    this.#failed.delete(key)
    this.#there.set(key, clock.now())
  }

  #fail(key: string, { language, text }: Phrase, detail: string): void {
    const { clock, log } = this.#parts
    const tries = (this.#failed.get(key)?.tries ?? 0) + 1
    this.#failed.set(key, { tries, nextAt: clock.now() + retryMs * 2 ** (tries - 1) })
    log(`"${text.slice(0, 60)}" (${language}) could not be spoken: ${detail}`)
  }

  #begin(detail: string): void {
    if (this.#trouble?.detail !== detail) this.#parts.log(detail)
    this.#trouble = { detail, nextAt: this.#parts.clock.now() + troubleMs }
  }

  #end(): void {
    if (this.#trouble) this.#parts.log('sounds are made again')
    this.#trouble = null
  }

  /** Wakes it when the next of what waits may be tried. */
  #setAlarm(now: number): void {
    this.#cancelAlarm()
    if (this.#isStopped) return
    const times = [...this.#failed.values()].flatMap(({ tries, nextAt }) => (tries < triesMax ? [nextAt] : []))
    const nextAt = Math.min(...(this.#trouble ? [this.#trouble.nextAt] : []), ...times)
    if (nextAt === Infinity) return
    // What is due already waits only for a place, and is begun when one is free.
    this.#cancelAlarm = nextAt > now ? this.#parts.clock.after(nextAt - now, () => this.#go()) : () => undefined
  }
}

export interface RendererParts {
  readonly speaker: Speaker
  readonly store: SoundStore
  readonly clock: Clock
  readonly log: (line: string) => void
}

interface Wanted {
  readonly key: string
  readonly phrase: Phrase
}

const atOnceMax = 2
const triesMax = 5
const retryMs = 5_000
const troubleMs = 60_000
/** Somebody may have emptied the folder. */
const lookAgainMs = 60_000
