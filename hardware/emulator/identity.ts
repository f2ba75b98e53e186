import type { Identity } from './profile.ts'

/**
 * What the printer says to `GS I what`: one byte for 1 to 3, else a text between 5Fh and 00h (Epson's "printer
 * information B"); null where it says nothing.
 */
export function identityAnswer(identity: Identity, what: number): Uint8Array | null {
  switch (what) {
    case 1:
    case 49:
      return Uint8Array.of(0x20)
    case 2:
    case 50:
      // Bit 1: it has a blade.
      return Uint8Array.of(0x02)
    case 3:
    case 51:
      return Uint8Array.of(0x01)
    case 65:
      return text(identity.firmware)
    case 66:
      return text(identity.maker)
    case 67:
      return text(identity.model)
    case 68:
      return text(identity.serial)
    default:
      return null
  }
}

function text(value: string): Uint8Array {
  return Buffer.from(`_${value}\0`, 'latin1')
}
