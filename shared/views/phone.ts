import { waitFor } from '../forecast.ts'
import type { Day, EpochMs, Token } from '../ids.ts'
import { touches } from '../notice.ts'
import { promiseOf } from '../return-book.ts'
import { aheadOf, isOnHold } from '../routing.ts'
import type { OfficeState } from '../state.ts'
import type { Text } from '../language.ts'
import type { TicketState } from '../ticket.ts'
import { ticketByToken } from '../ticket-book.ts'
import {
  noticeViews,
  officeView,
  recoveryViews,
  serviceView,
  type NoticeView,
  type OfficeView,
  type RecoveryView,
  type ServiceView,
} from './common.ts'
import type { TicketClass, WaitRange } from './printing.ts'

/**
 * What the holder of one ticket sees on a phone. `ticket` is null when no ticket of today has this token, `promise` when
 * no return ticket has.
 */
export interface PhoneView {
  readonly kind: 'phone'
  readonly office: OfficeView
  readonly ticket: PhoneTicket | null
  readonly promise: PhonePromise | null
  /** Standing notices that touch the ticket's service, or the whole office. */
  readonly notices: readonly NoticeView[]
  readonly recoveries: readonly RecoveryView[]
}

/** What became of a ticket whose holder was sent home. */
export interface PhonePromise {
  readonly number: string
  readonly service: ServiceView
  readonly from: Day
  readonly until: Day
  readonly usedOn: Day | null
  /** The office's date now. */
  readonly today: Day
}

export interface PhoneTicket {
  readonly number: string
  readonly service: ServiceView
  readonly class: TicketClass
  readonly state: TicketState
  readonly takenAt: EpochMs
  /** People of the same service called before this one as the line stands, by class and turn; 0 when not waiting. */
  readonly ahead: number
  readonly wait: WaitRange | null
  /** Its line is not called until a notice is over. */
  readonly onHold: boolean
  readonly counter: Text | null
  readonly calledAt: EpochMs | null
}

export function phoneView(state: OfficeState, at: EpochMs, token: Token): PhoneView {
  const office = officeView(state, at)
  const ticket = ticketByToken(state.tickets, token)
  const service = ticket && state.office.services.find(({ id }) => id === ticket.service)
  const promise = promiseView(state, token)
  if (!ticket || !service)
    return {
      kind: 'phone',
      office,
      ticket: null,
      promise,
      notices: noticeViews(state),
      recoveries: recoveryViews(state, at),
    }
  const ahead = ticket.state === 'waiting' ? aheadOf(state, service.id, ticket.class, ticket.id) : 0
  const touching = new Set(
    state.notices.filter(({ content }) => touches(content.scope, service)).map((notice) => notice.id),
  )
  return {
    kind: 'phone',
    office,
    ticket: {
      number: ticket.number,
      service: serviceView(service),
      class: ticket.class,
      state: ticket.state,
      takenAt: ticket.takenAt,
      ahead,
      wait: ticket.state === 'waiting' ? waitFor(state, service.id, ahead) : null,
      onHold: isOnHold(state, service),
      counter: state.office.counters.find(({ id }) => id === ticket.counter)?.name ?? null,
      calledAt: ticket.calledAt,
    },
    promise,
    notices: noticeViews(state).filter(({ id }) => touching.has(id)),
    recoveries: recoveryViews(state, at).filter(({ services }) => services.some(({ id }) => id === service.id)),
  }
}

function promiseView(state: OfficeState, token: Token): PhonePromise | null {
  const promise = promiseOf(state.returns, token)
  const service = promise && state.office.services.find(({ id }) => id === promise.service)
  if (!promise || !service) return null
  const { number, from, until, usedOn } = promise
  return { number, service: serviceView(service), from, until, usedOn, today: state.day }
}
