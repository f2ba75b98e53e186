import { describe, expect, it } from 'vitest'
import { mainKiosk, serviceIdSchema } from '../../shared/ids.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { cards, letters, officeWith, one, pickUp, server, smallDocument, two } from '../core/small-office.ts'
import {
  atCounter,
  budi,
  by,
  callNext,
  callTicket,
  moveWaiting,
  on,
  outage,
  raise,
  resolve,
  sendTicketHome,
  setOffice,
  siti,
  take,
  ticketId,
  transfer,
  withTicket,
} from '../core/steps.ts'
import { accepted, dayMs, further, given, minute, morning, reason, secret, untouched, when } from '../core/story.ts'

const nowhere = serviceIdSchema.parse('nowhere')

describe('taking a ticket', () => {
  it('T1 T3 T5 numbers follow each other, with the people before them and the expected wait', () => {
    const story = given(atCounter('OpenCounter', one), take(cards), take(letters))
    expect(when(story, take(cards, 'priority'))).toEqual(
      accepted({
        type: 'TicketTaken',
        ticket: ticketId(3),
        number: 'A002',
        token: secret(4),
        service: cards,
        class: 'priority',
        kiosk: mainKiosk,
        ahead: 0,
        wait: { minutesMin: 0, minutesMax: 5 },
        notices: [],
      }),
    )
    expect(when(story, take(cards))).toEqual(
      accepted({
        type: 'TicketTaken',
        ticket: ticketId(3),
        number: 'A002',
        token: secret(4),
        service: cards,
        class: 'regular',
        kiosk: mainKiosk,
        ahead: 1,
        // One person, ten minutes each, at a counter that gives letters as well: 20 minutes, 0.7 to 1.4 of it.
        wait: { minutesMin: 10, minutesMax: 30 },
        notices: [],
      }),
    )
  })

  it('T5 there is no forecast while no counter gives the service', () => {
    const decision = when(given(), take(cards))
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'TicketTaken', ahead: 0, wait: null }] })
  })

  it('T4 an unknown service has no numbers', () => {
    expect(when(given(), take(nowhere))).toEqual({ ok: false, refusal: { reason: 'no-such-service' } })
  })

  it('T4 N8 a notice that stops a service stops its numbers, and no others', () => {
    const story = given(raise(outage()))
    expect(when(story, take(cards))).toEqual({ ok: false, refusal: { reason: 'service-stopped', notice: 1 } })
    expect(when(story, take(letters))).toMatchObject({ ok: true, events: [{ number: 'B001', notices: [] }] })
    expect(when(further(story, resolve(1)), take(cards))).toMatchObject({ ok: true, events: [{ number: 'A001' }] })
  })

  it('T4 N8 a notice about a system stops what needs it', () => {
    const story = given(raise(outage({ scope: { office: false, services: [], systems: [server] } })))
    expect(when(story, take(cards))).toEqual({ ok: false, refusal: { reason: 'service-stopped', notice: 1 } })
    expect(when(story, take(pickUp))).toMatchObject({ ok: true })
  })

  it('N8 a notice that warns, or lets be, is written on the ticket', () => {
    const story = given(
      raise(outage({ newTickets: 'warn' })),
      raise(outage({ kind: 'information', newTickets: 'give' })),
    )
    expect(when(story, take(cards))).toMatchObject({ ok: true, events: [{ number: 'A001', notices: [1, 2] }] })
  })

  it('T4 outside hours there are no numbers, and it says when there will be', () => {
    const office = officeWith({ hours: { monday: [{ from: '08:30', to: '12:00' }] } })
    const story = further(untouched, on(morning, setOffice(office)))
    const opens = morning + 30 * minute
    expect(when(story, on(opens - 1, take(cards)))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: opens },
    })
    expect(when(story, on(opens, take(cards)))).toMatchObject({ ok: true })
    expect(when(story, on(morning + 4 * 60 * minute, take(cards)))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: opens + 7 * dayMs },
    })
  })

  it('T4 an office without any hours ahead says that it does not know when it opens', () => {
    const story = further(untouched, setOffice(officeWith({ hours: {} })))
    expect(when(story, take(cards))).toEqual({ ok: false, refusal: { reason: 'outside-hours', opensAt: null } })
  })

  it('T4 the quota counts the numbers given today, also those that were cancelled', () => {
    const services = smallDocument.services.map((service) => ({ ...service, quotaPerDay: 2 }))
    const story = further(
      untouched,
      setOffice(officeWith({ services })),
      take(cards),
      take(cards),
      withTicket('CancelTicket', 1),
    )
    expect(when(story, take(cards))).toEqual({ ok: false, refusal: { reason: 'quota-reached' } })
    expect(when(story, take(letters))).toMatchObject({ ok: true })
    expect(when(story, on(morning + dayMs, take(cards)))).toMatchObject({ ok: true })
  })

  it('T3 past the last number of the band there are none', () => {
    const services = smallDocument.services.map((service) => ({ ...service, firstNumber: 500, lastNumber: 501 }))
    const story = further(untouched, setOffice(officeWith({ services })), take(cards), take(cards))
    expect([1, 2].map((id) => ticketOf(story.state.tickets, ticketId(id))?.number)).toEqual(['A500', 'A501'])
    expect(when(story, take(cards))).toEqual({ ok: false, refusal: { reason: 'numbers-exhausted' } })
  })

  it('T4 the reasons come in their order: stopped, closed, full', () => {
    const services = smallDocument.services.map((service) => ({ ...service, quotaPerDay: 1, lastNumber: 1 }))
    const hours = { monday: [{ from: '08:00', to: '09:00' }] }
    const story = further(untouched, setOffice(officeWith({ services, hours })), take(cards))
    const late = morning + 2 * 60 * minute
    expect(when(story, take(cards))).toMatchObject({ refusal: { reason: 'quota-reached' } })
    expect(when(story, on(late, take(cards)))).toMatchObject({ refusal: { reason: 'outside-hours' } })
    const stopped = further(story, raise(outage()))
    expect(when(stopped, on(late, take(cards)))).toMatchObject({ refusal: { reason: 'service-stopped' } })
  })
})

describe('moving a ticket', () => {
  it('T7 T9 a held ticket comes back to its old place', () => {
    const story = given(take(cards), take(cards), take(cards), withTicket('HoldTicket', 1))
    expect(story.state.lines).toEqual({ [cards]: [2, 3] })
    expect(ticketOf(story.state.tickets, ticketId(1))?.state).toBe('held')
    const back = further(story, withTicket('ResumeTicket', 1))
    expect(back.state.lines).toEqual({ [cards]: [1, 2, 3] })
    expect(ticketOf(back.state.tickets, ticketId(1))?.state).toBe('waiting')
  })

  it('T7 T9 somebody who did not come is brought back to the old place', () => {
    const story = given(take(cards), take(cards), callNext(one), atCounter('MarkNoShow', one))
    expect(when(story, withTicket('ResumeTicket', 1))).toEqual(
      accepted({ type: 'TicketResumed', ticket: ticketId(1), number: 'A001' }),
    )
    const back = further(story, withTicket('ResumeTicket', 1))
    expect(back.state.lines).toEqual({ [cards]: [1, 2] })
  })

  it('T7 T10 a transferred ticket keeps its number and stands by the time it came', () => {
    const story = given(take(letters), take(cards), take(letters))
    expect(when(story, transfer(2, letters))).toEqual(
      accepted({ type: 'TicketTransferred', ticket: ticketId(2), to: letters }),
    )
    const { state } = further(story, transfer(2, letters))
    expect(state.lines).toEqual({ [cards]: [], [letters]: [1, 2, 3] })
    expect(ticketOf(state.tickets, ticketId(2))).toMatchObject({ number: 'A001', service: letters, state: 'waiting' })
  })

  it('T6 holding, transferring or cancelling the one at the counter frees the counter', () => {
    const story = given(take(cards), take(cards), callNext(one), atCounter('StartServing', one))
    const steps = [withTicket('HoldTicket', 1), transfer(1, letters), withTicket('CancelTicket', 1)]
    const after = steps.map((step) => further(story, step).state)
    expect(after.map(({ counters }) => counters[one]?.current)).toEqual([null, null, null])
    expect(after.map(({ tickets }) => ticketOf(tickets, ticketId(1))?.state)).toEqual(['held', 'waiting', 'cancelled'])
    expect(after.map(({ lines }) => lines)).toEqual([
      { [cards]: [2] },
      { [cards]: [2], [letters]: [1] },
      { [cards]: [2] },
    ])
  })

  it('T8 T9 T10 every move that does not fit is refused by name', () => {
    const missed = given(take(cards), callNext(one), atCounter('MarkNoShow', one))
    const done = given(take(cards), callNext(one), atCounter('Finish', one))
    const cancelled = given(take(cards), withTicket('CancelTicket', 1))
    const held = given(take(cards), withTicket('HoldTicket', 1))
    const home = given(take(cards), sendTicketHome(1))
    const waiting = given(take(cards))
    const moves = [
      withTicket('HoldTicket', 1),
      withTicket('ResumeTicket', 1),
      transfer(1, letters),
      withTicket('CancelTicket', 1),
    ]
    expect({
      waiting: moves.map((move) => reason(waiting, move)),
      held: moves.map((move) => reason(held, move)),
      missed: moves.map((move) => reason(missed, move)),
      done: moves.map((move) => reason(done, move)),
      cancelled: moves.map((move) => reason(cancelled, move)),
      home: moves.map((move) => reason(home, move)),
    }).toEqual({
      waiting: ['accepted', 'ticket-not-held', 'accepted', 'accepted'],
      held: ['ticket-not-waiting', 'accepted', 'ticket-not-waiting', 'accepted'],
      missed: ['ticket-ended', 'accepted', 'ticket-ended', 'ticket-ended'],
      done: ['ticket-ended', 'ticket-not-held', 'ticket-ended', 'ticket-ended'],
      cancelled: ['ticket-ended', 'ticket-not-held', 'ticket-ended', 'ticket-ended'],
      home: ['ticket-ended', 'accepted', 'ticket-ended', 'ticket-ended'],
    })
    expect(reason(waiting, transfer(1, cards))).toBe('same-service')
    expect(reason(waiting, transfer(1, nowhere))).toBe('no-such-service')
  })

  it('T12 a ticket that never was, or was yesterday, is not known', () => {
    const story = given(take(cards))
    const steps = [withTicket('HoldTicket', 2), withTicket('ResumeTicket', 2), withTicket('CancelTicket', 2)]
    const unknown = { ok: false, refusal: { reason: 'no-such-ticket' } }
    for (const step of [...steps, transfer(2, letters), callTicket(one, 2)]) expect(when(story, step)).toEqual(unknown)
    expect(when(story, on(morning + dayMs, withTicket('HoldTicket', 1)))).toEqual(unknown)
  })

  it('T13 a whole line goes over to another service, everybody with number and place', () => {
    const story = given(take(cards), take(letters), take(cards, 'priority'), take(cards), withTicket('HoldTicket', 4))
    const moved = (id: number) => ({ type: 'TicketTransferred', ticket: ticketId(id), to: letters }) as const
    expect(when(story, moveWaiting(cards, letters))).toEqual(accepted(moved(1), moved(3)))
    const { state } = further(story, moveWaiting(cards, letters))
    expect(state.lines).toEqual({ [cards]: [], [letters]: [1, 2, 3] })
    expect([1, 3, 4].map((id) => ticketOf(state.tickets, ticketId(id)))).toMatchObject([
      { number: 'A001', service: letters, class: 'regular', state: 'waiting' },
      { number: 'A002', service: letters, class: 'priority', state: 'waiting' },
      { number: 'A003', service: cards, state: 'held' },
    ])
  })

  it('T13 from what a notice keeps on hold to what is open, and never to what is stopped', () => {
    const held = given(take(cards), raise(outage({ waiting: 'hold' })))
    const after = further(held, moveWaiting(cards, letters))
    expect(when(after, callNext(two))).toMatchObject({ ok: true, events: [{}, { type: 'TicketCalled', ticket: 1 }] })
    const back = further(held, take(letters))
    expect(when(back, moveWaiting(letters, cards))).toEqual({
      ok: false,
      refusal: { reason: 'service-stopped', notice: 1 },
    })
  })

  it('T13 every move that does not fit is refused by name', () => {
    const story = given(take(cards))
    expect(reason(story, moveWaiting(cards, cards))).toBe('same-service')
    expect(reason(story, moveWaiting(letters, cards))).toBe('nobody-waiting')
    expect(reason(story, moveWaiting(nowhere, cards))).toBe('no-such-service')
    expect(reason(story, moveWaiting(cards, nowhere))).toBe('no-such-service')
    expect(reason(given(take(cards), withTicket('HoldTicket', 1)), moveWaiting(cards, letters))).toBe('nobody-waiting')
  })

  it('T11 a ticket at a counter is moved only by whoever sits there', () => {
    const story = given(take(letters), callNext(two))
    const elsewhere = { ok: false, refusal: { reason: 'ticket-elsewhere' } }
    for (const step of [withTicket('HoldTicket', 1), transfer(1, cards), withTicket('CancelTicket', 1)]) {
      expect(when(story, by(budi, step))).toEqual(elsewhere)
      expect(when(story, by(siti, step))).toMatchObject({ ok: true })
    }
  })
})
