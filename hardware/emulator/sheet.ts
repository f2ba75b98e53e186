import type { Bitmap } from './bitmap.ts'
import type { Operation } from './operation.ts'

/** One piece of paper as it came off the printer, from one cut to the next. */
export interface Sheet {
  /** 1 for the first sheet since the emulator was made. */
  readonly number: number
  /** How it left the roll; a sheet still on the roll hangs. */
  readonly end: 'cut' | 'partly-cut' | 'torn' | 'hanging'
  /** Everything carried out since the sheet before, `at` counted from the first of them. */
  readonly operations: readonly Operation[]
  /** The printed lines from the top; a code is `[QR ...]` with its data, a picture `[picture 320x80]`. */
  readonly lines: readonly string[]
  readonly warnings: readonly Warning[]
  /** Operations that mean nothing to the emulator; more than 0 means that a driver is wrong. */
  readonly unknownCount: number
  /** The print area, without the blank edges of the paper. */
  readonly bitmap: Bitmap
  readonly lengthMm: number
  /** The whole width of the paper as a PNG file, one pixel for each dot, black on white. */
  png(): Uint8Array
}

/** Something a printer does without complaint and nobody wants. */
export interface Warning extends Complaint {
  /** The operation's place, counted as in `Sheet.operations`. */
  readonly at: number
}

/** A warning that does not know its place yet. */
export interface Complaint {
  readonly kind: WarningKind
  readonly detail: string
}

type WarningKind =
  /** A line did not fit and went on in the next. */
  | 'wrapped'
  /** A character, code or picture is wider than the print area and lost its right side, or all of itself. */
  | 'wider-than-paper'
  /** The paper was cut while text without its line feed was waiting; it comes out on the next sheet. */
  | 'cut-with-unprinted-text'
  /** Lines between the head and the blade stayed behind, on the top of the next sheet. */
  | 'left-behind-blade'
  /** Waiting text was thrown away by `ESC @` or a power cut. */
  | 'text-discarded'
  /** A code or picture came in the middle of a line; the line was printed first. */
  | 'mid-line'
  | 'size-beyond-printer'
  /** A QR code on a printer without them; its data came out as text. */
  | 'no-qr'
  | 'qr-impossible'
  | 'no-blade'
  /** A character the code page or the font does not have; a blank came out. */
  | 'no-glyph'
  /** Two bytes were read as one Chinese or Japanese character. */
  | 'double-byte'
  /** A picture that was never stored. */
  | 'no-logo'
  /** A command that printers know and this one does not draw. */
  | 'not-drawn'
  /** Nobody cut for so long that the paper reached the floor and was torn off. */
  | 'paper-on-floor'
  /** Too many operations to keep; the rest of this sheet's are not listed. */
  | 'list-full'
