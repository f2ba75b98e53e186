import { describe, expect, it } from 'vitest'
import { daysClosedMax, doubtedDate } from '../../shared/decide/day.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema } from '../../shared/ids.ts'
import { initialState } from '../../shared/state.ts'
import { emptyBook } from '../../shared/ticket-book.ts'
import { cards, letters, officeWith, one, pickUp, smallDocument, smallOffice, two } from '../core/small-office.ts'
import {
  atCounter,
  callNext,
  confirmDate,
  on,
  outage,
  raise,
  resolve,
  setOffice,
  startPrinting,
  take,
  transfer,
  turnDay,
  withTicket,
  type Step,
} from '../core/steps.ts'
import {
  accepted,
  attempt,
  dayMs,
  fold,
  further,
  given,
  hour,
  minute,
  morning,
  untouched,
  when,
  type Story,
} from '../core/story.ts'

describe('the turn of the day', () => {
  it('D1 the first command of a later date begins the day, and is decided on it', () => {
    const carried = {
      office: exampleOffice,
      ticketsGiven: 0,
      callsMade: 0,
      noticesRaised: 0,
      notices: [],
      scheduled: [],
      ended: [],
      returns: [],
      preparedTexts: [],
      screens: [],
      counters: {},
      printers: {},
    }
    expect(when(untouched, setOffice(smallOffice))).toEqual(
      accepted(
        { type: 'DayBegan', day: daySchema.parse('2027-03-01'), carried },
        { type: 'OfficeSet', office: smallOffice },
      ),
    )
    const story = given(take(cards), take(cards))
    const next = attempt(story, on(morning + dayMs, take(cards)))
    expect(next.decision).toMatchObject({
      ok: true,
      events: [
        { type: 'DayBegan', day: '2027-03-02' },
        { type: 'TicketTaken', ticket: 3, number: 'A001', ahead: 0 },
      ],
    })
    expect(when(next.story, turnDay)).toEqual(accepted())
  })

  it('D1 the date is that of the office, not of UTC', () => {
    const midnight = Date.parse('2027-03-02T00:00:00+07:00')
    const story = given()
    expect(when(story, on(midnight - 1, turnDay))).toEqual(accepted())
    expect(when(story, on(midnight, turnDay))).toMatchObject({ ok: true, events: [{ day: '2027-03-02' }] })
  })

  it('D7 with people at counters, in lines and on hold: they are gone, the staff and the notices stay', () => {
    const story = given(
      take(cards),
      take(cards),
      take(letters),
      take(letters),
      callNext(one),
      callNext(two),
      atCounter('StartServing', two),
      withTicket('HoldTicket', 2),
      raise(outage()),
    )
    const next = further(story, on(morning + dayMs, turnDay))
    expect(next.state).toEqual({
      ...initialState,
      office: smallOffice,
      day: daySchema.parse('2027-03-02'),
      lastAt: morning + dayMs,
      ticketsGiven: 4,
      tickets: emptyBook(5),
      callsMade: 2,
      noticesRaised: 1,
      notices: story.state.notices,
      counters: {
        [one]: { id: one, staff: 'Siti', current: null, priorityInARow: 0, returnInARow: 0, lastVisit: null },
        [two]: { id: two, staff: 'Siti', current: null, priorityInARow: 0, returnInARow: 0, lastVisit: null },
      },
    })
    expect(reason(next, atCounter('Finish', one))).toBe('nobody-at-counter')
    expect(when(further(next, take(letters)), callNext(two))).toMatchObject({
      ok: true,
      events: [{ ticket: 5, call: 3 }],
    })
  })

  it('D8 a refused command does not turn the day', () => {
    const story = given(take(cards))
    const { story: after, decision } = attempt(story, on(morning + dayMs, callNext(one)))
    expect(decision).toEqual({ ok: false, refusal: { reason: 'nobody-waiting' } })
    expect(after.state).toBe(story.state)
  })

  it('D2 D3 a clock that goes back neither turns the day nor restarts the numbers', () => {
    const story = given(take(cards), on(morning + dayMs, take(cards)))
    for (const back of [1000, hour, dayMs, 40 * dayMs, morning]) {
      expect(when(story, on(Math.max(0, morning + dayMs - back), take(cards)))).toMatchObject({
        ok: true,
        events: [{ type: 'TicketTaken', number: 'A002', ticket: 3 }],
      })
    }
    const later = further(story, on(morning - dayMs, take(cards)))
    expect(later.state.day).toBe('2027-03-02')
    expect(when(later, on(morning + 2 * dayMs, take(cards)))).toMatchObject({
      ok: true,
      events: [{ day: '2027-03-03' }, { number: 'A001' }],
    })
  })
})

describe('a date that is doubted', () => {
  it('D4 up to a month ahead is believed, beyond it is not', () => {
    const story = given(take(cards))
    const month = morning + daysClosedMax * dayMs
    expect(when(story, on(month, turnDay))).toMatchObject({ ok: true, events: [{ day: '2027-04-01' }] })
    expect(when(story, on(month + dayMs, turnDay))).toEqual(accepted())
    expect(doubtedDate(story.state, month)).toBeNull()
    expect(doubtedDate(story.state, month + dayMs)).toBe('2027-04-02')
  })

  it('D3 D4 a clock a year ahead changes nothing: the numbers go on, also when it is set right', () => {
    const ahead = given(take(cards), on(morning + 365 * dayMs, take(cards)))
    expect(ahead.state.day).toBe('2027-03-01')
    const right = further(ahead, on(morning + hour, take(cards)))
    expect(right.state.given).toEqual({ [cards]: 3 })
    expect(when(right, on(morning + dayMs, take(cards)))).toMatchObject({
      ok: true,
      events: [{ day: '2027-03-02' }, { number: 'A001' }],
    })
  })

  it('D4 a supervisor confirms the very date that is doubted', () => {
    const story = given(take(cards))
    const far = morning + 60 * dayMs
    expect(when(story, on(far, confirmDate('2027-04-30')))).toMatchObject({
      ok: true,
      events: [{ type: 'DayBegan', day: '2027-04-30' }],
    })
    expect(reason(story, on(far, confirmDate('2027-05-01')))).toBe('date-not-doubted')
    expect(reason(story, on(morning + dayMs, confirmDate('2027-03-02')))).toBe('date-not-doubted')
    expect(reason(story, confirmDate('2027-03-01'))).toBe('date-not-doubted')
    const confirmed = further(story, on(far, confirmDate('2027-04-30')))
    expect(when(confirmed, take(cards))).toMatchObject({ ok: true, events: [{ number: 'A001', ticket: 2 }] })
    expect(reason(confirmed, on(far, confirmDate('2027-04-30')))).toBe('date-not-doubted')
  })

  it('D5 numbers given in 1970 are not given again when the clock is set', () => {
    const born = further(untouched, on(minute, setOffice(smallOffice)), take(cards), take(letters))
    expect(born.state.day).toBe('1970-01-01')
    const set = attempt(born, on(morning, take(cards)))
    expect(set.decision).toMatchObject({ ok: true, events: [{ type: 'TicketTaken', number: 'A002' }] })
    expect(doubtedDate(born.state, morning)).toBe('2027-03-01')
    expect(when(set.story, on(morning + minute, confirmDate('2027-03-01')))).toMatchObject({ ok: true })
  })

  it('D5 where no number was given in 1970, the date is simply taken', () => {
    const born = further(untouched, on(minute, setOffice(smallOffice)))
    expect(when(born, on(morning, take(cards)))).toMatchObject({ ok: true, events: [{ day: '2027-03-01' }, {}] })
  })

  it('D4 a year with more than four digits is no date and is never begun', () => {
    const beyond = ['+010000', '+030000', '+200000'].map((year) => Date.parse(`${year}-06-01T00:00:00Z`))
    for (const story of [untouched, given(take(cards))])
      for (const at of beyond) expect(when(story, on(at, turnDay))).toEqual(accepted())
  })
})

describe('reading the ledger', () => {
  it('D6 from the last DayBegan on gives the same as from the beginning, after every event', () => {
    const story = given(
      on(morning, take(cards)),
      take(letters, 'priority'),
      startPrinting(1),
      callNext(one),
      callNext(one),
      raise(outage({ waiting: 'hold' })),
      on(morning + dayMs, take(letters)),
      take(pickUp),
      callNext(two),
      on(morning + 365 * dayMs, take(pickUp)),
      on(morning + dayMs + hour, callNext(one)),
      on(morning + 2 * dayMs, turnDay),
      take(letters),
      resolve(1),
    )
    for (let length = 1; length <= story.ledger.length; length++) {
      const prefix = story.ledger.slice(0, length)
      const began = prefix.findLastIndex(({ event }) => event.type === 'DayBegan')
      expect({ length, ...fold(prefix.slice(began)) }).toEqual({ length, ...fold(prefix) })
    }
  })
})

describe('a new office document', () => {
  it('O3 a service stays while tickets of today are for it, whatever became of them', () => {
    const without = officeWith({
      services: smallDocument.services.filter(({ id }) => id !== 'letters'),
      counters: [
        { id: '1', name: 'Loket 1', services: ['cards', 'pick-up'] },
        { id: '2', name: 'Loket 2', services: ['pick-up'] },
      ],
    })
    const step = setOffice(without)
    const waiting = given(take(letters))
    const called = further(waiting, callNext(one))
    const states = [
      waiting,
      called,
      further(called, atCounter('StartServing', one)),
      further(called, atCounter('Finish', one)),
      further(called, atCounter('MarkNoShow', one)),
      further(waiting, withTicket('HoldTicket', 1)),
      further(waiting, withTicket('CancelTicket', 1)),
      given(take(cards), transfer(1, letters)),
    ]
    expect(states.map((story) => reason(story, step))).toEqual(states.map(() => 'service-in-use'))
    expect(when(given(take(cards)), step)).toEqual(accepted({ type: 'OfficeSet', office: without }))
    expect(reason(waiting, on(morning + dayMs, step))).toBe('accepted')
  })

  it('O3 a service stays while a notice touches it and nothing else', () => {
    const without = officeWith({
      systems: [],
      services: smallDocument.services.filter(({ id }) => id !== 'cards'),
      counters: [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }],
    })
    expect(reason(given(raise(outage())), setOffice(without))).toBe('service-in-use')
    expect(reason(given(raise(outage()), resolve(1)), setOffice(without))).toBe('accepted')
    const both = outage({ scope: { office: false, services: [cards, letters], systems: [] } })
    expect(reason(given(raise(both)), setOffice(without))).toBe('accepted')
    const all = outage({ scope: { office: true, services: [], systems: [] } })
    expect(reason(given(raise(all)), setOffice(without))).toBe('accepted')
  })

  it('O4 a counter stays while somebody sits there', () => {
    const without = officeWith({ counters: [{ id: '1', name: 'Loket 1', services: ['cards', 'letters', 'pick-up'] }] })
    const open = given(atCounter('OpenCounter', two))
    expect(reason(open, setOffice(without))).toBe('counter-in-use')
    expect(reason(further(open, atCounter('CloseCounter', two)), setOffice(without))).toBe('accepted')
  })

  it('T1 O5 letters and bands that would give a number of today again wait for the next day', () => {
    const story = given(take(cards), take(cards), take(cards), take(letters))
    const exchanged = withServices({ cards: { letter: 'B' }, letters: { letter: 'A' } })
    expect(reason(story, exchanged)).toBe('service-in-use')
    expect(reason(story, on(morning + dayMs, exchanged))).toBe('accepted')

    const taken = withServices({ 'pick-up': { letter: 'A' }, cards: { letter: 'X' } })
    expect(reason(story, taken)).toBe('service-in-use')

    const band = further(story, withServices({ cards: { firstNumber: 500 } }), take(cards))
    expect(band.state.given[cards]).toBe(4)
    expect(reason(band, withServices({}))).toBe('service-in-use')
    expect(reason(band, withServices({ cards: { firstNumber: 600 } }))).toBe('accepted')
    expect(reason(story, withServices({ cards: { letter: 'X' } }))).toBe('accepted')
    expect(reason(story, setOffice(smallOffice))).toBe('accepted')
  })
})

function reason(story: Story, step: Step): string {
  const { decision } = attempt(story, step)
  return decision.ok ? 'accepted' : decision.refusal.reason
}

function withServices(change: Readonly<Record<string, object>>): Step {
  return setOffice(
    officeWith({ services: smallDocument.services.map((service) => ({ ...service, ...change[service.id] })) }),
  )
}
