import type { Recorded } from '../../shared/events.ts'
import { noticeLimits } from '../../shared/notice.ts'
import { preparedLimits } from '../../shared/prepared-text.ts'
import { earlierCallsOfService } from '../../shared/shown-on-screen.ts'
import { promiseFlaws, usedTwice } from './promises.ts'
import { stateLimits, type OfficeState } from '../../shared/state.ts'
import type { Ticket } from '../../shared/ticket.ts'
import { allTickets, knownTicket } from '../../shared/ticket-book.ts'

/** What is wrong with a state that the core should never reach: one line a flaw, none when all is well. */
export function flawsOf(state: OfficeState): readonly string[] {
  const flaws: string[] = []
  const must = (holds: boolean, flaw: string) => {
    if (!holds) flaws.push(flaw)
  }
  const tickets = allTickets(state.tickets)
  const lines = Object.values(state.lines)
  const counters = Object.values(state.counters)

  const placed = Map.groupBy(lines.flat(), (id) => id)
  for (const ticket of tickets) {
    const inLines = placed.get(ticket.id)?.length ?? 0
    const inOwnLine = state.lines[ticket.service]?.includes(ticket.id) ?? false
    const at = counters.filter(({ current }) => current === ticket.id)
    const waits = ticket.state === 'waiting'
    const visits = ticket.state === 'called' || ticket.state === 'serving'
    must(waits ? inLines === 1 && inOwnLine : inLines === 0, `T6 ${ticket.state} ${ticket.id} is in ${inLines} lines`)
    must(at.length === (visits ? 1 : 0), `C2 ${ticket.state} ${ticket.id} is at ${at.length} counters`)
    must(!visits || at[0]?.id === ticket.counter, `T6 ${ticket.id} says ${ticket.counter}, not ${at[0]?.id}`)
    must(!visits || ticket.calledAt !== null, `C9 ${ticket.id} was called at no time`)
    must(
      state.office.services.some(({ id }) => id === ticket.service),
      `O3 ${ticket.id} is for ${ticket.service}, which is gone`,
    )
  }

  const known = new Set(tickets.map(({ id }) => id))
  for (const line of lines) {
    must(
      line.every((id, i) => i === 0 || (line[i - 1] ?? 0) < id),
      `T7 the line ${line.join(' ')} is out of order`,
    )
    must(
      line.every((id) => known.has(id)),
      `T12 the line ${line.join(' ')} holds a stranger`,
    )
  }
  for (const { id, staff, current, priorityInARow, returnInARow } of counters) {
    must(current === null || staff !== null, `C2 ${current} is at counter ${id}, where nobody sits`)
    must(current === null || known.has(current), `T12 ${current} at counter ${id} is a stranger`)
    must(priorityInARow >= 0, `R3 counter ${id} counts ${priorityInARow}`)
    must(returnInARow >= 0, `R10 counter ${id} counts ${returnInARow} who came back`)
  }

  const { firstId, count } = state.tickets
  must(tickets.length === count, `T2 the book counts ${count} of ${tickets.length}`)
  must(
    tickets.every(({ id }, i) => id === firstId + i),
    'T2 ids have a gap',
  )
  must(firstId + count - 1 === state.ticketsGiven, `T2 ${state.ticketsGiven} given, the last is ${firstId + count - 1}`)
  must(new Set(tickets.map(({ number }) => number)).size === count, 'T1 a number is there twice')
  const given = Object.values(state.given).reduce((sum, each) => sum + each, 0)
  must(given === count, `T3 ${given} numbers for ${count} tickets`)
  for (const { id } of state.office.services)
    must((state.givenToReturn[id] ?? 0) <= (state.given[id] ?? 0), `B2 more return tickets than numbers of ${id}`)
  flaws.push(...promiseFlaws(state))

  const calls = [...state.calls, ...state.earlierCalls]
  must(state.calls.length <= stateLimits.calls, `C10 ${state.calls.length} calls on the board`)
  const earlierOf = Object.values(
    Object.groupBy(state.earlierCalls, ({ ticket }) => knownTicket(state.tickets, ticket).service),
  )
  must(
    earlierOf.every((ofService) => ofService !== undefined && ofService.length <= earlierCallsOfService),
    `C12 ${state.earlierCalls.length} earlier calls`,
  )
  must(
    calls.every(({ call }, i) => call <= state.callsMade && (i === 0 || (calls[i - 1]?.call ?? 0) > call)),
    'C10 the board is out of order',
  )
  must(new Set(calls.map(({ ticket }) => ticket)).size === calls.length, 'C10 a ticket is on the board twice')
  must(
    calls.every(({ ticket }) => known.has(ticket)),
    'D7 a call of another day is on the board',
  )

  const open = tickets.filter(isOpen).map(({ id }) => id)
  must(
    open.join(' ') === state.openPapers.toSorted((a, b) => a - b).join(' '),
    `P4 open papers ${state.openPapers.join(' ')}, not ${open.join(' ')}`,
  )

  const notices = state.notices.map(({ id }) => id)
  must(notices.length <= noticeLimits.standing, `N3 ${notices.length} notices stand`)
  must(
    notices.every((id, i) => id <= state.noticesRaised && (i === 0 || (notices[i - 1] ?? 0) < id)),
    'N7 notices are out of order',
  )
  for (const { id, painted, revision, content, history } of state.notices) {
    must(
      Object.values(painted).every((each) => each >= 1 && each <= revision),
      'N10 painted ahead of its revision',
    )
    must(
      history.length === Math.min(revision, noticeLimits.history) &&
        history.every((wording, i) => wording.revision === revision - history.length + 1 + i) &&
        JSON.stringify(history.at(-1)?.content) === JSON.stringify(content),
      `N16 the history of ${id} does not lead to what it says`,
    )
  }
  const { scheduled, ended, preparedTexts } = state
  must(scheduled.length <= noticeLimits.scheduled, `N13 ${scheduled.length} notices are planned`)
  must(
    scheduled.every(({ raiseAt }, i) => i === 0 || (scheduled[i - 1]?.raiseAt ?? 0) <= raiseAt),
    'N13 planned notices are out of order',
  )
  const ids = [...notices, ...scheduled.map(({ id }) => id), ...ended.map(({ id }) => id)]
  must(new Set(ids).size === ids.length && ids.every((id) => id <= state.noticesRaised), `N7 notices ${ids.join(' ')}`)
  must(ended.length <= noticeLimits.ended, `N17 ${ended.length} ended notices`)
  must(preparedTexts.length <= preparedLimits.texts, `O12 ${preparedTexts.length} texts`)
  must(new Set(preparedTexts.map(({ id }) => id)).size === preparedTexts.length, 'O12 a text is there twice')
  for (const visits of Object.values(state.visitsMs))
    must(visits.length <= stateLimits.visits && visits.every((ms) => ms >= 0), `R9 visits ${visits.join(' ')}`)
  return flaws
}

/** What is wrong with a ledger as a whole. */
export function ledgerFlaws(ledger: readonly Recorded[]): readonly string[] {
  const flaws: string[] = []
  let day = ''
  let lastTicket = 0
  let lastCall = 0
  const numbers = new Set<string>()
  const copies = new Map<string, number>()
  const originals = new Set<number>()
  const raised = new Set<number>()
  flaws.push(...usedTwice(ledger))
  for (const { event } of ledger) {
    switch (event.type) {
      case 'DayBegan':
        if (event.day <= day) flaws.push(`D2 ${event.day} began after ${day}`)
        day = event.day
        numbers.clear()
        break
      case 'TicketTaken':
      case 'ReturnTicketTaken':
        if (numbers.has(event.number)) flaws.push(`T1 ${event.number} was given twice on ${day}`)
        numbers.add(event.number)
        if (event.ticket !== lastTicket + 1) flaws.push(`T2 ticket ${event.ticket} follows ${lastTicket}`)
        lastTicket = event.ticket
        copies.set(`${event.ticket}/1`, 0)
        break
      case 'TicketCalled':
      case 'TicketRecalled':
        if (event.call !== lastCall + 1) flaws.push(`C10 call ${event.call} follows ${lastCall}`)
        lastCall = event.call
        break
      case 'NoticeRaised':
        if (raised.has(event.notice)) flaws.push(`N7 notice ${event.notice} went up twice`)
        raised.add(event.notice)
        break
      case 'PaperAskedFor':
        copies.set(`${event.ticket}/${event.attempt}`, event.copy)
        break
      case 'PaperReported': {
        const original = copies.get(`${event.ticket}/${event.attempt}`) === 0
        if (!original || event.outcome.kind === 'refused') break
        if (originals.has(event.ticket)) flaws.push(`P1 a second original of ${event.ticket} may be out`)
        originals.add(event.ticket)
        break
      }
      default:
    }
  }
  return flaws
}

function isOpen({ paper }: Ticket): boolean {
  return paper.state !== 'printed' && paper.state !== 'sent' && paper.state !== 'dropped'
}
