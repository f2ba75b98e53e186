import { codeLetters } from '../../shared/short-code.ts'

/**
 * A return ticket's number and code as a visitor types them, sign by sign: "A042BCDF". Only what can stand on a ticket
 * can be typed, so that a nought is never an O. It does not know which tickets there are.
 */
export type Part = 'letter' | 'digit' | 'code'

/** What the next sign is; null where nothing is missing. */
export function nextPart(typed: string): Part | null {
  if (typed.length === 0) return 'letter'
  if (typed.length < numberLength) return 'digit'
  return typed.length < typedLength ? 'code' : null
}

/** The signs that fit next; any capital letter begins a number. */
export function nextSigns(typed: string): string {
  const part = nextPart(typed)
  return part === null ? '' : signs[part]
}

/** `key` is a sign in any case, or "Backspace"; any other, and one that does not fit, changes nothing. */
export function typeSign(typed: string, key: string): string {
  if (key === 'Backspace') return typed.slice(0, -1)
  const sign = key.toUpperCase()
  return sign.length === 1 && nextSigns(typed).includes(sign) ? typed + sign : typed
}

/** The number of the ticket, as far as it is typed. */
export function numberIn(typed: string): string {
  return typed.slice(0, numberLength)
}

/** Number and code as they stand on the paper, as far as they are typed: "A042 BCDF". */
export function asPrinted(typed: string): string {
  return typed.length > numberLength ? `${numberIn(typed)} ${typed.slice(numberLength)}` : typed
}

export const numberLength = 4
export const typedLength = 8

const signs: Readonly<Record<Part, string>> = {
  letter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digit: '1234567890',
  code: codeLetters,
}
