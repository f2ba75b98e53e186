import type { Randomness } from '../../kiosk/randomness.ts'
import { codeLetters } from '../../shared/short-code.ts'
import { commandIdSchema, tokenSchema } from '../../shared/ids.ts'

/** Randomness that is the same in every run with the same seed (mulberry32). */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const text = (length: number, letters: string) =>
    Array.from({ length }, () => letters.charAt(next() % letters.length)).join('')
  return {
    token: () => tokenSchema.parse(text(22, tokenLetters)),
    commandId: () => commandIdSchema.parse(text(22, tokenLetters)),
    code: (length) => text(length, codeLetters),
  }
}

const tokenLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
