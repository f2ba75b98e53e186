/**
 * What the bytes of an ESC/POS stream ask a printer to do, one value for each command: closed, plain JSON, so that a
 * ticket can be kept as a golden list of operations.
 *
 * Together the operations of a stream cover every byte of it exactly once: `at` is the place of the first byte in the
 * stream, `length` the number of bytes. Bytes that mean nothing to the emulator are `unknown`, never dropped.
 */
export type Operation = OperationBody & { readonly at: number; readonly length: number }

/** An operation without its place in the stream. */
export type OperationBody =
  | TextOperation
  | SettingOperation
  | FeedOperation
  | SymbolOperation
  | PictureOperation
  | TalkOperation
  | { readonly kind: 'initialize' }
  | { readonly kind: 'drawer'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: 'unknown'; readonly hex: string }

type TextOperation =
  /** A run of printable bytes, one Latin-1 character for each byte; the code page decides what they look like. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tab' }
  /** Carriage return: does nothing, as on every printer with automatic line feed switched off. */
  | { readonly kind: 'carriage-return' }

/** Those that change how what follows looks. */
export type SettingOperation =
  | { readonly kind: 'align'; readonly to: 'left' | 'center' | 'right' }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'double-strike'; readonly on: boolean }
  | { readonly kind: 'underline'; readonly dots: 0 | 1 | 2 }
  | { readonly kind: 'inverse'; readonly on: boolean }
  | { readonly kind: 'upside-down'; readonly on: boolean }
  | { readonly kind: 'font'; readonly font: 'A' | 'B' }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  /** `ESC !`: font, weight, underline and size at once. */
  | {
      readonly kind: 'mode'
      readonly font: 'A' | 'B'
      readonly bold: boolean
      readonly underline: boolean
      readonly width: 1 | 2
      readonly height: 1 | 2
    }
  | { readonly kind: 'code-page'; readonly page: number }
  | { readonly kind: 'international'; readonly set: number }
  | { readonly kind: 'double-byte'; readonly on: boolean }
  | { readonly kind: 'left-margin'; readonly dots: number }
  | { readonly kind: 'print-width'; readonly dots: number }
  | { readonly kind: 'tabs'; readonly columns: readonly number[] }
  /** Vertical motion units of the printer; null is its default. */
  | { readonly kind: 'line-spacing'; readonly units: number | null }
  | { readonly kind: 'qr-model'; readonly model: 1 | 2 }
  | { readonly kind: 'qr-module'; readonly dots: number }
  | { readonly kind: 'qr-level'; readonly level: 'L' | 'M' | 'Q' | 'H' }

type FeedOperation =
  | { readonly kind: 'line-feed' }
  | { readonly kind: 'feed-lines'; readonly lines: number }
  | { readonly kind: 'feed'; readonly units: number }
  /** `feedUnits` null cuts where the paper stands; a number first feeds the print to the cutter and so much further. */
  | { readonly kind: 'cut'; readonly blade: 'full' | 'partial'; readonly feedUnits: number | null }

type SymbolOperation =
  /** One Latin-1 character for each byte of the data. */
  | { readonly kind: 'qr-store'; readonly data: string }
  | { readonly kind: 'qr-print' }
  /** `ESC Z`, the QR command of some clones: stores and prints at once. */
  | { readonly kind: 'clone-qr'; readonly data: string; readonly dots: number; readonly level: 'L' | 'M' | 'Q' | 'H' }
  /** `GS Z`: which symbol `ESC Z` prints; 2 is a QR code. */
  | { readonly kind: 'clone-symbol'; readonly what: number }

type PictureOperation =
  | { readonly kind: 'raster'; readonly picture: Picture; readonly scale: Scale }
  /** Stored for good (`GS ( L` 67 by two-letter key, `FS q` by number, keyed `fs1`, `fs2`, ...). */
  | { readonly kind: 'logo-store'; readonly logos: readonly { readonly key: string; readonly picture: Picture }[] }
  | { readonly kind: 'logo-delete'; readonly key: string }
  | { readonly kind: 'logo-print'; readonly key: string; readonly scale: Scale }
  /** Stored until the next `picture-print` (`GS ( L` 112 and 50). */
  | { readonly kind: 'picture-store'; readonly picture: Picture; readonly scale: Scale }
  | { readonly kind: 'picture-print' }

/** Rows of dots from the top, each row whole bytes with the leftmost dot in the highest bit; base64. */
export interface Picture {
  readonly widthDots: number
  readonly heightDots: number
  readonly rows: string
}

export interface Scale {
  readonly x: 1 | 2
  readonly y: 1 | 2
}

type TalkOperation =
  /** `DLE EOT n`: answered by the device the moment it arrives and never queued; here to account for its bytes. */
  | { readonly kind: 'live-status'; readonly what: 1 | 2 | 3 | 4 }
  | { readonly kind: 'auto-status'; readonly mask: number }
  | { readonly kind: 'status'; readonly what: 'paper' | 'drawer' }
  | { readonly kind: 'identify'; readonly what: number }
  | { readonly kind: 'confirm'; readonly id: string }
