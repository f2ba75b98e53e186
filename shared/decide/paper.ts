import type { CommandOf, Given } from '../commands.ts'
import type { Decision } from '../decide.ts'
import type { EpochMs } from '../ids.ts'
import type { OfficeState } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import { ticketOf } from '../ticket-book.ts'
import { happened, refuse } from './answers.ts'

/**
 * How long after it was asked for a paper may still come out, in ms. Whoever stood at the kiosk has by then gone on
 * with the number on the screen; a roll of paper put in later must not release a burst of tickets nobody holds.
 */
export const paperLifeMs = 90_000

export function decidePaper(
  state: OfficeState,
  given: Given<CommandOf<'StartPrinting' | 'ReportPaper' | 'ReportPrinter' | 'PrintAgain' | 'ConfirmPaper'>>,
): Decision {
  const { command, actor, at } = given
  if (command.type === 'ReportPrinter') {
    if (actor.kind !== 'agent') return refuse({ reason: 'not-allowed' })
    const same = JSON.stringify(state.printers[actor.kiosk]) === JSON.stringify(command.report)
    return same ? happened() : happened({ type: 'PrinterReported', kiosk: actor.kiosk, report: command.report })
  }

  const ticket = ticketOf(state.tickets, command.ticket)
  if (!ticket) return refuse({ reason: 'no-such-ticket' })
  const { paper } = ticket
  switch (command.type) {
    case 'StartPrinting': {
      if (actor.kind !== 'agent' || actor.kiosk !== ticket.kiosk) return refuse({ reason: 'not-your-kiosk' })
      if (paper.state !== 'wanted' || paper.attempt !== command.attempt) return refuse({ reason: 'paper-not-wanted' })
      const { attempt } = paper
      return isTooOld(ticket, at)
        ? happened({ type: 'PaperDropped', ticket: ticket.id, attempt })
        : happened({ type: 'PrintingStarted', ticket: ticket.id, attempt })
    }
    case 'ReportPaper': {
      if (actor.kind !== 'agent' || actor.kiosk !== ticket.kiosk) return refuse({ reason: 'not-your-kiosk' })
      if (paper.state !== 'started' || paper.attempt !== command.attempt) return refuse({ reason: 'paper-not-wanted' })
      const { attempt } = paper
      return happened({ type: 'PaperReported', ticket: ticket.id, attempt, outcome: command.outcome })
    }
    case 'PrintAgain': {
      if (actor.kind === 'kiosk' && actor.kiosk !== ticket.kiosk) return refuse({ reason: 'not-your-kiosk' })
      const waited = paper.state === 'wanted' && isTooOld(ticket, at)
      if ((paper.state === 'wanted' && !waited) || paper.state === 'started')
        return refuse({ reason: 'paper-under-way' })
      const nothingCameOut = waited || paper.state === 'refused' || paper.state === 'dropped'
      // A visitor may ask again only for paper that certainly did not come out; a copy is for staff to give.
      if (actor.kind === 'kiosk' && !nothingCameOut) return refuse({ reason: 'not-allowed' })
      const copy = nothingCameOut ? paper.copy : paper.copy + 1
      return happened({ type: 'PaperAskedFor', ticket: ticket.id, attempt: paper.attempt + 1, copy })
    }
    case 'ConfirmPaper':
      return paper.state === 'unknown'
        ? happened({ type: 'PaperConfirmed', ticket: ticket.id })
        : refuse({ reason: 'paper-not-in-doubt' })
    default:
      return command satisfies never
  }
}

/** A clock that went back by more than a paper lives makes it too old as well: nobody knows how long ago it was. */
function isTooOld({ paper }: Ticket, at: EpochMs): boolean {
  return Math.abs(at - paper.since) > paperLifeMs
}
