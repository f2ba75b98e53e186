import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { testFolder } from '../hub/folder.ts'

/** The pages of a PDF as poppler reads them: their size, and all words in the order in which they are read. */
export function pagesOnPaper(pdf: Uint8Array): readonly { readonly size: string; readonly text: string }[] {
  const { file, run } = paper(pdf)
  const count = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', file))?.[1])
  return Array.from({ length: count }, (_, index) => {
    const only = ['-f', `${index + 1}`, '-l', `${index + 1}`]
    return {
      size: /size: +(.*)$/m.exec(run('pdfinfo', ...only, file))?.[1] ?? '',
      text: run('pdftotext', ...only, '-raw', file, '-')
        .split(/\s+/)
        .join(' ')
        .trim(),
    }
  })
}

/** What a phone reads from a page of it that was printed at 110 dots an inch. */
export function codeOnPaper(pdf: Uint8Array, page = 1): string {
  const { file, run } = paper(pdf)
  run('pdftoppm', '-f', `${page}`, '-l', `${page}`, '-r', '110', '-gray', '-png', '-singlefile', file, file)
  return run('zbarimg', '--nodbus', '-q', '--raw', `${file}.png`).trim()
}

/** What the file says of itself, of its fonts, and to whoever has it read out. */
export function aboutPaper(pdf: Uint8Array): {
  readonly info: string
  /** Name, kind, encoding, embedded, a subset, readable as text. */
  readonly fonts: readonly string[]
  readonly readOut: string
} {
  const { file, run } = paper(pdf)
  return {
    info: run('pdfinfo', file),
    fonts:
      run('pdffonts', file)
        .match(/(?<=\+)\w+-\w+ .*(?= \d+ +\d+)/g)
        ?.map((font) => font.split(/\s+/).join(' ').trim()) ?? [],
    readOut: run('pdfinfo', '-struct-text', file),
  }
}

function paper(pdf: Uint8Array) {
  const file = path.join(testFolder(), 'page.pdf')
  writeFileSync(file, pdf)
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
  return { file, run }
}
