import { daysBetween, localDate } from '../../shared/day.ts'
import type { Recorded } from '../../shared/events.ts'
import type { NoticeId, Token } from '../../shared/ids.ts'
import { initialState, type OfficeState } from '../../shared/state.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import type { Judge } from './judge.ts'

/**
 * Counts for itself what may happen only once: a date, a number of a service on a date, a ticket, a call, the use of a
 * return ticket.
 */
export class BookOfDays {
  readonly #judge: Judge
  readonly #tokens = new Set<Token>()
  readonly #started = new Set<string>()
  /** Return tickets that are good, and those that were used. */
  readonly #promised = new Set<Token>()
  readonly #used = new Set<Token>()
  readonly #standing = new Set<NoticeId>()
  #day = ''
  #days = 0
  /** Numbers given on this day, by service; and all of them. */
  #given = new Map<string, number>()
  #numbers = new Set<string>()
  #tickets = 0
  #calls = 0

  constructor(judge: Judge) {
    this.#judge = judge
  }

  get count(): number {
    return this.#days
  }

  /** The notices that were raised and have not been resolved or withdrawn since. */
  get standing(): ReadonlySet<NoticeId> {
    return this.#standing
  }

  /** `before` is the state before this event. */
  add(before: OfficeState, { at, actor, event }: Recorded): void {
    const must: Judge['must'] = (...claim) => this.#judge.must(...claim)
    switch (event.type) {
      case 'NoticeRaised':
        this.#standing.add(event.notice)
        return
      case 'NoticeResolved':
      case 'NoticeWithdrawn':
        this.#standing.delete(event.notice)
        return
      case 'DayBegan': {
        const { day } = event
        must(day > this.#day, 'day', () => `${day} began after ${this.#day}`)
        const date = localDate(at, before.office.timeZone)
        must(day === date, 'day', () => `${day} began when the clock showed ${date}`)
        const isFar = before.day !== initialState.day && daysBetween(before.day, day) > 31
        must(!isFar || actor.kind === 'staff', 'day', () => `${day} was believed after ${before.day}`)
        this.#day = day
        this.#days++
        this.#given = new Map()
        this.#numbers = new Set()
        for (const { token, usedOn } of event.carried.returns) if (usedOn === null) this.#promised.add(token)
        return
      }
      case 'TicketTaken':
      case 'ReturnTicketTaken': {
        const { ticket, number, token } = event
        const service = before.office.services.find(({ id }) => id === event.service)
        const next = (service?.firstNumber ?? 0) + (this.#given.get(event.service) ?? 0)
        const expected = `${service?.letter ?? '?'}${String(next).padStart(3, '0')}`
        must(number === expected, 'number', () => `${number} was given on ${this.#day}, and ${expected} was next`)
        must(!this.#numbers.has(number), 'number', () => `${number} was given twice on ${this.#day}`)
        must(ticket === ++this.#tickets, 'number', () => `ticket ${ticket} is the ${this.#tickets}th`)
        must(!this.#tokens.has(token), 'number', () => `the token of ${number} was given before`)
        this.#given.set(event.service, (this.#given.get(event.service) ?? 0) + 1)
        this.#numbers.add(number)
        this.#tokens.add(token)
        if (event.type === 'ReturnTicketTaken') this.#promised.add(token)
        return
      }
      case 'TicketReturned':
        this.#promised.add(knownTicket(before.tickets, event.ticket).token)
        return
      case 'TicketResumed': {
        const { token, number } = knownTicket(before.tickets, event.ticket)
        must(!this.#used.has(token), 'return', () => `${number} was used as a return ticket and got its old place too`)
        this.#promised.delete(token)
        return
      }
      case 'ReturnUsed': {
        const { token } = event
        must(this.#promised.has(token), 'return', () => `ticket ${event.ticket} was given for no return ticket`)
        must(!this.#used.has(token), 'return', () => `ticket ${event.ticket} was given for a return ticket used before`)
        this.#promised.delete(token)
        this.#used.add(token)
        return
      }
      case 'TicketCalled':
      case 'TicketRecalled':
        must(event.call === ++this.#calls, 'number', () => `call ${event.call} is the ${this.#calls}th`)
        return
      case 'PrintingStarted': {
        const job = `${event.ticket}/${event.attempt}`
        must(!this.#started.has(job), 'paper', () => `printing of ticket ${job} was begun twice`)
        this.#started.add(job)
        return
      }
      default:
    }
  }
}
