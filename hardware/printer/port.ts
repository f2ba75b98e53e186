import type { PrinterProfile } from './profiles.ts'

/**
 * The one port every printer stands behind, and its contract.
 *
 * P-1  `print` sends one job and settles with exactly one outcome; it never throws and never settles later than its
 *      own deadline. Jobs given while another is under way wait their turn, in order.
 * P-2  `printed` is said only when the device has confirmed that the paper holds the job. `sent` means that every byte
 *      left this machine and nothing spoke against it, from a device that cannot confirm.
 * P-3  `refused` means that nothing came out and nothing will: the job may be offered again without doubling paper.
 * P-4  `unknown` means that some of the paper may exist. Only a person can tell; the port never retries.
 * P-5  A device that goes away is noticed within 5 s when idle and within 100 ms of a failed write; the port then
 *      reconnects for ever, with backoff, and says so through `status`.
 * P-6  `status` is the newest truth about the device, at most 2 s old when the device can speak; a device that cannot
 *      speak is `ready` with `speaks: false` while its connection stands.
 * P-7  `profile` is what the next job should be laid out for: what the device turned out to be, once that is known on
 *      its present connection, else what its setting says. It waits at most 300 ms, and only while the device is asked.
 *
 * It does not lay out tickets (see `ticket.ts`) and does not remember jobs (the kiosk's agent does).
 */
export interface PrinterPort {
  print(job: PrintJob): Promise<PrintOutcome>
  status(): PrinterStatus
  profile(): Promise<PrinterProfile>
  /** Calls `listener` at every change of status until the returned function is called. */
  onStatus(listener: (status: PrinterStatus) => void): () => void
  /**
   * Ends the connection; a job whose first byte has gone ends `unknown`, one that still waits is `refused`. Calling it
   * again does nothing.
   */
  close(): Promise<void>
}

/** One piece of paper, already encoded for the device. `name` is for logs and file names: a ticket's number, "setup". */
export interface PrintJob {
  readonly name: string
  readonly bytes: Uint8Array
}

export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reason: PrinterTrouble }
  | { readonly kind: 'unknown'; readonly reason: PrinterTrouble | 'no-answer' | 'closed' }

/** Why paper does not come out, each a thing a person at the counter can act on. */
export type PrinterTrouble =
  | 'paper-out'
  | 'cover-open'
  | 'cutter'
  | 'overheated'
  | 'offline'
  | 'unplugged'
  | 'no-permission'
  | 'busy-elsewhere'
  | 'garbled'
  | 'error'

export interface PrinterStatus {
  /** What stops paper now; null when a job would be tried. */
  readonly trouble: PrinterTrouble | null
  /** The paper roll is near its end (it still prints). */
  readonly paperLow: boolean
  /** The device answers status requests. */
  readonly speaks: boolean
  /** The device confirms finished jobs. */
  readonly confirms: boolean
  /** One plain line for the technician: what was seen and what to do, for instance the group to join. */
  readonly detail: string
}
