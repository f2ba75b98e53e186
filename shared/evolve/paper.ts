import type { PaperOutcome } from '../commands.ts'
import type { EventOf } from '../events.ts'
import type { EpochMs, TicketId } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import type { PaperState } from '../ticket.ts'
import { knownTicket } from '../ticket-book.ts'
import { changed } from './lines.ts'
import { withOpenPaper } from './open-papers.ts'

type PaperEvent = EventOf<
  'PrintingStarted' | 'PaperReported' | 'PaperDropped' | 'PaperAskedFor' | 'PaperConfirmed' | 'PrinterReported'
>

export function evolvePaper(state: OfficeState, event: PaperEvent, at: EpochMs): OfficeState {
  switch (event.type) {
    case 'PrintingStarted':
      return withPaper(state, event.ticket, { state: 'started', since: at })
    case 'PaperReported':
      return withPaper(state, event.ticket, { ...reported(event.outcome), since: at })
    case 'PaperDropped':
      return withPaper(state, event.ticket, { state: 'dropped', since: at })
    case 'PaperAskedFor': {
      const { attempt, copy } = event
      return withPaper(state, event.ticket, { state: 'wanted', attempt, copy, since: at, reason: null })
    }
    case 'PaperConfirmed':
      return withPaper(state, event.ticket, { state: 'printed', since: at, reason: null })
    case 'PrinterReported':
      return { ...state, printers: { ...state.printers, [event.kiosk]: event.report } }
    default:
      return event satisfies never
  }
}

function reported(outcome: PaperOutcome): Pick<PaperState, 'state' | 'reason'> {
  return { state: outcome.kind, reason: 'reason' in outcome ? outcome.reason : null }
}

function withPaper(state: OfficeState, id: TicketId, change: Partial<PaperState>): OfficeState {
  const { paper } = knownTicket(state.tickets, id)
  const next = { ...paper, ...change }
  const open = state.openPapers.filter((ticket) => ticket !== id)
  const settled = next.state === 'printed' || next.state === 'sent' || next.state === 'dropped'
  const told = changed(state, id, { paper: next })
  return { ...told, openPapers: settled ? open : withOpenPaper(told, open, id) }
}
