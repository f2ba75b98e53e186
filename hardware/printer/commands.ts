/**
 * The bytes this program sends that its byte-building library gets wrong or lacks. From Epson's ESC/POS reference, as
 * printed in the manuals of the TM-T20, TM-T81 and TM-T88.
 */
const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d

/** The height of font A, and the line spacing at which its rows touch. */
export const characterDots = 24

/** `66` first feeds to the cutter and 4 mm further, so that the last line is not at the very edge. */
export function cutCommand(cut: '66' | '1'): Buffer {
  return cut === '66' ? Buffer.from([GS, 0x56, 66, 32]) : Buffer.from([GS, 0x56, 1])
}

/**
 * What goes before the job after a broken one: ESC @ often enough to fill what the printer may still be waiting for
 * (more of them do nothing), and a cut, so that the broken piece does not hang on the next ticket.
 */
export function catchUp(owedBytes: number, cut: '66' | '1' | 'none'): Uint8Array {
  if (owedBytes === 0) return new Uint8Array()
  const reset = Buffer.alloc(2 * Math.ceil(owedBytes / 2) + 2, '\x1b@')
  return cut === 'none' ? reset : Buffer.concat([reset, cutCommand(cut)])
}

export const commands = {
  singleBytes: Buffer.from([FS, 0x2e]),
  codePage: (page: number) => Buffer.from([ESC, 0x74, page]),
  bold: (on: boolean) => Buffer.from([ESC, 0x45, on ? 1 : 0]),
  inverse: (on: boolean) => Buffer.from([GS, 0x42, on ? 1 : 0]),
  lineSpacing: (units: number) => Buffer.from([ESC, 0x33, units]),
  defaultLineSpacing: Buffer.from([ESC, 0x32]),
  feedLines: (lines: number) => Buffer.from([ESC, 0x64, lines]),
  /** GS ( k, `what` 67 sets the dots of a module, 80 stores the data, 81 prints. */
  symbol: (what: 67 | 80 | 81, parameters: readonly number[]) => {
    const length = parameters.length + 2
    return Buffer.from([GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, what, ...parameters])
  },
  /** GS Z 2 and ESC Z, the QR code of some clones: version by its length, level L. */
  cloneSymbol: (data: string, moduleDots: number) =>
    Buffer.concat([
      Buffer.from([GS, 0x5a, 2, ESC, 0x5a, 0, 0x4c, moduleDots, data.length & 0xff, data.length >> 8]),
      Buffer.from(data, 'latin1'),
    ]),
  /** GS v 0 in double width and height; the picture's rows follow. */
  doubledRaster: (rowBytes: number, rows: number) =>
    Buffer.from([GS, 0x76, 0x30, 3, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8]),
}
