import type { OperationBody } from './operation.ts'

/** One operation from the front of some bytes, and how many bytes it took. */
export interface Taken {
  readonly length: number
  readonly body: OperationBody
}

/** The first `length` bytes mean nothing here; what follows them is looked at afresh. */
export function unknown(bytes: Uint8Array, length: number): Taken {
  return { length, body: { kind: 'unknown', hex: Buffer.from(bytes.subarray(0, length)).toString('hex') } }
}

/** One character for each byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
