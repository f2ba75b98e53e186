import type { OperationBody, Picture, Scale } from './operation.ts'
import { unknown, type Taken } from './taken.ts'

/** The commands that carry pictures, turned into one form of picture: rows of dots from the top. */

/** Larger ones are no command on the printers meant here; this also bounds what a stray header can make us wait for. */
const rasterBytesAcrossMax = 256
const rasterRowsMax = 4095
const logosMax = 16

/** `GS v 0 m xL xH yL yH d...`: the picture is printed where the paper stands. */
export function takeRaster(bytes: Uint8Array): Taken | null {
  if (bytes[2] !== undefined && bytes[2] !== 0x30) return unknown(bytes, 2)
  if (bytes.length < 8) return null
  const [mode = 0, acrossLow = 0, acrossHigh = 0, rowsLow = 0, rowsHigh = 0] = bytes.subarray(3)
  const scaleBits = mode >= 48 ? mode - 48 : mode
  const across = acrossLow + acrossHigh * 256
  const rows = rowsLow + rowsHigh * 256
  const proper = scaleBits <= 3 && across >= 1 && across <= rasterBytesAcrossMax && rows >= 1 && rows <= rasterRowsMax
  if (!proper) return unknown(bytes, 8)
  const length = 8 + across * rows
  if (bytes.length < length) return null
  const picture = { widthDots: across * 8, heightDots: rows, rows: base64(bytes.subarray(8, length)) }
  const scale: Scale = { x: scaleBits & 1 ? 2 : 1, y: scaleBits & 2 ? 2 : 1 }
  return { length, body: { kind: 'raster', picture, scale } }
}

/** `FS q n [xL xH yL yH d...] * n`: pictures kept for good, written in columns from the left. */
export function takeLogoDefinition(bytes: Uint8Array): Taken | null {
  const count = bytes[2]
  if (count === undefined) return null
  if (count === 0 || count > logosMax) return unknown(bytes, 3)
  const logos: { key: string; picture: Picture }[] = []
  let next = 3
  while (logos.length < count) {
    const head = bytes.subarray(next, next + 4)
    const [acrossLow, acrossHigh, downLow, downHigh] = head
    if (acrossLow === undefined || acrossHigh === undefined || downLow === undefined || downHigh === undefined)
      return null
    const across = acrossLow + acrossHigh * 256
    const down = downLow + downHigh * 256
    // Ranges of x and y from Epson's command reference: 1 to 1023 and 1 to 288.
    if (across === 0 || across > 1023 || down === 0 || down > 288) return unknown(bytes, next + 4)
    const columns = bytes.subarray(next + 4, next + 4 + across * down * 8)
    if (columns.length < across * down * 8) return null
    logos.push({ key: `fs${logos.length + 1}`, picture: fromColumns(columns, across, down) })
    next += 4 + columns.length
  }
  return { length: next, body: { kind: 'logo-store', logos } }
}

/** `GS ( L` after its length: pictures stored by key or for the next print, and printed again. */
export function takeStoredPicture(parameters: Uint8Array): OperationBody | null {
  const [m, whatToDo = -1, a = 0, b = 0, c = 0, d = 0] = parameters
  if (m !== 48) return null
  switch (whatToDo) {
    case 2:
    case 50:
      return parameters.length === 2 ? { kind: 'picture-print' } : null
    case 66:
      return parameters.length === 4 ? { kind: 'logo-delete', key: key(a, b) } : null
    case 67: {
      // a = 48 tone, kc1, kc2, b = 1 colour, then the picture with its colour number before the data.
      const picture = a === 48 && d === 1 ? storedPicture(parameters.subarray(6)) : null
      return picture === null ? null : { kind: 'logo-store', logos: [{ key: key(b, c), picture }] }
    }
    case 69: {
      const scale = scaleOf(c, d)
      return parameters.length === 6 && scale ? { kind: 'logo-print', key: key(a, b), scale } : null
    }
    case 112: {
      const scale = scaleOf(b, c)
      // a = 48 tone, bx, by, c = 49 colour, then the picture without a colour number.
      const picture = a === 48 && d === 49 ? sizedPicture(parameters.subarray(6), 4) : null
      return picture === null || scale === null ? null : { kind: 'picture-store', picture, scale }
    }
    default:
      return null
  }
}

function storedPicture(bytes: Uint8Array): Picture | null {
  return bytes[4] === 49 ? sizedPicture(bytes, 5) : null
}

/** xL xH yL yH in dots, then rows of whole bytes from `dataAt`. */
function sizedPicture(bytes: Uint8Array, dataAt: number): Picture | null {
  const [widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = bytes
  const widthDots = widthLow + widthHigh * 256
  const heightDots = heightLow + heightHigh * 256
  const rows = bytes.subarray(dataAt)
  if (widthDots === 0 || heightDots === 0 || rows.length !== Math.ceil(widthDots / 8) * heightDots) return null
  return { widthDots, heightDots, rows: base64(rows) }
}

function fromColumns(columns: Uint8Array, across: number, down: number): Picture {
  const rows = new Uint8Array(across * down * 8)
  for (let x = 0; x < across * 8; x++) {
    for (let y = 0; y < down * 8; y++) {
      const inked = ((columns[x * down + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1
      const place = y * across + (x >> 3)
      rows[place] = (rows[place] ?? 0) | (inked << (7 - (x & 7)))
    }
  }
  return { widthDots: across * 8, heightDots: down * 8, rows: base64(rows) }
}

function scaleOf(x: number, y: number): Scale | null {
  return (x === 1 || x === 2) && (y === 1 || y === 2) ? { x, y } : null
}

function key(first: number, second: number): string {
  return String.fromCharCode(first, second)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
