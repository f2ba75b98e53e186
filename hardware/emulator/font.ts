import glyphs from './receipt-font.json' with { type: 'json' }

/**
 * The two built-in fonts of the printer, as bitmaps. They are those of Terminus Font, see `receipt-font-licence.txt`
 * (SIL Open Font License 1.1), under another name and with the block elements it lacks drawn here.
 */
export interface Font {
  readonly widthDots: number
  readonly heightDots: number
  /** Rows from the top, the rightmost dot in the lowest bit; null where the font has no such character. */
  glyph(character: string): readonly number[] | null
}

/** Font A, 12 by 24 dots: 48 columns on 576 dots, 42 on 512, 32 on 384. */
export const fontA: Font = font(glyphs.A, { widthDots: 12, heightDots: 24, glyphWidthDots: 12, glyphHeightDots: 24 })

/** Font B, 9 by 17 dots, from glyphs of 8 by 16: 64 columns on 576 dots, 56 on 512, 42 on 384. */
export const fontB: Font = font(glyphs.B, { widthDots: 9, heightDots: 17, glyphWidthDots: 8, glyphHeightDots: 16 })

interface FontSize {
  readonly widthDots: number
  readonly heightDots: number
  readonly glyphWidthDots: number
  readonly glyphHeightDots: number
}

function font(glyphs: Readonly<Record<string, string>>, size: FontSize): Font {
  const { widthDots, heightDots, glyphWidthDots, glyphHeightDots } = size
  const known = new Map<string, readonly number[]>([
    [' ', blank(heightDots)],
    ['\u00a0', blank(heightDots)],
    ...blockElements(widthDots, heightDots),
  ])
  const digits = Math.ceil(glyphWidthDots / 4)
  for (const [character, hex] of Object.entries(glyphs)) {
    const rows = Array.from(
      { length: glyphHeightDots },
      (_, row) => Number.parseInt(hex.slice(row * digits, (row + 1) * digits), 16) << (widthDots - glyphWidthDots),
    )
    known.set(character, [...rows, ...blank(heightDots - glyphHeightDots)])
  }
  return { widthDots, heightDots, glyph: (character) => known.get(character) ?? null }
}

function blockElements(width: number, height: number): readonly (readonly [string, readonly number[]])[] {
  const draw = (inked: (x: number, y: number) => boolean) =>
    Array.from({ length: height }, (_, y) => {
      let row = 0
      for (let x = 0; x < width; x++) row = (row << 1) | (inked(x, y) ? 1 : 0)
      return row
    })
  return [
    ['▀', draw((_, y) => y < height / 2)],
    ['▄', draw((_, y) => y >= height / 2)],
    ['▌', draw((x) => x < width / 2)],
    ['▐', draw((x) => x >= width / 2)],
    ['▓', draw((x, y) => (x + 2 * y) % 4 !== 0)],
  ]
}

function blank(rows: number): number[] {
  return Array.from({ length: rows }, () => 0)
}
