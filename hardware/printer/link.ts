import type { PrinterTrouble } from './port.ts'

/**
 * A connection to a device that carries bytes both ways and knows nothing of printers. Every transport is one way to
 * open such a link; one driver makes a printer out of any of them.
 *
 * L-1  `write` settles by its deadline, and says honestly whether any byte may have gone.
 * L-2  Whatever ends the link from outside is told once through `onEnd`; nothing throws and nothing is emitted later.
 * L-3  `close` settles by itself within a second, throws away what this machine still holds, and may be called again.
 */
export interface ByteLink {
  write(bytes: Uint8Array, deadlineMs: number): Promise<WriteResult>
  /** Calls `listener` with what the device says; bytes that came before are given at once. One listener. */
  onData(listener: (bytes: Uint8Array) => void): void
  /** At the end, once; at once when that has come. */
  onEnd(listener: (failure: LinkFailure) => void): void
  /** Looks whether the device is still where it was, without sending it anything. */
  check(): Promise<void>
  close(): Promise<void>
}

export type WriteResult =
  | { readonly kind: 'written' }
  /** `begun` false: not one byte can have reached the device. */
  | { readonly kind: 'failed'; readonly begun: boolean; readonly failure: LinkFailure }

export interface LinkFailure {
  readonly trouble: PrinterTrouble
  /** One line for the technician: what was seen and what to do. */
  readonly detail: string
}

/** How to reach one device, again and again. */
export interface Transport {
  /** As a technician knows it: `/dev/ttyUSB0`, `192.168.1.50:9100`. */
  readonly name: string
  /** `kept` holds its link between jobs; `shared` opens one for each exchange, so that other hosts can print too. */
  readonly manner: 'kept' | 'shared'
  /** What the line needs for one byte, in milliseconds; 0 where it is faster than any printer. */
  readonly byteMs: number
  connect(deadlineMs: number): Promise<Connected>
}

export type Connected =
  | { readonly kind: 'open'; readonly link: ByteLink }
  | { readonly kind: 'failed'; readonly failure: LinkFailure }

/** What an error of the operating system, by its code, means for a device at `name` that belongs to `group`. */
export function failureOf(error: unknown, name: string, group = 'dialout'): LinkFailure {
  const { code, message } = describe(error)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return {
        trouble: 'no-permission',
        detail: `${name} may not be opened by this user: add it to the group ${group} (usermod -aG ${group} USER) and sign in again`,
      }
    case 'EBUSY':
      return {
        trouble: 'busy-elsewhere',
        detail: `${name} is in use by another program: stop it (CUPS, a second Loket)`,
      }
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
      return { trouble: 'unplugged', detail: `${name} is not there: plug the printer in and switch it on` }
    case 'ENOTTY':
      return { trouble: 'error', detail: `${name} is not a serial port: use lp: for a printer-class device` }
    case 'ECONNREFUSED':
      return {
        trouble: 'unplugged',
        detail: `${name} refuses the connection: another computer may hold the printer, or this is not its address`,
      }
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
      return { trouble: 'unplugged', detail: `${name} does not answer: check the printer's network cable and power` }
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        trouble: 'unplugged',
        detail: `${name} is not a name this network knows: use the printer's number address`,
      }
    default:
      return { trouble: 'unplugged', detail: `${name} was lost: ${message}` }
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  return { code: 'code' in error ? String(error.code) : '', message: error.message }
}
