/**
 * The font size at which a name fits a width, at most `sizeMax`: on one line where it can stay large, else on as many
 * lines as `linesMax` allows. An estimate from its length, so that a board of thirty names needs no measuring.
 */
export function nameSizePx(name: string, widthPx: number, sizeMax: number, linesMax = 2): number {
  const oneLine = widthPx / (name.length * letterEm)
  if (oneLine >= sizeMax) return sizeMax
  const longestWord = Math.max(...name.split(' ').map((word) => word.length))
  // Lines break at words and are stacked in the height of one: each line more makes the letters that much lower.
  const manyLines = Array.from({ length: linesMax - 1 }, (_, i) => i + 2).map((lines) =>
    Math.min(
      sizeMax / lines,
      widthPx / (longestWord * letterEm),
      (lines * widthPx * brokenLines) / (name.length * letterEm),
    ),
  )
  return Math.max(Math.min(sizeMax, oneLine), ...manyLines)
}

/** The mean width of a letter of the bundled typeface in bold, for a font size of 1, with some to spare. */
const letterEm = 0.55
const brokenLines = 0.85
