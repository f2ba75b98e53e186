import type { Recorded } from '../../shared/events.ts'
import type { Day, ServiceId, Token } from '../../shared/ids.ts'
import { addDays } from '../../shared/day.ts'
import { allPromises, promiseOf } from '../../shared/return-book.ts'
import { returnLimits } from '../../shared/returns.ts'
import type { OfficeState } from '../../shared/state.ts'
import { allTickets } from '../../shared/ticket-book.ts'

/** What is wrong with the return tickets of a state: one line a flaw. */
export function promiseFlaws(state: OfficeState): readonly string[] {
  const flaws: string[] = []
  const must = (holds: boolean, flaw: string) => {
    if (!holds) flaws.push(flaw)
  }
  const promises = allPromises(state.returns)
  const tickets = allTickets(state.tickets)
  const forgotten = addDays(state.day, -returnLimits.daysKnown)
  must(state.returns.count === promises.length, `B9 the book counts ${state.returns.count} of ${promises.length}`)
  must(promises.length <= returnLimits.promises, `B9 ${promises.length} return tickets`)
  for (const promise of promises) {
    const { token, number, given, from, until, usedOn, usedFor } = promise
    must(promiseOf(state.returns, token) === promise, `B7 ${number} is not found by its token`)
    must(given < from && from <= until, `B3 ${number} of ${given} is good from ${from} to ${until}`)
    must(until >= forgotten, `B9 ${number} should be forgotten since ${until}`)
    must((usedOn === null) === (usedFor === null), `B4 ${number} is used on ${usedOn} for ${usedFor}`)
    must(
      usedOn === null || (from <= usedOn && usedOn <= until && usedOn <= state.day),
      `B4 ${number} used on ${usedOn}`,
    )
  }
  const usedFor = new Set(promises.flatMap(({ usedOn, usedFor }) => (usedOn === state.day ? [usedFor] : [])))
  for (const { id, token, number, service, state: stands, class: ticketClass } of tickets) {
    const promise = promiseOf(state.returns, token)
    must((stands === 'returned') === (promise !== undefined), `B1 ${stands} ${id} and its promise do not agree`)
    must(
      !promise || (promise.number === number && promise.service === service && promise.given === state.day),
      `B1 the promise of ${id} is another's`,
    )
    must(ticketClass !== 'return' || usedFor.has(id), `B5 ${id} has come back with no return ticket`)
  }
  for (const id of usedFor)
    must(
      tickets.some((ticket) => ticket.id === id && ticket.class !== 'regular'),
      `B5 ${id} came back and is not near the front`,
    )
  return flaws
}

/** What is wrong with the return tickets of a whole ledger: each is used once, and only as long as it is good. */
export function usedTwice(ledger: readonly Recorded[]): readonly string[] {
  const flaws: string[] = []
  const good = new Map<Token, { readonly from: Day; readonly until: Day; readonly service: ServiceId }>()
  const tokens = new Map<number, { readonly token: Token; readonly service: ServiceId }>()
  const used = new Set<Token>()
  let day: Day | null = null
  for (const { event } of ledger) {
    switch (event.type) {
      case 'DayBegan':
        ;({ day } = event)
        for (const promise of event.carried.returns) if (promise.usedOn === null) good.set(promise.token, promise)
        break
      case 'TicketTaken':
      case 'ReturnTicketTaken':
        tokens.set(event.ticket, event)
        if (event.type === 'ReturnTicketTaken') good.set(event.token, event)
        break
      case 'TicketTransferred': {
        const ticket = tokens.get(event.ticket)
        if (ticket) tokens.set(event.ticket, { ...ticket, service: event.to })
        break
      }
      case 'TicketReturned': {
        const ticket = tokens.get(event.ticket)
        if (ticket) good.set(ticket.token, { ...event, service: ticket.service })
        break
      }
      case 'TicketCalled':
      case 'TicketResumed': {
        const ticket = tokens.get(event.ticket)
        if (ticket) good.delete(ticket.token)
        break
      }
      case 'ReturnUsed': {
        const promise = good.get(event.token)
        if (used.has(event.token)) flaws.push(`B4 a return ticket was used twice, the second time for ${event.ticket}`)
        if (!promise) flaws.push(`B4 ${event.ticket} was given for a promise that does not stand`)
        else if (day === null || day < promise.from || promise.until < day)
          flaws.push(`B4 ${event.ticket} was given on ${day}, not from ${promise.from} to ${promise.until}`)
        else if (tokens.get(event.ticket)?.service !== promise.service)
          flaws.push(`B5 ${event.ticket} is for another service than was promised`)
        used.add(event.token)
        good.delete(event.token)
        break
      }
      default:
    }
  }
  return flaws
}
