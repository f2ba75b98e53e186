import type { OperationBody } from './operation.ts'
import { takeLogoDefinition, takeRaster, takeStoredPicture } from './pictures.ts'
import { latin1, unknown, type Taken } from './taken.ts'

/** A run of text longer than this is given in pieces, so that a stream without commands does not pile up. */
const textBytesMax = 256
const tabsMax = 32

const LF = 0x0a
const DLE = 0x10
const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d

/**
 * The first command in `bytes`, or null when its end has not come yet. A command with a parameter outside its range is
 * `unknown` as a whole; a command nobody knows is `unknown` as its two letters, because its length is not known either.
 */
export function takeCommand(bytes: Uint8Array): Taken | null {
  const first = bytes[0]
  if (first === undefined) return null
  if (first >= 0x20) return takeText(bytes)
  switch (first) {
    case LF:
      return { length: 1, body: { kind: 'line-feed' } }
    case 0x09:
      return { length: 1, body: { kind: 'tab' } }
    case 0x0d:
      return { length: 1, body: { kind: 'carriage-return' } }
    case DLE:
      return takeLive(bytes)
    case ESC:
      if (bytes[1] === 0x5a) return takeCloneQr(bytes)
      return bytes[1] === 0x44 ? takeTabs(bytes) : takeFixed(bytes, escapeCommands)
    case FS:
      return bytes[1] === 0x71 ? takeLogoDefinition(bytes) : takeFixed(bytes, fileCommands)
    case GS:
      return takeGroup(bytes)
    default:
      return unknown(bytes, 1)
  }
}

/** The open run of text at the front of `bytes`, when the stream has ended there. */
export function openText(bytes: Uint8Array): OperationBody | null {
  return bytes.every((byte) => byte >= 0x20) ? { kind: 'text', text: latin1(bytes) } : null
}

function takeText(bytes: Uint8Array): Taken | null {
  const end = bytes.findIndex((byte) => byte < 0x20)
  const length = Math.min(end < 0 ? bytes.length : end, textBytesMax)
  if (end < 0 && length < textBytesMax) return null
  return { length, body: { kind: 'text', text: latin1(bytes.subarray(0, length)) } }
}

function takeLive(bytes: Uint8Array): Taken | null {
  const [, second, what] = bytes
  if (second === undefined) return null
  if (second !== 0x04) return unknown(bytes, 1)
  if (what === undefined) return null
  if (what === 1 || what === 2 || what === 3 || what === 4) return { length: 3, body: { kind: 'live-status', what } }
  return unknown(bytes, 3)
}

function takeTabs(bytes: Uint8Array): Taken | null {
  const list = bytes.subarray(2, 2 + tabsMax + 1)
  const end = list.indexOf(0)
  if (end >= 0) return { length: end + 3, body: { kind: 'tabs', columns: [...list.subarray(0, end)] } }
  return list.length <= tabsMax
    ? null
    : { length: 2 + tabsMax, body: { kind: 'tabs', columns: [...list.subarray(0, tabsMax)] } }
}

/** `ESC Z version level module low high data`, as the HCC POS80B's manual has it. */
function takeCloneQr(bytes: Uint8Array): Taken | null {
  const [, , , letter, dots, low, high] = bytes
  if (letter === undefined || dots === undefined || low === undefined || high === undefined) return null
  const level = qrLevels.find((one) => one.charCodeAt(0) === letter)
  if (level === undefined || dots < 1 || dots > 8) return unknown(bytes, 2)
  const length = 7 + low + high * 256
  if (bytes.length < length) return null
  return { length, body: { kind: 'clone-qr', data: latin1(bytes.subarray(7, length)), dots, level } }
}

function takeGroup(bytes: Uint8Array): Taken | null {
  const [, letter, third] = bytes
  if (letter === undefined) return null
  if (letter === 0x28) return takeCounted(bytes)
  if (letter === 0x76) return takeRaster(bytes)
  if (letter === 0x56) {
    if (third === undefined) return null
    return third === 65 || third === 66 ? takeFixed(bytes, feedingCut) : takeFixed(bytes, groupCommands)
  }
  return takeFixed(bytes, groupCommands)
}

/** `GS (` commands say their own length, so that even one nobody knows is swallowed whole. */
function takeCounted(bytes: Uint8Array): Taken | null {
  const [, , letter, low, high] = bytes
  if (letter === undefined || low === undefined || high === undefined) return null
  const length = 5 + low + high * 256
  if (bytes.length < length) return null
  const parameters = bytes.subarray(5, length)
  const body = countedBody(letter, parameters)
  return body === null ? unknown(bytes, length) : { length, body }
}

function countedBody(letter: number, parameters: Uint8Array): OperationBody | null {
  switch (letter) {
    case 0x6b:
      return parameters[0] === 49 ? symbolBody(parameters.subarray(1)) : null
    case 0x48:
      return confirmBody(parameters)
    case 0x4c:
      return takeStoredPicture(parameters)
    default:
      return null
  }
}

const qrLevels = ['L', 'M', 'Q', 'H'] as const

function symbolBody(parameters: Uint8Array): OperationBody | null {
  const [whatToDo = -1, value = -1, more] = parameters
  switch (whatToDo) {
    case 65:
      return parameters.length === 3 && (value === 49 || value === 50) && more === 0
        ? { kind: 'qr-model', model: value === 49 ? 1 : 2 }
        : null
    case 67:
      return parameters.length === 2 && value >= 1 && value <= 16 ? { kind: 'qr-module', dots: value } : null
    case 69: {
      const level = qrLevels[value - 48]
      return parameters.length === 2 && level !== undefined ? { kind: 'qr-level', level } : null
    }
    case 80:
      return value === 48 ? { kind: 'qr-store', data: latin1(parameters.subarray(2)) } : null
    case 81:
      return parameters.length === 2 && value === 48 ? { kind: 'qr-print' } : null
    default:
      return null
  }
}

function confirmBody(parameters: Uint8Array): OperationBody | null {
  const id = parameters.subarray(2)
  const proper =
    parameters.length === 6 &&
    parameters[0] === 48 &&
    parameters[1] === 48 &&
    id.every((byte) => byte >= 0x20 && byte <= 0x7e)
  return proper ? { kind: 'confirm', id: latin1(id) } : null
}

/** A command of two letters and a fixed number of parameters; `read` returns null when one is outside its range. */
interface FixedCommand {
  readonly parameters: number
  readonly read: (first: number, second: number, third: number) => OperationBody | null
}
type FixedCommands = Readonly<Record<number, FixedCommand>>

const none = (body: OperationBody): FixedCommand => ({ parameters: 0, read: () => body })
const one = (read: (value: number) => OperationBody | null): FixedCommand => ({ parameters: 1, read })
const word = (read: (value: number) => OperationBody): FixedCommand => ({
  parameters: 2,
  read: (low, high) => read(low + high * 256),
})

const alignments = ['left', 'center', 'right'] as const

const escapeCommands: FixedCommands = {
  0x21: one((bits) => ({
    kind: 'mode',
    font: bits & 0x01 ? 'B' : 'A',
    bold: (bits & 0x08) !== 0,
    underline: (bits & 0x80) !== 0,
    width: bits & 0x20 ? 2 : 1,
    height: bits & 0x10 ? 2 : 1,
  })),
  0x2d: one((value) => {
    const dots = digit(value, 2)
    return dots === null ? null : { kind: 'underline', dots: dots === 0 ? 0 : dots === 1 ? 1 : 2 }
  }),
  0x32: none({ kind: 'line-spacing', units: null }),
  0x33: one((units) => ({ kind: 'line-spacing', units })),
  0x40: none({ kind: 'initialize' }),
  0x45: one((bits) => ({ kind: 'bold', on: (bits & 1) !== 0 })),
  0x47: one((bits) => ({ kind: 'double-strike', on: (bits & 1) !== 0 })),
  0x4a: one((units) => ({ kind: 'feed', units })),
  0x4d: one((value) => {
    const font = digit(value, 1)
    return font === null ? null : { kind: 'font', font: font === 0 ? 'A' : 'B' }
  }),
  0x52: one((set) => (set <= 17 ? { kind: 'international', set } : null)),
  0x61: one((value) => {
    const to = alignments[digit(value, 2) ?? -1]
    return to === undefined ? null : { kind: 'align', to }
  }),
  0x64: one((lines) => ({ kind: 'feed-lines', lines })),
  0x69: none({ kind: 'cut', blade: 'full', feedUnits: null }),
  0x6d: none({ kind: 'cut', blade: 'partial', feedUnits: null }),
  0x70: {
    parameters: 3,
    read: (value, on, off) => {
      const pin = digit(value, 1)
      return pin === null ? null : { kind: 'drawer', pin: pin === 0 ? 2 : 5, onMs: on * 2, offMs: off * 2 }
    },
  },
  0x74: one((page) => ({ kind: 'code-page', page })),
  0x7b: one((bits) => ({ kind: 'upside-down', on: (bits & 1) !== 0 })),
}

const fileCommands: FixedCommands = {
  0x26: none({ kind: 'double-byte', on: true }),
  0x2e: none({ kind: 'double-byte', on: false }),
  0x70: {
    parameters: 2,
    read: (number, value) => {
      const mode = digit(value, 3)
      if (number === 0 || mode === null) return null
      return { kind: 'logo-print', key: `fs${number}`, scale: { x: mode & 1 ? 2 : 1, y: mode & 2 ? 2 : 1 } }
    },
  },
}

const groupCommands: FixedCommands = {
  0x21: one((bits) => (bits & 0x88 ? null : { kind: 'size', width: (bits >> 4) + 1, height: (bits & 7) + 1 })),
  0x42: one((bits) => ({ kind: 'inverse', on: (bits & 1) !== 0 })),
  0x49: one((what) => ({ kind: 'identify', what })),
  0x4c: word((dots) => ({ kind: 'left-margin', dots })),
  0x56: one((value) => {
    const blade = digit(value, 1)
    return blade === null ? null : { kind: 'cut', blade: blade === 0 ? 'full' : 'partial', feedUnits: null }
  }),
  0x57: word((dots) => ({ kind: 'print-width', dots })),
  0x5a: one((what) => (what <= 2 ? { kind: 'clone-symbol', what } : null)),
  0x61: one((mask) => ({ kind: 'auto-status', mask })),
  0x72: one((value) => {
    const what = digit(value, 2)
    return what === 1 || what === 2 ? { kind: 'status', what: what === 1 ? 'paper' : 'drawer' } : null
  }),
}

const feedingCut: FixedCommands = {
  0x56: {
    parameters: 2,
    read: (value, feedUnits) => ({ kind: 'cut', blade: value === 65 ? 'full' : 'partial', feedUnits }),
  },
}

function takeFixed(bytes: Uint8Array, commands: FixedCommands): Taken | null {
  const letter = bytes[1]
  if (letter === undefined) return null
  const command = commands[letter]
  if (command === undefined) return unknown(bytes, 2)
  const length = 2 + command.parameters
  if (bytes.length < length) return null
  const body = command.read(bytes[2] ?? 0, bytes[3] ?? 0, bytes[4] ?? 0)
  return body === null ? unknown(bytes, length) : { length, body }
}

/** Many parameters may be given as a number or as the digit's own letter: 1 or '1'. */
function digit(value: number, largest: number): number | null {
  const number = value >= 48 ? value - 48 : value
  return number <= largest ? number : null
}
