/**
 * `text` in what the font has: Latin letters with the accents of western Europe, and the signs of print. Letters with
 * other accents lose them; pictures such as smileys, which the words stand without, are left out. What is of another
 * script stays, and the font's empty box stands where each of its letters would be.
 */
export function printable(text: string): string {
  const spelled = text.normalize('NFC').replaceAll(notInFont, (character) => {
    if (pictorial.test(character)) return ''
    const bare = character.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '')
    return bare.search(notInFont) === -1 ? bare : character
  })
  return spelled.replaceAll(/ +/g, ' ').trim()
}

/** Pictures and what joins, tints and shapes them. */
const pictorial = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Cf}|\p{Variation_Selector}/u

/** All but the font's Latin part, as its maker divides it. */
const notInFont =
  /[^\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u0131\u0152\u0153\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122\u2212]/gu
