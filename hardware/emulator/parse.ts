import type { Operation } from './operation.ts'
import { openText, takeCommand } from './commands.ts'
import { unknown, type Taken } from './taken.ts'

/**
 * Bytes of an ESC/POS stream into operations, however they are cut into pieces.
 *
 * P1  Feeding a stream in any pieces gives the same operations as feeding it whole.
 * P2  The operations cover every byte once, in order; what is not understood is an `unknown` operation.
 * P3  After a whole command the next byte begins a new one; a command cut short waits for its bytes and eats whatever
 *     comes next, as a printer does.
 *
 * It does not know what the printer can do, nor whether it has paper.
 */
export class Parser {
  #bytes = new Uint8Array(256)
  #from = 0
  #to = 0
  #at = 0

  /** Takes more of the stream and returns the operations that are complete now. */
  feed(more: Uint8Array): Operation[] {
    this.#append(more)
    const operations: Operation[] = []
    for (;;) {
      const taken = takeCommand(this.#bytes.subarray(this.#from, this.#to))
      if (taken === null) return operations
      operations.push(this.#place(taken))
    }
  }

  /** The stream ends: text still open is complete, and a command cut short is `unknown`. */
  end(): Operation[] {
    const rest = this.#bytes.subarray(this.#from, this.#to)
    if (rest.length === 0) return []
    const text = openText(rest)
    return [this.#place(text === null ? unknown(rest, rest.length) : { length: rest.length, body: text })]
  }

  /** Bytes taken that belong to no operation yet. */
  get pendingBytes(): number {
    return this.#to - this.#from
  }

  #place({ length, body }: Taken): Operation {
    const operation = { at: this.#at, length, ...body }
    this.#at += length
    this.#from += length
    return operation
  }

  #append(more: Uint8Array): void {
    const pending = this.#to - this.#from
    if (this.#to + more.length > this.#bytes.length) {
      const room = pending + more.length > this.#bytes.length ? 2 * (pending + more.length) : this.#bytes.length
      const bytes = new Uint8Array(room)
      bytes.set(this.#bytes.subarray(this.#from, this.#to))
      this.#bytes = bytes
      this.#from = 0
      this.#to = pending
    }
    this.#bytes.set(more, this.#to)
    this.#to += more.length
  }
}

/** A whole stream at once. */
export function parse(bytes: Uint8Array): Operation[] {
  const parser = new Parser()
  return [...parser.feed(bytes), ...parser.end()]
}
