import { describe, expect, it } from 'vitest'
import { daySchema, mainKiosk, serviceIdSchema } from '../../shared/ids.ts'
import { allPromises, promiseOf } from '../../shared/return-book.ts'
import { shortCode } from '../../shared/short-code.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { cards, hall, letters, officeWith, one, pickUp, smallDocument, two } from '../core/small-office.ts'
import {
  atCounter,
  budi,
  by,
  callNext,
  callTicket,
  noticeId,
  on,
  outage,
  raise,
  resolve,
  sendHome,
  sendTicketHome,
  setOffice,
  siti,
  take,
  takeReturn,
  ticketId,
  transfer,
  scan,
  withTicket,
} from '../core/steps.ts'
import {
  accepted,
  dayMs,
  further,
  given,
  hour,
  minute,
  morning,
  reason,
  secret,
  untouched,
  when,
  type Story,
} from '../core/story.ts'

/** Asked to come from tomorrow on, for the office's two weeks. */
const validity = { from: daySchema.parse('2027-03-02'), until: daySchema.parse('2027-03-15') }
const nowhere = serviceIdSchema.parse('nowhere')
const stateOf = ({ state }: Story, id: number) => ticketOf(state.tickets, ticketId(id))?.state
const sentHome = (...ids: readonly number[]) =>
  ids.map((id) => ({ type: 'TicketReturned', ticket: ticketId(id), ...validity }) as const)

describe('sending home', () => {
  it('B1 everybody who waits or was set aside, in the order of their places, and nobody else', () => {
    const story = given(
      take(cards),
      take(letters),
      take(cards),
      take(cards, 'priority'),
      take(cards),
      take(cards),
      withTicket('HoldTicket', 4),
      callTicket(one, 5),
      atCounter('MarkNoShow', one),
      callTicket(one, 6),
      raise(outage()),
    )
    expect(when(story, sendHome(cards))).toEqual(accepted(...sentHome(1, 3, 4)))
    const after = further(story, sendHome(cards))
    expect([1, 2, 3, 4, 5, 6].map((id) => stateOf(after, id))).toEqual([
      'returned',
      'waiting',
      'returned',
      'returned',
      'no-show',
      'called',
    ])
    expect(after.state.lines).toEqual({ [cards]: [], [letters]: [2] })
    expect(promiseOf(after.state.returns, secret(4))).toEqual({
      token: secret(4),
      number: 'A003',
      given: '2027-03-01',
      service: cards,
      class: 'priority',
      ...validity,
      usedOn: null,
      usedFor: null,
    })
  })

  it('B1 several services at once, each once, in the order of the office', () => {
    const story = given(take(letters), take(cards), take(pickUp))
    expect(when(story, sendHome(letters, cards, letters))).toEqual(accepted(...sentHome(2, 1)))
    expect(reason(story, sendHome(letters, nowhere))).toBe('no-such-service')
    expect(reason(further(story, sendHome(letters)), sendHome(letters))).toBe('nobody-waiting')
    expect(reason(given(), sendHome(cards))).toBe('nobody-waiting')
  })

  it('B1 one by one: who waits, who was set aside, and who stands at the counter of the sender', () => {
    const story = given(take(letters), take(letters), take(letters), withTicket('HoldTicket', 2), callNext(two))
    for (const id of [1, 2, 3]) expect(when(story, sendTicketHome(id))).toEqual(accepted(...sentHome(id)))
    expect(reason(story, by(budi, sendTicketHome(1)))).toBe('ticket-elsewhere')
    const after = further(story, sendTicketHome(1))
    expect([stateOf(after, 1), after.state.counters[two]?.current]).toEqual(['returned', null])
    expect(reason(after, sendTicketHome(1))).toBe('ticket-ended')
    expect(reason(after, sendTicketHome(9))).toBe('no-such-ticket')
    const missed = further(given(take(letters)), callNext(two), atCounter('MarkNoShow', two))
    expect(reason(missed, sendTicketHome(1))).toBe('ticket-ended')
  })

  it('T8 C8 whoever was sent home is not held, transferred, cancelled or called', () => {
    const story = given(take(cards), take(letters), callNext(one), sendHome(letters))
    const steps = [withTicket('HoldTicket', 2), transfer(2, cards), withTicket('CancelTicket', 2), callTicket(two, 2)]
    expect(steps.map((step) => reason(story, step))).toEqual(steps.map(() => 'ticket-ended'))
  })

  it('T9 B1 sent home by mistake they are brought back, one by one into their places, and hold no promise any more', () => {
    const story = given(take(cards), take(cards), take(cards), raise(outage({ waiting: 'hold' })), sendHome(cards))
    expect(when(story, withTicket('ResumeTicket', 2))).toEqual(
      accepted({ type: 'TicketResumed', ticket: ticketId(2), number: 'A002' }),
    )
    const back = further(story, withTicket('ResumeTicket', 3), withTicket('ResumeTicket', 2))
    expect(back.state.lines).toEqual({ [cards]: [2, 3] })
    expect(allPromises(back.state.returns).map(({ number }) => number)).toEqual(['A001'])
    expect(back.state.returns.count).toBe(1)
    const tomorrow = further(back, on(morning + dayMs, resolve(1)))
    expect(reason(tomorrow, scan(secret(1)))).toBe('accepted')
  })
})

describe('taking a return ticket at a kiosk', () => {
  it('B2 uses up a number, stands in no line, and says from when it is good', () => {
    const story = given(take(cards), raise(outage()))
    expect(when(story, by({ kind: 'kiosk', kiosk: hall }, takeReturn(cards)))).toEqual(
      accepted({
        type: 'ReturnTicketTaken',
        ticket: ticketId(2),
        number: 'A002',
        token: secret(3),
        service: cards,
        kiosk: hall,
        ...validity,
        notices: [noticeId(1)],
      }),
    )
    const after = further(story, takeReturn(cards))
    expect(after.state.lines).toEqual({ [cards]: [1] })
    expect(ticketOf(after.state.tickets, ticketId(2))).toMatchObject({
      number: 'A002',
      state: 'returned',
      class: 'regular',
      kiosk: mainKiosk,
      ahead: 0,
      wait: null,
      paper: { state: 'wanted', attempt: 1, copy: 0 },
    })
    expect(promiseOf(after.state.returns, secret(3))).toMatchObject({ number: 'A002', service: cards, ...validity })
    expect(when(after, takeReturn(cards))).toMatchObject({ events: [{ ticket: 3, number: 'A003' }] })
  })

  it('B2 is only for what a notice stops, and not for a usual closing', () => {
    expect(reason(given(), takeReturn(cards))).toBe('service-not-stopped')
    expect(reason(given(), takeReturn(nowhere))).toBe('no-such-service')
    const kinds = ['outage', 'degraded', 'pick-up-only', 'maintenance', 'closed', 'information'] as const
    expect(kinds.map((kind) => reason(given(raise(outage({ kind }))), takeReturn(cards)))).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'service-not-stopped',
      'accepted',
    ])
    for (const newTickets of ['warn', 'give'] as const)
      expect(reason(given(raise(outage({ newTickets, waiting: 'hold' }))), takeReturn(cards))).toBe(
        'service-not-stopped',
      )
    expect(reason(given(raise(outage())), takeReturn(letters))).toBe('service-not-stopped')
  })

  it('B2 what is closed and broken as well gives return tickets, whichever was said first', () => {
    const both = [raise(outage({ kind: 'closed' })), raise(outage())]
    expect(reason(given(...both), takeReturn(cards))).toBe('accepted')
    expect(reason(given(...both.toReversed()), takeReturn(cards))).toBe('accepted')
  })

  it('B2 only while numbers are given, and as long as there are any', () => {
    const services = smallDocument.services.map((service) => ({ ...service, lastNumber: 1 }))
    const hours = { monday: [{ from: '08:00', to: '12:00' }] }
    const story = further(untouched, setOffice(officeWith({ services, hours })), raise(outage()))
    expect(when(story, on(morning + 4 * hour, takeReturn(cards)))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: morning + 7 * dayMs },
    })
    const last = further(story, takeReturn(cards))
    expect(reason(last, takeReturn(cards))).toBe('numbers-exhausted')
    const offered = ({ state }: Story, at: number) =>
      kioskView(state, at, mainKiosk, new Set(), '').services.map(({ givesReturns }) => givesReturns)
    expect(offered(story, morning)).toEqual([true, false, false])
    expect([offered(story, morning + 4 * hour), offered(last, morning)]).toEqual([
      [false, false, false],
      [false, false, false],
    ])
  })

  it('B2 takes no place of the quota', () => {
    const services = smallDocument.services.map((service) => ({ ...service, quotaPerDay: 2 }))
    const story = further(
      untouched,
      setOffice(officeWith({ services })),
      take(cards),
      raise(outage()),
      takeReturn(cards),
      takeReturn(cards),
      resolve(1),
    )
    const full = further(story, take(cards))
    expect(full.state.given).toEqual({ [cards]: 4 })
    expect(full.state.givenToReturn).toEqual({ [cards]: 2 })
    expect(reason(full, take(cards))).toBe('quota-reached')
    const stopped = further(full, raise(outage()))
    expect(reason(stopped, takeReturn(cards))).toBe('accepted')
  })
})

describe('coming back on another day', () => {
  const outageDay = given(
    take(cards),
    take(cards, 'priority'),
    take(letters),
    raise(outage()),
    sendHome(cards),
    resolve(1),
  )
  const tomorrow = morning + dayMs

  it('B4 B5 gives a number of its own service near the front, once', () => {
    const story = further(outageDay, on(tomorrow, take(cards)), take(cards))
    expect(when(story, scan(secret(1)))).toEqual(
      accepted(
        {
          type: 'TicketTaken',
          ticket: ticketId(6),
          number: 'A003',
          token: secret(9),
          service: cards,
          class: 'return',
          kiosk: mainKiosk,
          ahead: 0,
          wait: null,
          notices: [],
        },
        { type: 'ReturnUsed', token: secret(1), ticket: ticketId(6) },
      ),
    )
    const back = further(story, scan(secret(1)))
    expect(promiseOf(back.state.returns, secret(1))).toMatchObject({ usedOn: '2027-03-02', usedFor: 6 })
    expect(when(back, by(siti, scan(secret(1))))).toEqual({ ok: false, refusal: { reason: 'return-used' } })
    expect(reason(further(back, on(tomorrow + dayMs, take(cards))), scan(secret(1)))).toBe('return-used')
    expect(reason(back, scan(secret(9)))).toBe('ticket-of-today')
  })

  it('B4 of two kiosks that scan the same paper at the same moment one gives a number', () => {
    const elsewhere = by({ kind: 'kiosk', kiosk: hall }, scan(`http://192.0.2.10:8080/t/${secret(1)}`))
    const first = further(outageDay, on(tomorrow, scan(secret(1))))
    expect(when(first, on(tomorrow, elsewhere))).toEqual({ ok: false, refusal: { reason: 'return-used' } })
  })

  it('B5 a priority ticket comes back as one', () => {
    const story = further(outageDay, on(tomorrow, take(cards)))
    expect(when(story, scan(secret(2)))).toMatchObject({ events: [{ class: 'priority', ahead: 0 }, {}] })
  })

  it('B5 whoever came back and is sent home once more comes back near the front again', () => {
    const again = further(outageDay, on(tomorrow, scan(secret(1))), raise(outage()), sendHome(cards), resolve(2))
    const third = further(again, on(tomorrow + dayMs, take(cards)))
    expect(reason(third, scan(secret(1)))).toBe('return-used')
    const paper = again.ledger.flatMap(({ event }) => (event.type === 'TicketTaken' ? [event.token] : [])).at(-1)
    expect(when(third, scan(paper ?? ''))).toMatchObject({ events: [{ class: 'return' }, {}] })
  })

  it('B5 also beyond quota and closing time', () => {
    const services = smallDocument.services.map((service) => ({ ...service, quotaPerDay: 1 }))
    const tuesday = [{ from: '08:00', to: '08:40' }]
    const hours = { monday: tuesday, tuesday }
    const story = further(
      outageDay,
      on(tomorrow, setOffice(officeWith({ services, hours }))),
      take(cards),
      take(letters),
    )
    expect([cards, letters].map((service) => reason(story, take(service)))).toEqual(['quota-reached', 'quota-reached'])
    const full = further(story, setOffice(officeWith({ hours })))
    expect(reason(full, on(tomorrow + 38 * minute, take(cards)))).toBe('day-full')
    for (const at of [story, full]) expect(reason(at, on(tomorrow + 38 * minute, scan(secret(1))))).toBe('accepted')
  })

  it('B4 is good from its first day to its last, and says which these are', () => {
    const later = outage({ newTickets: 'stop', expectedEnd: morning + 3 * dayMs })
    const story = given(take(cards), raise(later), sendHome(cards), resolve(1))
    const coming = (days: number) => when(story, on(morning + days * dayMs, scan(secret(1))))
    expect(coming(2)).toEqual({ ok: false, refusal: { reason: 'return-too-early', from: '2027-03-04' } })
    expect([3, 10, 16].map((days) => coming(days).ok)).toEqual([true, true, true])
    expect(coming(17)).toEqual({ ok: false, refusal: { reason: 'return-expired', until: '2027-03-17' } })
  })

  it('B4 where numbers are stopped or not given just then, it stays good', () => {
    const closed = further(
      outageDay,
      on(tomorrow, setOffice(officeWith({ hours: { tuesday: [{ from: '08:00', to: '09:00' }] } }))),
    )
    expect(when(closed, on(tomorrow + hour, scan(secret(1))))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: morning + 8 * dayMs },
    })
    const stopped = further(outageDay, on(tomorrow, raise(outage())))
    expect(when(stopped, scan(secret(1)))).toEqual({
      ok: false,
      refusal: { reason: 'service-stopped', notice: 2 },
    })
    expect(reason(further(stopped, resolve(2)), scan(secret(1)))).toBe('accepted')
  })

  it('B4 it stays good while the document has lost its service', () => {
    const without = officeWith({
      systems: [],
      services: smallDocument.services.filter(({ id }) => id !== 'cards'),
      counters: [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }],
    })
    const gone = further(outageDay, on(tomorrow, setOffice(without)))
    expect(reason(gone, scan(secret(1)))).toBe('no-such-service')
    const backAgain = further(gone, on(tomorrow + dayMs, setOffice(officeWith({}))))
    expect(when(backAgain, scan(secret(1)))).toMatchObject({ events: [{ number: 'A001', class: 'return' }, {}] })
  })

  it('B4 T3 a used-up band gives none, and the promise is not lost', () => {
    const services = smallDocument.services.map((service) => ({ ...service, lastNumber: 1 }))
    const story = further(outageDay, on(tomorrow, setOffice(officeWith({ services }))), take(cards))
    expect(reason(story, scan(secret(1)))).toBe('numbers-exhausted')
    expect(promiseOf(story.state.returns, secret(1))?.usedOn).toBeNull()
  })

  it('B5 T1 a letter or a band that the document has changed gives the number of today', () => {
    const services = smallDocument.services.map((service) => ({
      ...service,
      firstNumber: 300,
      letter: service.letter === 'A' ? 'X' : service.letter,
    }))
    const story = further(outageDay, on(tomorrow, setOffice(officeWith({ services }))))
    expect(when(story, scan(`A001 ${shortCode(secret(1))}`))).toMatchObject({ events: [{ number: 'X300' }, {}] })
  })
})
