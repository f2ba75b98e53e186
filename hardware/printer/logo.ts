import type { PrinterProfile } from './profiles.ts'

/**
 * The office's logo as a thermal printer keeps it: black dots, stored once in the printer's own memory and printed by
 * its key with ten bytes. Only for printers whose profile says that they have such a memory.
 */
export interface LogoPicture {
  readonly widthDots: number
  readonly heightDots: number
  /** Rows from the top, each in whole bytes, the first dot in the highest bit; 1 is black. */
  readonly rows: Uint8Array
}

/** A picture of `width` by `height` pixels, four bytes each: red, green, blue and opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * The picture in black and white, as large as half the paper and 120 dots of height allow, and never larger than it is.
 * Every dot takes the mean of the pixels under it; what lets paper shine through counts as paper. Null where nothing
 * of it would be black.
 */
export function logoPicture(pixels: Pixels, profile: Pick<PrinterProfile, 'dots'>): LogoPicture | null {
  const scale = Math.min(1, profile.dots / 2 / pixels.width, heightDotsMax / pixels.height)
  const widthDots = Math.max(1, Math.floor(pixels.width * scale))
  const heightDots = Math.max(1, Math.floor(pixels.height * scale))
  const rowBytes = Math.ceil(widthDots / 8)
  const rows = new Uint8Array(rowBytes * heightDots)
  let black = 0
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1) {
      const across = [x / widthDots, (x + 1) / widthDots].map((part) => part * pixels.width)
      const down = [y / heightDots, (y + 1) / heightDots].map((part) => part * pixels.height)
      if (lightness(pixels, across, down) >= lightnessOfPaper) continue
      const place = y * rowBytes + (x >> 3)
      rows[place] = (rows[place] ?? 0) | (0x80 >> (x & 7))
      black += 1
    }
  return black === 0 ? null : { widthDots, heightDots, rows }
}

/** GS ( L, function 67: keeps the picture under Loket's key, in place of what was there. Nothing is printed. */
export function storeLogo({ widthDots, heightDots, rows }: LogoPicture): Uint8Array {
  const body = [0x30, 67, 0x30, ...key, 1, ...word(widthDots), ...word(heightDots), 49]
  return Buffer.concat([Buffer.from([0x1d, 0x28, 0x4c, ...word(body.length + rows.length), ...body]), rows])
}

/** GS ( L, function 69: prints what is kept under Loket's key; a printer that keeps nothing there does nothing. */
export function printLogo(): Uint8Array {
  return Uint8Array.from([0x1d, 0x28, 0x4c, 6, 0, 0x30, 69, ...key, 1, 1])
}

function lightness({ width, height, data }: Pixels, across: readonly number[], down: readonly number[]): number {
  const [left = 0, right = 0] = across
  const [top = 0, bottom = 0] = down
  let sum = 0
  let count = 0
  for (let y = Math.floor(top); y < Math.min(height, Math.max(Math.floor(top) + 1, Math.floor(bottom))); y += 1)
    for (let x = Math.floor(left); x < Math.min(width, Math.max(Math.floor(left) + 1, Math.floor(right))); x += 1) {
      const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue
      sum += (grey * opacity + 255 * (255 - opacity)) / 255
      count += 1
    }
  return count === 0 ? 255 : sum / count
}

function word(value: number): readonly number[] {
  return [value & 0xff, value >> 8]
}

/** Two characters of Epson's key range 20h to 7Eh. */
const key = [...Buffer.from('LK', 'latin1')]
const heightDotsMax = 120
const lightnessOfPaper = 128
