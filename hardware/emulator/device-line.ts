/**
 * The two ends of the one cable between a host and the emulated printer. A printer has one cable: a second `connect`
 * takes the place of the first, which is told `gone`.
 */

/** What the cable does on the host's side; made by an attachment. */
export interface HostEnd {
  /** The printer says something. */
  reply(bytes: Uint8Array): void
  /** The printer stops taking bytes (buffer full, stalled), or takes them again. */
  flow(reading: boolean): void
  /** The cable was taken over by another connection. */
  gone(): void
}

/** What the host's side may do with the printer. */
export interface PrinterEnd {
  /** Bytes from the host. Those beyond the receive buffer are kept, and `flow(false)` asks for no more. */
  receive(bytes: Uint8Array): void
  disconnect(): void
}
