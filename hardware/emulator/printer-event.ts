import type { Sheet } from './sheet.ts'
import type { Sensors } from './status.ts'

/** What a person, or bad luck, does to the printer; the paper has functions of its own. */
export type Hands = Omit<Sensors, 'paperEnd' | 'paperNearEnd'>

export type PrinterEvent =
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'status'; readonly sensors: Sensors; readonly offline: boolean }
  | { readonly kind: 'power'; readonly on: boolean }
  | { readonly kind: 'cable'; readonly plugged: boolean }
  | { readonly kind: 'drawer'; readonly pin: 2 | 5 }

/** The printer at one moment, plain JSON. */
export interface PrinterSnapshot {
  readonly profile: string
  readonly powered: boolean
  readonly plugged: boolean
  /** A host holds the other end of the cable. */
  readonly connected: boolean
  readonly stalled: boolean
  readonly printing: boolean
  readonly offline: boolean
  readonly sensors: Sensors
  readonly paperLeftMm: number
  readonly receivedBytes: number
  /** Received and not yet carried out. */
  readonly waitingBytes: number
  readonly sheetsMade: number
}
