import { describe, expect, it } from 'vitest'
import { placesLeft } from '../../shared/forecast.ts'
import { mainKiosk } from '../../shared/ids.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { deskView } from '../../shared/views/desk.ts'
import { statusView } from '../../shared/views/status.ts'
import { cards, letters, officeWith, one, smallDocument, two } from '../core/small-office.ts'
import {
  atCounter,
  budi,
  by,
  callNext,
  on,
  outage,
  raise,
  resolve,
  sendHome,
  setOffice,
  take,
  takeReturn,
  turnDay,
  scan,
  withTicket,
  type Step,
} from '../core/steps.ts'
import {
  attempt,
  dayMs,
  further,
  given,
  hour,
  minute,
  morning,
  reason,
  secret,
  untouched,
  type Story,
} from '../core/story.ts'

const many = (count: number, step: Step) => Array.from({ length: count }, () => step)
const monday = (...spans: readonly (readonly [string, string])[]) => ({
  hours: { monday: spans.map(([from, to]) => ({ from, to })) },
})
/** At eight the doors open, four hours before they close; a visit for cards takes ten minutes, for letters five. */
const untilNoon = monday(['08:00', '12:00'])
const at = (hours: number, minutes = 0) => morning + hours * hour + minutes * minute
const office = (change: Parameters<typeof officeWith>[0], ...steps: readonly Step[]) =>
  further(untouched, on(morning, setOffice(officeWith(change))), ...steps)
const quotas = (quotaPerDay: number) => smallDocument.services.map((service) => ({ ...service, quotaPerDay }))

const left = ({ state }: Story, now: number, id = cards) => {
  const service = state.office.services.find((each) => each.id === id)
  return service ? placesLeft(state, service, now) : null
}

describe('the places left', () => {
  it('R11 have no end around the clock and without a quota', () => {
    expect(left(given(take(cards)), morning)).toBeNull()
  })

  it('R11 are what the counters can do until they close, less those who wait', () => {
    const story = office(untilNoon)
    const closing = (count: number) => ({ count, until: 'closing' })
    expect([at(0), at(2), at(3, 50), at(3, 51), at(4), at(5)].map((now) => left(story, now))).toEqual(
      [24, 12, 1, 0, 0, 0].map(closing),
    )
    const waiting = further(story, ...many(5, on(morning, take(cards))))
    expect(left(waiting, at(0))).toEqual(closing(19))
    const served = further(waiting, callNext(one), withTicket('CancelTicket', 2))
    expect(left(served, at(0))).toEqual(closing(21))
    expect(left(further(waiting, sendHome(cards)), at(0))).toEqual(closing(24))
  })

  it('R11 are what the quota leaves where that is less, and what both leave is the quota', () => {
    const story = office({ ...untilNoon, services: quotas(3) }, on(morning, take(cards)))
    expect(left(story, at(0))).toEqual({ count: 2, until: 'quota' })
    expect(left(story, at(3, 45))).toEqual({ count: 0, until: 'closing' })
    expect(left(further(story, callNext(one)), at(3, 40))).toEqual({ count: 2, until: 'quota' })
    expect(left(further(story, setOffice(officeWith({ ...untilNoon, services: quotas(1) }))), at(4))).toEqual({
      count: 0,
      until: 'quota',
    })
  })

  it('R11 B2 a return ticket takes no place of the quota, and its holder takes one on the day they come', () => {
    const story = given(setOffice(officeWith({ services: quotas(3) })), raise(outage()), takeReturn(cards), resolve(1))
    expect(left(story, at(0))).toEqual({ count: 3, until: 'quota' })
    const next = further(story, on(morning + dayMs, scan(secret(3))))
    expect(left(next, at(24))).toEqual({ count: 2, until: 'quota' })
  })

  it('R11 count breaks out, and hours that overlap once', () => {
    const closing = (count: number) => ({ count, until: 'closing' })
    expect(left(office(monday(['08:00', '10:00'], ['11:00', '12:00'])), at(0))).toEqual(closing(18))
    expect(left(office(monday(['08:00', '10:00'], ['11:00', '12:00'])), at(2, 30))).toEqual(closing(6))
    expect(left(office(monday(['08:00', '11:00'], ['09:00', '12:00'])), at(0))).toEqual(closing(24))
    expect(left(office(monday(['08:00', '12:00'], ['09:00', '10:00'])), at(0))).toEqual(closing(24))
  })

  it('R11 before the doors open and in the first half hour all counters count, then those that are open', () => {
    const story = office(untilNoon, atCounter('OpenCounter', two))
    const counts = (now: number) => left(story, now, letters)?.count
    // Two counters, of five minutes a visit each, until only the one that is open counts.
    expect([at(-2), at(0), at(0, 29), at(0, 30), at(2)].map(counts)).toEqual([96, 96, 84, 42, 24])
    const closed = further(story, atCounter('CloseCounter', two))
    expect(left(closed, at(2), letters)?.count).toBe(48)
    // A colleague who did not sign out a week ago says nothing about today.
    const forgotten = further(story, on(at(7 * 24 - 4), turnDay))
    expect(forgotten.state.counters[two]?.staff).toBe('Siti')
    expect(left(forgotten, at(7 * 24 - 4), letters)?.count).toBe(96)
  })

  it('R11 after a break they open one after another again', () => {
    const story = office(monday(['08:00', '10:00'], ['11:00', '12:00']), atCounter('OpenCounter', two))
    expect([at(1, 50), at(3), at(3, 29), at(3, 30)].map((now) => left(story, now, letters)?.count)).toEqual([
      14, 24, 12, 6,
    ])
    const touching = office(monday(['08:00', '10:00'], ['10:00', '12:00']), atCounter('OpenCounter', two))
    expect(left(touching, at(2), letters)?.count).toBe(24)
  })

  it('R8 R11 a counter shares its time among the services that have people', () => {
    const story = office(untilNoon, ...many(4, on(morning, take(letters))))
    expect(left(story, at(0))).toEqual({ count: 12, until: 'closing' })
  })

  it('R9 R11 go by how long visits take', () => {
    const visits = [1, 2, 3].flatMap((n) => [
      on(at(0, n * 5 - 5), take(cards)),
      on(at(0, n * 5 - 5), callNext(one)),
      on(at(0, n * 5), atCounter('Finish', one)),
    ])
    expect(left(office(untilNoon, ...visits), at(1))).toEqual({ count: 36, until: 'closing' })
  })
})

describe('the last places', () => {
  it('T4 V3 when the counters have no time left the day is full, and every screen says so', () => {
    const story = office(untilNoon)
    const full = further(story, on(at(3, 45), take(cards)))
    expect(reason(full, on(at(3, 46), take(cards)))).toBe('day-full')
    expect(reason(full, on(at(3, 46), take(letters)))).toBe('accepted')
    const none = { count: 0, until: 'closing' }
    const screens = [
      kioskView(full.state, at(3, 46), mainKiosk, new Set(), '').services[0],
      statusView(full.state, at(3, 46)).services[0],
      deskView(full.state, at(3, 46), new Set(), []).services[0],
    ]
    for (const service of screens) expect(service).toMatchObject({ availability: 'full', placesLeft: none })
  })

  it('T4 the first reason counts: stopped, closed, the quota, the time, the band', () => {
    const services = quotas(1).map((service) => ({ ...service, lastNumber: 1 }))
    const story = office({ ...untilNoon, services }, on(morning, take(cards)), on(morning, callNext(one)))
    expect(reason(story, on(at(1), take(cards)))).toBe('quota-reached')
    expect(reason(story, on(at(3, 55), take(cards)))).toBe('quota-reached')
    expect(reason(story, on(at(4), take(cards)))).toBe('outside-hours')
    expect(reason(further(story, raise(outage())), on(at(4), take(cards)))).toBe('service-stopped')
    const more = further(
      story,
      setOffice(officeWith({ ...untilNoon, services: quotas(2).map((service) => ({ ...service, lastNumber: 1 })) })),
    )
    expect(reason(more, on(at(3, 55), take(cards)))).toBe('day-full')
    expect(reason(more, on(at(1), take(cards)))).toBe('numbers-exhausted')
  })

  /**
   * Karangasem, 22 June 2018: the counter closed at A154 while people held numbers up to A178. Here somebody presses
   * every minute of the day, from two hours before the doors open, and every visit takes what it usually takes.
   */
  it('T4 R11 nobody holds a number that is not called before the counter closes', () => {
    const document = { ...monday(['08:00', '15:00']), numbersFrom: '06:00' }
    let story = office(document)
    let refused = 0
    for (let now = at(-2); now < at(7); now += minute) {
      const { story: after, decision } = attempt(story, on(now, take(cards)))
      story = after
      if (!decision.ok) refused++
      if (now >= at(0) && (now - at(0)) % (10 * minute) === 0) story = further(story, on(now, callNext(one)))
    }
    story = further(story, on(at(7), atCounter('Finish', one)))
    const done = allTickets(story.state.tickets).filter(({ state }) => state === 'done').length
    expect({ given: story.state.tickets.count, done, waiting: story.state.lines[cards] }).toEqual({
      given: 42,
      done: 42,
      waiting: [],
    })
    expect(refused).toBeGreaterThan(400)
  })

  it('R11 T4 nobody is sent away at eight because the second counter opens at ten past', () => {
    const document = { ...untilNoon, numbersFrom: '04:00' }
    const early = office(document, ...Array.from({ length: 60 }, (_, i) => on(at(-3, i), take(letters))))
    const first = further(early, on(at(0), by(budi, atCounter('OpenCounter', two))))
    expect(reason(first, on(at(0, 5), take(letters)))).toBe('accepted')
    const both = further(first, on(at(0, 10), atCounter('OpenCounter', one)))
    expect(reason(both, on(at(0, 40), take(letters)))).toBe('accepted')
  })
})
