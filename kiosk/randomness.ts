import { randomBytes, randomInt } from 'node:crypto'
import { codeLetters } from '../shared/short-code.ts'
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
