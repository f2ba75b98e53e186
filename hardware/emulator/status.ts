/**
 * What the printer's sensors see, and the bytes that say so: `DLE EOT` answers and automatic status back.
 *
 * Fixed bits let a reader tell them apart: an answer to `DLE EOT` is 0xx1xx10, the first byte of automatic status is
 * 0xx1xx00, its other three and the answer to `GS r` are 0xx0xx00 and 0xx0xxxx. Bits from Epson's TM-T88III manual.
 */
export interface Sensors {
  readonly coverOpen: boolean
  readonly paperNearEnd: boolean
  readonly paperEnd: boolean
  /** The blade is stuck; needs a person. */
  readonly cutterJammed: boolean
  /** The head is too hot; passes by itself. */
  readonly overheated: boolean
  /** Neither comes back without service. */
  readonly broken: boolean
  readonly feedPressed: boolean
  readonly drawerOpen: boolean
}

/** Nothing is printed and nothing taken from the receive buffer while this holds. */
export function isOffline(sensors: Sensors): boolean {
  return sensors.coverOpen || sensors.paperEnd || isInError(sensors) || sensors.feedPressed
}

/** The one byte that answers `DLE EOT what`. */
export function liveStatus(sensors: Sensors, what: 1 | 2 | 3 | 4): number {
  return 0x12 | liveBits[what](sensors)
}

const liveBits: Readonly<Record<1 | 2 | 3 | 4, (sensors: Sensors) => number>> = {
  1: (sensors) => bit(2, sensors.drawerOpen) | bit(3, isOffline(sensors)) | bit(6, sensors.feedPressed),
  2: (sensors) =>
    bit(2, sensors.coverOpen) | bit(3, sensors.feedPressed) | bit(5, sensors.paperEnd) | bit(6, isInError(sensors)),
  3: (sensors) => bit(3, sensors.cutterJammed) | bit(5, sensors.broken) | bit(6, sensors.overheated),
  4: (sensors) => (sensors.paperNearEnd ? 0x0c : 0) | (sensors.paperEnd ? 0x60 : 0),
}

/** The four bytes of automatic status back. */
export function automaticStatus(sensors: Sensors): Uint8Array {
  return Uint8Array.of(
    0x10 |
      bit(2, sensors.drawerOpen) |
      bit(3, isOffline(sensors)) |
      bit(5, sensors.coverOpen) |
      bit(6, sensors.feedPressed),
    bit(3, sensors.cutterJammed) | bit(5, sensors.broken) | bit(6, sensors.overheated),
    paperBits(sensors),
    0,
  )
}

/** Whether a change from one to the other is one that `GS a mask` asked to hear of. */
export function isAskedFor(before: Sensors, after: Sensors, mask: number): boolean {
  const changed = (name: keyof Sensors) => before[name] !== after[name]
  const drawer = changed('drawerOpen')
  const online = isOffline(before) !== isOffline(after) || changed('coverOpen') || changed('feedPressed')
  const error = changed('cutterJammed') || changed('overheated') || changed('broken')
  const paper = changed('paperNearEnd') || changed('paperEnd')
  return (mask & (bit(0, drawer) | bit(1, online) | bit(2, error) | bit(3, paper))) !== 0
}

/** The one byte that answers `GS r`. */
export function queuedStatus(sensors: Sensors, what: 'paper' | 'drawer'): number {
  return what === 'paper' ? paperBits(sensors) : bit(0, sensors.drawerOpen)
}

function paperBits(sensors: Sensors): number {
  return (sensors.paperNearEnd ? 0x03 : 0) | (sensors.paperEnd ? 0x0c : 0)
}

function isInError(sensors: Sensors): boolean {
  return sensors.cutterJammed || sensors.overheated || sensors.broken
}

function bit(place: number, on: boolean): number {
  return on ? 1 << place : 0
}
