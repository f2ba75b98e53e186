/**
 * A code of four letters that belongs to a ticket, so that two people can compare tickets by reading aloud: at a desk,
 * over the telephone, from a phone's page to the paper. It follows from the ticket's token and is the same wherever it
 * is made. It is no secret: there are 160 000 of them. With its number it stands for a return ticket where nothing can
 * be scanned, so whoever lets people type codes counts their tries.
 */
export function shortCode(token: string): string {
  // FNV-1a, 32 bits: every letter of the token counts.
  let hash = 0x811c9dc5
  for (const letter of token) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return Array.from({ length: shortCodeLength }, (_, place) => {
    const letters = Math.floor(hash / codeLetters.length ** place) % codeLetters.length
    return codeLetters[letters]
  }).join('')
}

/**
 * Twenty consonants that are not mistaken for each other when read aloud or typed, and spell no words: 8 of them carry
 * 34 bits (the alphabet of RFC 8628, section 6.1).
 */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ'

const shortCodeLength = 4
