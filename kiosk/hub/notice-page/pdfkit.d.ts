/** What is used here of pdfkit, which brings no types of its own. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  export interface StructureElement {
    add(child: StructureElement): this
    end(): void
  }

  export class PDFDocument extends Readable {
    constructor(options: {
      readonly size: string
      readonly margin: number
      readonly pdfVersion: string
      /** Null for no font before the first is chosen: the built-in ones need files of their own. */
      readonly font: null
      readonly tagged: boolean
      readonly displayTitle: boolean
      readonly lang: string
      readonly autoFirstPage: boolean
      readonly info: Readonly<Record<string, string | Date>>
    })
    registerFont(name: string, font: Buffer): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(colour: string): this
    /** At the current font and size. */
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: { lineBreak: boolean; baseline: string }): this
    rect(x: number, y: number, width: number, height: number): this
    lineWidth(width: number): this
    fill(): this
    stroke(): this
    addPage(): this
    struct(type: string, options: { lang?: string; alt?: string }, draw?: () => void): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: string): this
    endMarkedContent(): this
    end(): void
  }
}
