import type { CodePageName } from './profiles.ts'

/**
 * Text as a printer's code page can show it. Guarantees that what comes out holds only printable characters of that
 * page, one column each: no control byte, whatever came in. What the page lacks is written with what it has, visibly;
 * a script nobody can spell here is named in brackets. It does not wrap and does not cut.
 */
export function spell(text: string, codePage: CodePageName): string {
  const page = printable[codePage]
  const spelled: string[] = []
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    const part = spellGrapheme(segment, page)
    // A whole word in a foreign script is one stand-in, not one for each letter.
    if (part.startsWith('[') && part === spelled.at(-1)) continue
    spelled.push(part)
  }
  return spelled.join('').replaceAll(/ +/g, ' ').trim()
}

/** ESC t's number for the page; null where only ASCII is ever sent and no page needs choosing. */
export const codePageNumbers: Readonly<Record<CodePageName, number | null>> = {
  ascii: null,
  cp437: 0,
  cp850: 2,
  win1252: 16,
  cp858: 19,
}

/** What each page holds beyond ASCII and this program prints; lines and blocks are left out on purpose. */
export const accents: Readonly<Record<CodePageName, string>> = {
  ascii: '',
  cp437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥ƒáíóúñÑªº¿¬½¼¡«»αßΓπΣσµτΦΘΩδφε±≥≤÷≈°·√²',
  cp850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»ÁÂÀ©¢¥ãÃ¤ðÐÊËÈıÍÎÏ¦ÌÓßÔÒõÕµþÞÚÛÙýÝ´±¾¶§÷°·¹³²',
  cp858: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»ÁÂÀ©¢¥ãÃ¤ðÐÊËÈ€ÍÎÏ¦ÌÓßÔÒõÕµþÞÚÛÙýÝ´±¾¶§÷°·¹³²',
  win1252:
    '€ƒ„…†‡‰Š‹ŒŽ‘’“”•–—™š›œžŸ¡¢£¤¥¦§©ª«¬®°±²³´µ¶·¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')
const pageOf = (name: CodePageName): ReadonlySet<string> => new Set(ascii + accents[name])
const printable: Readonly<Record<CodePageName, ReadonlySet<string>>> = {
  ascii: pageOf('ascii'),
  cp437: pageOf('cp437'),
  cp850: pageOf('cp850'),
  cp858: pageOf('cp858'),
  win1252: pageOf('win1252'),
}

function spellGrapheme(grapheme: string, page: ReadonlySet<string>): string {
  if (page.has(grapheme)) return grapheme
  if (/^[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+$/u.test(grapheme)) return ' '
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(grapheme)) return pictures.get(grapheme) ?? '*'
  return Array.from(grapheme, (character) => spellCharacter(character, page)).join('')
}

function spellCharacter(character: string, page: ReadonlySet<string>): string {
  if (page.has(character)) return character
  const spelling = spellings.get(character) ?? romanDigit(character)
  if (spelling !== undefined) return spelling
  // A letter with its marks taken off: é, ǆ, ﬁ. What remains may itself need a spelling.
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (bare !== character)
    return Array.from(bare, (part) => (page.has(part) ? part : (spellings.get(part) ?? ''))).join('')
  if (/[\p{M}\p{C}]/u.test(character)) return ''
  return scripts.find(([pattern]) => pattern.test(character))?.[1] ?? '[...]'
}

function romanDigit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = digitZeros.find((first) => code >= first && code < first + 10)
  return zero === undefined ? undefined : String(code - zero)
}

// Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, Thai, Balinese, Sundanese, Javanese.
const digitZeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1b50, 0x1bb0, 0xa9d0]

const pictures = new Map([
  ['☎', 'Tel.'],
  ['✓', 'v'],
  ['✔', 'v'],
  ['✗', 'x'],
  ['✘', 'x'],
  ['™', '(TM)'],
  ['©', '(c)'],
  ['®', '(R)'],
  ['↔', '<->'],
])

// Each pair is one character and, after it, how to spell it; all of them lie in the first plane.
const pairs = (text: string) => text.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)])

const spellings = new Map<string, string>([
  ...pairs(
    `“" ”" „" «" »" ″" ‘' ’' ‚' ‹' ›' ′' \`' ´' –- —- ‐- ‑- ‒- ―- −- …... •* ·* ‣* →-> ←<- ⇒=> ×x ÷/ ⁄/ ≤<= ≥>= ≠!=`,
  ),
  ...pairs('€EUR £GBP ¥YEN ¢ct ©(c) ®(R) ™(TM) №No. °deg ‰%o ±+/- ¡! ¿? µu ¦| §par. ¶par. ∙* ■#'),
  ...pairs("ßss ẞSS æae ÆAE œoe ŒOE øo ØO łl ŁL đd ĐD ðd ÐD þth ÞTh ıi ŋng ŊNG ʻ' ʼ' ʾ' ʿ'"),
  // Arabic, letter by letter: short vowels are not written, so this is a stand-in a reader can recognise.
  ...pairs('اa أa إi آa ٱa بb تt ثts جj حh خkh دd ذdz رr زz سs شsy صsh ضdh طth ظzh'),
  ...pairs("ع' غgh فf قq كk لl مm نn هh وw يy ىa ةh ئ' ؤ' ء' یy پp چc گg ڤv ڬg ۏv ڽny ڠng ،, ؛; ؟? ـ-"),
  ['ک', 'k'],
])

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Sundanese}/u, '[aksara Sunda]'],
  [/\p{Script=Javanese}/u, '[aksara Jawa]'],
  [/\p{Script=Balinese}/u, '[aksara Bali]'],
  [/\p{Script=Arabic}/u, '[Arab]'],
  [/\p{Script=Han}/u, '[Hanzi]'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, '[Kana]'],
  [/\p{Script=Hangul}/u, '[Hangul]'],
  [/\p{Script=Cyrillic}/u, '[Kiril]'],
  [/\p{Script=Greek}/u, '[Yunani]'],
  [/\p{Script=Devanagari}/u, '[Dewanagari]'],
  [/\p{Script=Tamil}/u, '[Tamil]'],
  [/\p{Script=Thai}/u, '[Thai]'],
  [/\p{Extended_Pictographic}/u, '*'],
]
