/**
 * What one kind of printer is: its paper, its mechanism and its manners. A profile is data; a test makes its own with
 * `{ ...epson80, ... }`. Figures come from data sheets where one says so, else from printers of the same class.
 */
export interface EmulatedProfile {
  readonly name: string
  /** Dots across the print area, a multiple of 8. */
  readonly widthDots: number
  /** Dots per inch, in both directions. */
  readonly dpi: number
  readonly paperWidthMm: number
  /** A fresh roll. */
  readonly rollMm: number
  /** Paper left when the near-end sensor trips. */
  readonly nearEndMm: number
  /** Paper speed; null prints in no time. */
  readonly speedMmPerSecond: number | null
  readonly receiveBufferBytes: number
  /** Says XOFF when the receive buffer is nearly full and XON when it has room again. */
  readonly softwareFlowControl: boolean
  /** The unit of `ESC J`, `ESC 3` and `GS V 66`: dots of paper for one unit. */
  readonly verticalUnitDots: number
  readonly cutter: Cutter
  /** Largest `GS !` width and height that the mechanism draws; larger ones come out at this. */
  readonly sizeMax: number
  /** False: `GS ( k` is not understood and the data comes out as text. */
  readonly qr: boolean
  /** Understands the clones' own QR command, `GS Z` and `ESC Z`; false lets its data come out as text. */
  readonly cloneQr: boolean
  /** Prints white on black; false leaves `GS B` without effect. */
  readonly inverse: boolean
  /** Dots for one module of a QR code, 1 to this. */
  readonly qrModuleDotsMax: number
  /** Reads bytes of 80h and above in pairs until `FS .` says otherwise, and again after each `ESC @`. */
  readonly doubleByte: boolean
  /** `none` is a mute printer; `zeros` answers every status request with one byte 00h. */
  readonly answers: 'all' | 'zeros' | 'none'
  /** Understands `GS a`, automatic status back. */
  readonly automaticStatus: boolean
  /** Understands `GS ( H`, the answer that says what came before has been printed. */
  readonly confirms: boolean
  /** What it says to `GS I`; null says nothing. */
  readonly identity: Identity | null
}

/** `gapMm` is the way from the print head to the blade, or to the tear bar. */
export type Cutter =
  | { readonly kind: 'blade'; readonly gapMm: number }
  | { readonly kind: 'tear-bar'; readonly gapMm: number }

export interface Identity {
  readonly maker: string
  readonly model: string
  readonly firmware: string
  readonly serial: string
}

/** As the Epson TM-T20III: 80 mm, 203 dpi, 48 columns. */
export const epson80: EmulatedProfile = {
  name: 'epson80',
  widthDots: 576,
  dpi: 203,
  paperWidthMm: 80,
  rollMm: 80_000,
  nearEndMm: 4_000,
  speedMmPerSecond: 250,
  receiveBufferBytes: 4096,
  softwareFlowControl: false,
  verticalUnitDots: 1,
  cutter: { kind: 'blade', gapMm: 15 },
  sizeMax: 8,
  qr: true,
  cloneQr: false,
  inverse: true,
  qrModuleDotsMax: 16,
  doubleByte: false,
  answers: 'all',
  automaticStatus: true,
  confirms: true,
  identity: { maker: 'EPSON', model: 'TM-T20III', firmware: '1.01 EMU', serial: 'EMU0000001' },
}

/** As the Epson TM-T88 at 180 dpi: 512 dots, 42 columns, vertical unit of half a dot (1/360 inch). */
export const epsonT88: EmulatedProfile = {
  ...epson80,
  name: 'epsonT88',
  widthDots: 512,
  dpi: 180,
  speedMmPerSecond: 150,
  verticalUnitDots: 0.5,
  identity: { maker: 'EPSON', model: 'TM-T88III', firmware: '1.01 EMU', serial: 'EMU0000002' },
}

/** An unnamed 80 mm printer: speaks status, cuts, but neither confirms nor says who it is. */
export const generic80: EmulatedProfile = {
  ...epson80,
  name: 'generic80',
  speedMmPerSecond: 200,
  qrModuleDotsMax: 8,
  doubleByte: true,
  confirms: false,
  identity: null,
}

/** As the ZJ-58 and POS-58: 384 dots, mute, no QR, no blade, reads double bytes until told, doubles text at most. */
export const generic58: EmulatedProfile = {
  ...epson80,
  name: 'generic58',
  widthDots: 384,
  paperWidthMm: 58,
  rollMm: 25_000,
  nearEndMm: 0,
  speedMmPerSecond: 70,
  cutter: { kind: 'tear-bar', gapMm: 8 },
  sizeMax: 2,
  qr: false,
  doubleByte: true,
  answers: 'none',
  automaticStatus: false,
  confirms: false,
  identity: null,
}
