import { z } from 'zod'

/**
 * What printers out there can do, as data. A profile only ever says what is safe to send; what the device turns out to
 * answer is found by the driver. Facts come from the makers' manuals named in `hardware/README.md`.
 */
export const printerProfiles = {
  /** Epson TM-T20 and TM-T82, 80 mm at 203 dpi. */
  epson80: {
    columns: 48,
    dots: 576,
    qr: 'gsk',
    cut: '66',
    status: true,
    confirm: 'gsH',
    heightMax: 8,
    inverse: true,
    codePage: 'cp437',
    feedLines: 0,
    logo: 'keeps',
  },
  /** Epson TM-T88, 80 mm at 180 dpi: fewer dots and columns than its younger sisters. */
  epsonT88: {
    columns: 42,
    dots: 512,
    qr: 'gsk',
    cut: '66',
    status: true,
    confirm: 'gsH',
    heightMax: 8,
    inverse: true,
    codePage: 'cp437',
    feedLines: 0,
    logo: 'keeps',
  },
  /** The nameless 80 mm printer with a cutter: often answers status, rarely confirms a job. */
  generic80: {
    columns: 48,
    dots: 576,
    qr: 'gsk',
    cut: '66',
    status: true,
    confirm: 'none',
    heightMax: 8,
    inverse: true,
    codePage: 'cp437',
    feedLines: 0,
    logo: 'none',
  },
  /**
   * ZJ-58, POS-58 and their kin: no QR of their own, no cutter, mute, characters doubled at most,
   * and pairs of bytes where others have accents.
   */
  generic58: {
    columns: 32,
    dots: 384,
    qr: 'raster',
    cut: 'none',
    status: false,
    confirm: 'none',
    heightMax: 2,
    inverse: true,
    codePage: 'ascii',
    feedLines: 4,
    logo: 'none',
  },
  /** Star printers set to ESC/POS mode. */
  star: {
    columns: 48,
    dots: 576,
    qr: 'gsk',
    cut: '66',
    status: true,
    confirm: 'none',
    heightMax: 8,
    inverse: true,
    codePage: 'cp437',
    feedLines: 0,
    logo: 'none',
  },
  /** Nothing taken for granted: text and line feeds. Its switches say the rest. */
  custom: {
    columns: 32,
    dots: 384,
    qr: 'off',
    cut: 'none',
    status: false,
    confirm: 'none',
    heightMax: 2,
    inverse: true,
    codePage: 'ascii',
    feedLines: 4,
    logo: 'none',
  },
} as const satisfies Record<string, PrinterProfile>

export interface PrinterProfile {
  /** Characters of font A across the paper. */
  readonly columns: number
  /** Dots across the paper. */
  readonly dots: number
  /** `gsk` is GS ( k, `escz` the clones' ESC Z, `raster` a picture of the code, `off` none at all. */
  readonly qr: (typeof qrWays)[number]
  /** `66` feeds to the cutter and cuts, `1` cuts where the paper stands, `none` leaves it to the tear bar. */
  readonly cut: (typeof cutWays)[number]
  /** It answers DLE EOT; where it does not, it is never asked. */
  readonly status: boolean
  /** `gsH` confirms a printed job through GS ( H; asked once, since clones of Epson's do not. */
  readonly confirm: (typeof confirmWays)[number]
  /** The largest multiple of a character, in width and height, 1 to 8. */
  readonly heightMax: number
  /** It prints white on black (GS B); only then is a number drawn from black cells, and a bar black. */
  readonly inverse: boolean
  readonly codePage: CodePageName
  /** Blank lines after the last one, so that the text clears the tear bar (or a cutter that does not feed). */
  readonly feedLines: number
  /** `keeps` stores a picture for good and prints it by its key (GS ( L, functions 67 and 69). */
  readonly logo: (typeof logoWays)[number]
}

export type ProfileName = keyof typeof printerProfiles
export type CodePageName = (typeof codePageNames)[number]

const qrWays = ['gsk', 'escz', 'raster', 'off'] as const
const cutWays = ['66', '1', 'none'] as const
const confirmWays = ['gsH', 'none'] as const
const logoWays = ['keeps', 'none'] as const
const codePageNames = ['ascii', 'cp437', 'cp850', 'cp858', 'win1252'] as const

/** `auto` asks the printer what it is. */
const profileNames = ['auto', 'epson80', 'epsonT88', 'generic80', 'generic58', 'star', 'custom'] as const

/** The switches of a printer's address, as they are written: each optional, each with the words of what is expected. */
export const profileSwitches = {
  profile: oneOf(profileNames),
  columns: wholeNumber(16, 96),
  dots: wholeNumber(192, 1024),
  qr: oneOf(qrWays),
  cut: oneOf(cutWays),
  status: oneOf(['yes', 'no'] as const),
  confirm: oneOf(confirmWays),
  heightMax: wholeNumber(1, 8),
  inverse: oneOf(['yes', 'no'] as const),
  codepage: oneOf(codePageNames),
  feed: wholeNumber(0, 20),
  logo: oneOf(logoWays),
} as const

function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `one of ${values.join(', ')}` })
}

function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,6}$/, { error })
    .transform(Number)
    .pipe(z.int().min(least, { error }).max(most, { error }))
}
