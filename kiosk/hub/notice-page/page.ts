import type { Language } from '../../../shared/language.ts'
import type { Weight } from './lines.ts'

/** An A4 page, upright, as what is drawn on it: points (1/72 inch) from its top left corner. */
export interface Page {
  readonly parts: readonly Part[]
}

/** What belongs together on a page, for somebody who has it read out; null for what only decorates. */
export interface Part {
  readonly role: 'H1' | 'P' | 'Figure' | null
  readonly language: Language
  readonly pieces: readonly Piece[]
}

export type Piece = TextPiece | BoxPiece | QrPiece

export interface TextPiece {
  readonly kind: 'text'
  readonly x: number
  /** The line the letters stand on. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly colour: Colour
}

export interface BoxPiece {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: Colour
}

export type Colour = 'black' | 'white'

/** The code of the poster's link, without a quiet zone: the page around it is white. */
export interface QrPiece {
  readonly kind: 'qr'
  readonly x: number
  readonly y: number
  readonly size: number
}

/** 210 by 297 mm. */
export const pageWidth = 595.28
export const pageHeight = 841.89
