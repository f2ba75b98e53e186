import type { PaperTrouble } from './commands.ts'
import type { CounterId, EpochMs, KioskId, ServiceId, TicketId, Token } from './ids.ts'
import type { TicketClass, WaitRange } from './views/printing.ts'

/**
 * waiting    in the line of its service
 * called     at a counter, not yet served
 * serving    at a counter
 * held       set aside by staff
 * no-show    called and did not come
 * done       served
 * cancelled  given up
 * returned   sent home by an outage: its paper is a return ticket
 */
export type TicketState = 'waiting' | 'called' | 'serving' | 'held' | 'no-show' | 'done' | 'cancelled' | 'returned'

export interface Ticket {
  readonly id: TicketId
  /** What the paper says and the voice calls; it stays when the ticket moves to another service. */
  readonly number: string
  readonly token: Token
  readonly service: ServiceId
  readonly class: TicketClass
  readonly state: TicketState
  readonly kiosk: KioskId
  readonly takenAt: EpochMs
  /** People before it, and the expected wait, as they stood when it was taken: what its paper says. */
  readonly ahead: number
  readonly wait: WaitRange | null
  /** The counter that called it, while it is called or served, and afterwards the last one. */
  readonly counter: CounterId | null
  readonly calledAt: EpochMs | null
  readonly servingAt: EpochMs | null
  readonly paper: PaperState
}

/**
 * Where the ticket's paper stands. `attempt` counts every time paper was asked for; `copy` is 0 as long as the paper
 * wanted is the one original, and grows once an original exists or may exist.
 *
 * wanted   an agent may print it
 * started  an agent has begun; until it reports, nobody knows what came out
 * printed  confirmed by the printer, or by a person who looked
 * sent     every byte went to a printer that cannot confirm
 * refused  nothing came out
 * unknown  something may have come out: a person is asked
 * dropped  nobody printed it in time; the person has gone on with the number from the screen
 */
export interface PaperState {
  readonly state: 'wanted' | 'started' | 'printed' | 'sent' | 'refused' | 'unknown' | 'dropped'
  readonly attempt: number
  readonly copy: number
  readonly since: EpochMs
  readonly reason: PaperTrouble | null
}
