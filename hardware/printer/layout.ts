/**
 * A paper laid out for one printer: what stands where, in characters and dots, before it becomes bytes. Every text in
 * it is already spelled in the printer's code page and fits its line. Plain data, so that it can be kept as a golden
 * value and shown as a preview.
 */
export interface Layout {
  readonly columns: number
  readonly blocks: readonly Block[]
}

export type Block =
  | Line
  /** Blank lines. */
  | { readonly kind: 'gap'; readonly lines: number }
  /** What the printer keeps as the office's logo. */
  | { readonly kind: 'logo' }
  /** `modules` is the width of the code without its quiet zone. The gaps around it are its quiet zone. */
  | { readonly kind: 'qr'; readonly data: string; readonly modules: number; readonly moduleDots: number }
  /** White words on one black bar across the paper: lines padded to its width, touching each other. */
  | { readonly kind: 'bar'; readonly lines: readonly string[]; readonly scale: 1 | 2 }
  /** Rows of black (`#`) and white cells, each one character of `scale` times its size; rows touch each other. */
  | { readonly kind: 'cells'; readonly rows: readonly string[]; readonly scale: 1 | 2 }

export interface Line {
  readonly kind: 'line'
  readonly align: 'left' | 'center'
  /** Multiples of a character's width and height, 1 to 8. */
  readonly width: number
  readonly height: number
  readonly bold: boolean
  readonly runs: readonly Run[]
}

/** `inverse` is white on black. */
export interface Run {
  readonly text: string
  readonly inverse: boolean
}

/**
 * `text` in lines of at most `columns` characters, broken between words, a word longer than a line broken where it must
 * be; what does not fit `linesMax` lines is cut, and the cut is shown. Text of no characters gives no lines.
 */
export function wrap(text: string, columns: number, linesMax: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => pieces(part, columns))) {
    if (line === '') line = word
    else if (line.length + 1 + word.length <= columns) line += ` ${word}`
    else {
      lines.push(line)
      if (lines.length > linesMax) break
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= linesMax) return lines
  const last = lines[linesMax - 1] ?? ''
  const kept = last.length + ellipsis.length <= columns ? last : last.slice(0, columns - ellipsis.length).trimEnd()
  return [...lines.slice(0, linesMax - 1), kept + ellipsis]
}

/**
 * As `wrap`, but with lines of like length, as a person would break a centred sentence: no single word is left over.
 */
export function wrapEvenly(text: string, columns: number, linesMax: number): string[] {
  const lines = wrap(text, columns, linesMax)
  if (lines.length < 2 || lines.at(-1)?.endsWith(ellipsis)) return lines
  let even = lines
  for (let narrower = columns - 1; narrower >= columnsEvenMin; narrower -= 1) {
    const tried = wrap(text, narrower, linesMax + 1)
    if (tried.length > lines.length) break
    even = tried
  }
  return even
}

// Three full stops: no code page of the cheap printers has the one character.
const ellipsis = '...'
const columnsEvenMin = 12

function pieces(word: string, columns: number): string[] {
  if (word.length <= columns) return word === '' ? [] : [word]
  return [word.slice(0, columns), ...pieces(word.slice(columns), columns)]
}
