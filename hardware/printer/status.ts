import type { PrinterTrouble } from './port.ts'

/**
 * What a printer says, out of a stream of bytes in any pieces: answers to DLE EOT, automatic status (ASB, four bytes)
 * and answers to GS ( H and GS I, mixed with XON and XOFF in any way. Each kind is known by its fixed bits (Epson TM-T88III,
 * appendix G), so that one lost byte costs one message and never shifts the next.
 *
 * S-1  A byte belongs to at most one message.
 * S-2  XON, XOFF and the zero byte say nothing: some clones answer every question with zeros, which is silence.
 * S-3  Whatever fits nothing is `garbled`: another baud rate, another dialect, or an echo.
 */
export class StatusParser {
  #block: number[] = []
  #textsOwed = 0

  /** The printer was asked for so many texts about itself; without that no byte is taken for a text's first. */
  expectTexts(count: number): void {
    this.#textsOwed += count
  }

  feed(bytes: Uint8Array): StatusMessage[] {
    return [...bytes].flatMap((byte) => this.#take(byte))
  }

  #take(byte: number): StatusMessage[] {
    if (byte === xon || byte === xoff) return []
    const [first] = this.#block
    if (first === confirmStart && confirmTakes(this.#block.length, byte)) {
      this.#block.push(byte)
      if (this.#block.length < confirmBytes) return []
      const [, , ...id] = this.#drop()
      return [{ kind: 'confirmed', id: String.fromCharCode(...id.slice(0, confirmIdBytes)) }]
    }
    if (first === textStart && byte >= 0x20 && byte <= 0x7e && this.#block.length < textBytesMax) {
      this.#block.push(byte)
      return []
    }
    if (first === textStart && byte === 0) {
      this.#textsOwed -= 1
      const [, ...text] = this.#drop()
      return [{ kind: 'text', text: String.fromCharCode(...text) }]
    }
    // A live answer may cut in between the bytes of a block.
    if ((byte & fixedBits) === liveBits) return [{ kind: 'live', byte }]
    if (first !== undefined && isAutomaticStart(first) && (byte & automaticRestMask) === 0) {
      this.#block.push(byte)
      if (this.#block.length < automaticBytes) return []
      const [one = 0, two = 0, three = 0] = this.#drop()
      return [{ kind: 'condition', condition: automaticCondition(one, two, three) }]
    }
    const broken: StatusMessage[] = this.#drop().length > 0 ? [{ kind: 'garbled' }] : []
    const starts = byte === confirmStart || isAutomaticStart(byte) || (byte === textStart && this.#textsOwed > 0)
    if (starts) this.#block = [byte]
    else if (byte !== 0) broken.push({ kind: 'garbled' })
    return broken
  }

  #drop(): number[] {
    const block = this.#block
    this.#block = []
    return block
  }
}

export type StatusMessage =
  | { readonly kind: 'live'; readonly byte: number }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'confirmed'; readonly id: string }
  /** What the printer says of itself. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'garbled' }

/** What the device says about itself; the worst trouble a person can act on, and the roll. */
export interface Condition {
  readonly trouble: Extract<
    PrinterTrouble,
    'paper-out' | 'cover-open' | 'cutter' | 'overheated' | 'offline' | 'error'
  > | null
  readonly paperLow: boolean
}

/** DLE EOT 1, 2, 3 and 4 in one go: answered in this order, at once, also when the printer is offline. */
export const liveQuestions = Uint8Array.from([1, 2, 3, 4].flatMap((what) => [0x10, 0x04, what]))
export const liveAnswersCount = 4

/** The four answers to `liveQuestions`; null when they contradict themselves, so that they cannot be these four. */
export function liveCondition(answers: readonly number[]): Condition | null {
  const [printer, offline, error, paper] = answers
  if (printer === undefined || offline === undefined || error === undefined || paper === undefined) return null
  // Each paper sensor is told by two bits that are always alike.
  if (!twins(paper, 2) || !twins(paper, 5)) return null
  return condition({
    cover: bit(offline, 2),
    paperEnd: bit(paper, 5) || bit(offline, 5),
    paperLow: bit(paper, 2),
    cutter: bit(error, 3),
    overheated: bit(error, 6),
    error: bit(error, 5) || bit(offline, 6),
    offline: bit(printer, 3),
  })
}

/** GS a: says every change of its own accord, except the drawer's. Answered at once with the present state. */
export const askForChanges = Uint8Array.of(0x1d, 0x61, 0x0e)

/** GS ( H: answered with the same four characters when all that came before it has been printed. */
export function confirmRequest(id: string): Uint8Array {
  return Uint8Array.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1')])
}

/**
 * The four characters of the `count`-th confirmation. Only characters that no fixed bits of a status can be taken for.
 */
export function confirmId(count: number): string {
  return [15, 10, 5, 0].map((shift) => confirmAlphabet[(count >> shift) & 31]).join('')
}

const confirmAlphabet = '@ABCDEFGHIJKLMNO`abcdefghijklmno'

const xon = 0x11
const xoff = 0x13
const fixedBits = 0x93
const liveBits = 0x12
const automaticRestMask = 0x90
const automaticBytes = 4
const confirmStart = 0x37
const confirmBytes = 7
const confirmIdBytes = 4
/** 5Fh, up to 80 characters, 00h ("printer information B"). */
const textStart = 0x5f
const textBytesMax = 81

function isAutomaticStart(byte: number): boolean {
  return (byte & fixedBits) === 0x10
}

/** 37h, 22h, four characters of the id, 00h. */
function confirmTakes(position: number, byte: number): boolean {
  if (position === 1) return byte === 0x22
  if (position === confirmBytes - 1) return byte === 0
  return byte >= 0x20 && byte <= 0x7e
}

function automaticCondition(one: number, two: number, three: number): Condition {
  return condition({
    cover: bit(one, 5),
    paperEnd: bit(three, 2),
    paperLow: bit(three, 0),
    cutter: bit(two, 3),
    overheated: bit(two, 6),
    error: bit(two, 5),
    offline: bit(one, 3),
  })
}

interface Signs {
  readonly cover: boolean
  readonly paperEnd: boolean
  readonly paperLow: boolean
  readonly cutter: boolean
  readonly overheated: boolean
  readonly error: boolean
  readonly offline: boolean
}

/** An open cover comes first: the printer then often says that paper is out too, and errors that closing it mends. */
function condition(signs: Signs): Condition {
  const trouble = signs.cover
    ? 'cover-open'
    : signs.paperEnd
      ? 'paper-out'
      : signs.cutter
        ? 'cutter'
        : signs.overheated
          ? 'overheated'
          : signs.error
            ? 'error'
            : signs.offline
              ? 'offline'
              : null
  return { trouble, paperLow: signs.paperLow }
}

function bit(byte: number, position: number): boolean {
  return (byte & (1 << position)) !== 0
}

function twins(byte: number, position: number): boolean {
  return bit(byte, position) === bit(byte, position + 1)
}
