import type { Event } from './events.ts'
import type { CounterId, Day, NoticeId, TicketId, Token } from './ids.ts'
import type { Refusal } from './refusals.ts'
import type { WaitRange } from './views/printing.ts'

/** What is answered to whoever gave a command. The same command asked again gets the same answer. */
export type Answer =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly refusal: Refusal }

export type Outcome =
  | {
      readonly kind: 'ticket-taken'
      readonly ticket: TicketId
      readonly number: string
      readonly token: Token
      readonly ahead: number
      readonly wait: WaitRange | null
    }
  | {
      readonly kind: 'return-taken'
      readonly ticket: TicketId
      readonly number: string
      readonly token: Token
      readonly from: Day
      readonly until: Day
    }
  /** Back in line with the number it had; null where the ledger does not say which. */
  | { readonly kind: 'ticket-resumed'; readonly ticket: TicketId; readonly number: string | null }
  | { readonly kind: 'ticket-called'; readonly ticket: TicketId; readonly counter: CounterId }
  | { readonly kind: 'notice-raised'; readonly notice: NoticeId }
  | { readonly kind: 'notice-scheduled'; readonly notice: NoticeId }
  | { readonly kind: 'sent-home'; readonly count: number }
  | { readonly kind: 'paper-dropped' }
  | { readonly kind: 'done' }

/** The answer that a command's events amount to; made from events alone, so that the ledger can give it again. */
export function outcomeOf(events: readonly Event[]): Outcome {
  for (const event of events) {
    switch (event.type) {
      case 'TicketTaken': {
        const { ticket, number, token, ahead, wait } = event
        return { kind: 'ticket-taken', ticket, number, token, ahead, wait }
      }
      case 'ReturnTicketTaken': {
        const { ticket, number, token, from, until } = event
        return { kind: 'return-taken', ticket, number, token, from, until }
      }
      case 'TicketResumed':
        return { kind: 'ticket-resumed', ticket: event.ticket, number: event.number ?? null }
      case 'TicketReturned':
        return { kind: 'sent-home', count: events.filter(({ type }) => type === 'TicketReturned').length }
      case 'NoticeScheduled':
        return { kind: 'notice-scheduled', notice: event.notice }
      case 'TicketCalled':
        return { kind: 'ticket-called', ticket: event.ticket, counter: event.counter }
      case 'NoticeRaised':
        return { kind: 'notice-raised', notice: event.notice }
      case 'PaperDropped':
        return { kind: 'paper-dropped' }
      default:
    }
  }
  return { kind: 'done' }
}
