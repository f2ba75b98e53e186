import { z } from 'zod'
import { languages, type Text } from './language.ts'

export const languageSchema = z.enum(languages)

/**
 * Text as the office wrote it: one string for all languages, or one per language, of which Indonesian is the least.
 * Where Sundanese or English is not given, Indonesian stands in. Control bytes never pass.
 */
export const textSchema = (lengthMax: number) => {
  const line = lineSchema(lengthMax)
  return z
    .union([line, z.strictObject({ id: line, en: line.optional(), su: line.optional() })])
    .transform((text): Text =>
      typeof text === 'string'
        ? { id: text, en: text, su: text }
        : { id: text.id, en: text.en ?? text.id, su: text.su ?? text.id },
    )
}

/** One line a person typed: trimmed, no control characters, 1 to `lengthMax` characters. */
export const lineSchema = (lengthMax: number) =>
  z
    .string()
    .transform((line) => line.normalize('NFC').replaceAll(controls, ' ').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'must not be empty').max(lengthMax))

// C0 and C1 controls, and the marks that reverse the order of what follows.
const controls = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu
