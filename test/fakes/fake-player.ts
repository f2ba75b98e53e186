import { vi } from 'vitest'
import type { Player } from '../../display/lobby/sound-player.ts'
import { phrasePath } from '../../shared/voice/files.ts'
import type { Phrase } from '../../shared/voice/phrase.ts'

/**
 * The player without a loudspeaker: it writes down what it is given, in the words that lie behind the files, and throws
 * when one thing begins over another.
 */
export class FakePlayer implements Player {
  readonly heard: string[] = []
  readonly files: string[] = []
  /** What lies behind the files. */
  phrases: readonly Phrase[] = []
  isMute = false
  #playing: (() => void) | null = null

  isReady = () => Promise.resolve(!this.isMute)

  prepare = () => undefined

  chime = (volume: number, silenced: AbortSignal) => this.#play(`chime at ${volume}`, silenced)

  read = async ({ files }: { files: readonly string[] }, _: number, silenced: AbortSignal) => {
    if (silenced.aborted) return
    this.files.push(...files)
    const words = files.map((file) => this.phrases.find((phrase) => phrasePath(phrase) === file)?.text ?? file)
    await this.#play(words.join(' '), silenced)
  }

  next(): void {
    this.#playing?.()
  }

  /** Plays on until this is being heard. */
  async sounding(what: string): Promise<void> {
    await vi.waitUntil(() => {
      if (this.heard.at(-1) !== what) this.next()
      return this.heard.at(-1) === what
    })
  }

  /** Plays everything to its end. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 5; calm++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#playing) calm = 0
      this.next()
    }
  }

  #play(what: string, silenced: AbortSignal): Promise<void> {
    if (this.#playing) throw new Error(`"${what}" begins over something else`)
    this.heard.push(what)
    return new Promise((resolve) => {
      const end = () => {
        this.#playing = null
        resolve()
      }
      this.#playing = end
      silenced.addEventListener('abort', () => {
        if (this.#playing !== end) return
        this.heard[this.heard.length - 1] += ' (silenced)'
        end()
      })
    })
  }
}
