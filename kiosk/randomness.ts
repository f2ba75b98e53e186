import { randomBytes, randomInt } from 'node:crypto'
import { commandIdSchema, tokenSchema, type CommandId, type Token } from '../shared/ids.ts'

/** Where the Node parts get randomness; a simulation hands in a seeded one. */
export interface Randomness {
  /** 128 random bits, as 22 characters that stand in an address as they are. */
  token(): Token
  commandId(): CommandId
  /** `length` letters that are not mistaken for each other when read aloud or typed, and spell no words. */
  code(length: number): string
}

export const systemRandomness: Randomness = {
  token: () => tokenSchema.parse(randomBytes(16).toString('base64url')),
  commandId: () => commandIdSchema.parse(randomBytes(16).toString('base64url')),
  code: (length) => Array.from({ length }, () => codeLetters[randomInt(codeLetters.length)]).join(''),
}

/** Twenty consonants: 8 of them carry 34 bits (the alphabet of RFC 8628, section 6.1). */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ'
