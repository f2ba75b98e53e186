import type { TicketId } from '../ids.ts'
import { stateLimits, type OfficeState } from '../state.ts'
import { knownTicket } from '../ticket-book.ts'

/**
 * The unsettled papers with one more, within their limit: a paper that is only wanted or was refused makes room first,
 * because one that may have come out is a question to a person and must not be forgotten.
 */
export function withOpenPaper(state: OfficeState, open: readonly TicketId[], id: TicketId): readonly TicketId[] {
  const more = [...open, id]
  if (more.length <= stateLimits.openPapers) return more
  const certain = more.findIndex((ticket) => {
    const { state: paper } = knownTicket(state.tickets, ticket).paper
    return paper === 'wanted' || paper === 'refused'
  })
  return more.toSpliced(Math.max(0, certain), 1)
}
