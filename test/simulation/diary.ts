import type { TrueTime } from './true-time.ts'

/** What happened, in plain sentences with the true time, and a trace by which two runs can be compared. */
export class Diary {
  readonly #time: TrueTime
  readonly #sentences: string[] = []
  #trace = 0x811c9dc5

  constructor(time: TrueTime) {
    this.#time = time
  }

  tell(sentence: string): void {
    const told = `${new Date(this.#time.now()).toISOString().slice(5, 23).replace('T', ' ')}  ${sentence}`
    this.#sentences.push(told)
    this.mark(told)
  }

  /** Takes into the trace what is not worth a sentence. */
  mark(text: string): void {
    // FNV-1a, 32 bits.
    for (let i = 0; i < text.length; i++) this.#trace = Math.imul(this.#trace ^ text.charCodeAt(i), 0x01000193) >>> 0
  }

  latest(count: number): readonly string[] {
    return this.#sentences.slice(-count)
  }

  get trace(): string {
    return this.#trace.toString(16).padStart(8, '0')
  }
}
