import { Buffer } from 'node:buffer'
import { PDFDocument, type StructureElement } from 'pdfkit'
import { encode as qrModules } from 'uqr'
import fonts from './fonts.json' with { type: 'json' }
import { pagesOf } from './layout.ts'
import type { Weight } from './lines.ts'
import type { Page, Part, QrPiece } from './page.ts'
import { printable } from './printable.ts'
import type { Poster, Sheet } from './sheet.ts'

/**
 * A poster as a PDF. The same poster always gives the same bytes: nothing here knows the time. Of each font only the
 * letters that are used are put in; every part says in which language it is, for programs that read the page out.
 */
export async function drawPoster(poster: Poster): Promise<Buffer<ArrayBuffer>> {
  const sheets = poster.sheets.map(clean)
  const { link, printedAt } = poster
  const [own] = sheets
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    font: null,
    tagged: true,
    displayTitle: true,
    lang: own?.language ?? '',
    autoFirstPage: false,
    info: { Title: own?.heading ?? '', Author: own?.office ?? '', CreationDate: new Date(printedAt) },
  })
  document.registerFont('regular', Buffer.from(fonts.regular, 'base64'))
  document.registerFont('bold', Buffer.from(fonts.bold, 'base64'))
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => document.on('end', resolve).on('error', reject))

  const whole = document.struct('Document', {})
  document.addStructure(whole)
  for (const page of pagesOf(sheets, measureWith(document))) drawPage(document, whole, page, link)
  whole.end()
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function drawPage(document: PDFDocument, whole: StructureElement, page: Page, link: string): void {
  document.addPage()
  for (const part of page.parts) {
    if (part.role === null) {
      document.markContent('Artifact')
      drawPart(document, part, link)
      document.endMarkedContent()
      continue
    }
    const about = part.role === 'Figure' ? { lang: part.language, alt: link } : { lang: part.language }
    const element = document.struct(part.role, about, () => drawPart(document, part, link))
    whole.add(element)
    element.end()
  }
}

function drawPart(document: PDFDocument, { pieces }: Part, link: string): void {
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text':
        document.font(piece.weight).fontSize(piece.size).fillColor(piece.colour)
        // The space parts the lines for whoever has them read out or copies them.
        document.text(`${piece.text} `, piece.x, piece.y, { lineBreak: false, baseline: 'alphabetic' })
        break
      case 'box':
        document.rect(piece.x, piece.y, piece.width, piece.height).fillColor(piece.colour).fill()
        break
      case 'qr':
        drawQr(document, piece, link)
        break
      default:
        piece satisfies never
    }
  }
}

/** Each run of dark modules of a row as one rectangle. */
function drawQr(document: PDFDocument, { x, y, size }: QrPiece, link: string): void {
  const { data, size: modules } = qrModules(link, { ecc: 'M', border: 0 })
  const module = size / modules
  document.fillColor('black')
  for (const [row, cells] of data.entries()) {
    for (let from = 0; from < modules; from += 1) {
      if (!cells[from]) continue
      let to = from
      while (cells[to]) to += 1
      document.rect(x + from * module, y + row * module, (to - from) * module, module)
      from = to
    }
  }
  document.fill()
}

function measureWith(document: PDFDocument): (text: string, weight: Weight) => number {
  const known = new Map<string, number>()
  return (text, weight) => {
    const key = `${weight} ${text}`
    const width = known.get(key) ?? document.font(weight).fontSize(measuredSize).widthOfString(text) / measuredSize
    known.set(key, width)
    return width
  }
}

/** Every text in letters that the font has. */
function clean(sheet: Sheet): Sheet {
  return {
    ...sheet,
    office: printable(sheet.office),
    heading: printable(sheet.heading),
    open: sheet.open && {
      sentence: printable(sheet.open.sentence),
      title: printable(sheet.open.title),
      services: sheet.open.services.map(({ letter, name }) => ({ letter, name: printable(name) })),
    },
    sentences: sheet.sentences.map(printable),
    news: sheet.news && printable(sheet.news),
  }
}

const measuredSize = 100
