import type { Event, Recorded } from './events.ts'
import { evolveCounter } from './evolve/counters.ts'
import { evolveDay } from './evolve/day.ts'
import { evolveNotice } from './evolve/notices.ts'
import { evolvePaper } from './evolve/paper.ts'
import { evolveTicket } from './evolve/tickets.ts'
import type { OfficeState } from './state.ts'

/**
 * What the office knows after one more event. Pure and total over recorded events: it checks nothing, because all of
 * them were decided; an event that does not fit is a broken invariant and throws.
 */
export function evolve(state: OfficeState, recorded: Recorded): OfficeState {
  const next = apply(state, recorded.event, recorded)
  return next.lastAt >= recorded.at ? next : { ...next, lastAt: recorded.at }
}

function apply(state: OfficeState, event: Event, recorded: Recorded): OfficeState {
  switch (event.type) {
    case 'DayBegan':
    case 'OfficeSet':
    case 'DayConfirmed':
    case 'PreparedTextSaved':
    case 'PreparedTextRemoved':
    case 'ScreenSet':
    case 'ScreenForgotten':
      return evolveDay(state, event, recorded.at)
    case 'TicketTaken':
    case 'TicketHeld':
    case 'TicketResumed':
    case 'TicketTransferred':
    case 'TicketCancelled':
    case 'ReturnTicketTaken':
    case 'TicketReturned':
    case 'ReturnUsed':
      return evolveTicket(state, event, recorded.at)
    case 'TicketCalled':
    case 'TicketRecalled':
    case 'CallUndone':
    case 'ServingStarted':
    case 'TicketFinished':
    case 'VisitReopened':
    case 'TicketMissed':
    case 'CounterOpened':
    case 'CounterClosed':
      return evolveCounter(state, event, recorded.at)
    case 'NoticeRaised':
    case 'NoticeUpdated':
    case 'NoticeResolved':
    case 'NoticeWithdrawn':
    case 'NoticeScheduled':
    case 'NoticeRescheduled':
    case 'BannerPainted':
      return evolveNotice(state, event, recorded)
    case 'PrintingStarted':
    case 'PaperReported':
    case 'PaperDropped':
    case 'PaperAskedFor':
    case 'PaperConfirmed':
    case 'PrinterReported':
      return evolvePaper(state, event, recorded.at)
    default:
      return event satisfies never
  }
}
