import type { Block } from './layout.ts'

/**
 * Big letters and figures built from black cells, for printers that only double their own characters: there a number
 * in text would be 6 mm high, and from the third row of chairs nobody reads that. Null where the text does not fit or
 * holds a character that has no shape here.
 */
export function bigCharacters(text: string, columns: number, sizeMax: number): Cells | null {
  const glyphs = Array.from(text, (character) => shapes.get(character))
  const widthWith = (space: number) => glyphs.length * (glyphColumns + space) - space
  const space = widthWith(2) <= columns ? 2 : 1
  const width = widthWith(space)
  if (glyphs.length === 0 || width > columns || glyphs.includes(undefined)) return null
  const rows = Array.from({ length: glyphRows }, (_, row) => glyphs.map((glyph) => cells(glyph?.[row] ?? 0)).join(' '))
  return { kind: 'cells', rows, scale: sizeMax >= 2 && 2 * width <= columns ? 2 : 1 }
}

type Cells = Extract<Block, { kind: 'cells' }>

const glyphColumns = 5
const glyphRows = 7

function cells(bits: number): string {
  return bits.toString(2).padStart(glyphColumns, '0').replaceAll('0', ' ').replaceAll('1', '#')
}

/** The five-by-seven shapes of the first dot-matrix printers, seven rows of five bits for each character. */
const shapes = new Map<string, readonly number[]>(
  [
    '0 0e 11 13 15 19 11 0e',
    '1 04 0c 04 04 04 04 0e',
    '2 0e 11 01 02 04 08 1f',
    '3 1f 02 04 02 01 11 0e',
    '4 02 06 0a 12 1f 02 02',
    '5 1f 10 1e 01 01 11 0e',
    '6 06 08 10 1e 11 11 0e',
    '7 1f 01 02 04 08 08 08',
    '8 0e 11 11 0e 11 11 0e',
    '9 0e 11 11 0f 01 02 0c',
    'A 0e 11 11 11 1f 11 11',
    'B 1e 11 11 1e 11 11 1e',
    'C 0e 11 10 10 10 11 0e',
    'D 1c 12 11 11 11 12 1c',
    'E 1f 10 10 1e 10 10 1f',
    'F 1f 10 10 1e 10 10 10',
    'G 0e 11 10 17 11 11 0f',
    'H 11 11 11 1f 11 11 11',
    'I 0e 04 04 04 04 04 0e',
    'J 07 02 02 02 02 12 0c',
    'K 11 12 14 18 14 12 11',
    'L 10 10 10 10 10 10 1f',
    'M 11 1b 15 15 11 11 11',
    'N 11 11 19 15 13 11 11',
    'O 0e 11 11 11 11 11 0e',
    'P 1e 11 11 1e 10 10 10',
    'Q 0e 11 11 11 15 12 0d',
    'R 1e 11 11 1e 14 12 11',
    'S 0f 10 10 0e 01 01 1e',
    'T 1f 04 04 04 04 04 04',
    'U 11 11 11 11 11 11 0e',
    'V 11 11 11 11 11 0a 04',
    'W 11 11 11 15 15 15 0a',
    'X 11 11 0a 04 0a 11 11',
    'Y 11 11 11 0a 04 04 04',
    'Z 1f 01 02 04 08 10 1f',
  ].map((shape) => {
    const [character = '', ...rows] = shape.split(' ')
    return [character, rows.map((row) => Number.parseInt(row, 16))] as const
  }),
)
