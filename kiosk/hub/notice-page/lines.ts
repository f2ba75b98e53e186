/**
 * Text into lines. Widths are of text at size 1, whatever the size it is drawn at, so that one text is measured once.
 */
export type Weight = 'regular' | 'bold'

/** Width of `text` at size 1. */
export type Measure = (text: string, weight: Weight) => number

/**
 * `text` in as few lines of at most `width` as it needs, of like length, as a person would break a heading. It breaks
 * between words; within a word only where the word alone is wider than a line. Nothing is left out.
 */
export function evenLines(text: string, width: number, weight: Weight, measure: Measure): readonly string[] {
  const words = text.split(' ').flatMap((word) => pieces(word, width, weight, measure))
  const lines = linesOf(words, width, weight, measure)
  let even = lines
  for (let part = 0.95; part > 0.4 && lines.length > 1; part -= 0.05) {
    const tried = linesOf(words, width * part, weight, measure)
    if (tried.length > lines.length) break
    even = tried
  }
  return even
}

/** A word wider than `width` makes a line that is too wide. */
function linesOf(words: readonly string[], width: number, weight: Weight, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const space = measure(' ', weight)
  for (const word of words) {
    const wide = measure(word, weight)
    if (line !== '' && used + space + wide > width) {
      lines.push(line)
      line = ''
    }
    used = line === '' ? wide : used + space + wide
    line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

function pieces(word: string, width: number, weight: Weight, measure: Measure): readonly string[] {
  if (measure(word, weight) <= width) return [word]
  const found: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && measure(piece + character, weight) > width) {
      found.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...found, piece]
}
