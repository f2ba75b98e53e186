import { describe, expect, it } from 'vitest'
import { daysBetween } from '../../shared/day.ts'
import type { Day } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { cards, letters, officeWith, smallDocument } from '../core/small-office.ts'
import {
  outage,
  raise,
  resolve,
  schedule,
  sendHome,
  sendTicketHome,
  setOffice,
  take,
  takeReturn,
  scan,
  withdraw,
  on,
  type Step,
} from '../core/steps.ts'
import { dayMs, further, given, hour, morning, secret, untouched, when, type Story } from '../core/story.ts'

/** The day on which a story begins, a Monday. */
const monday = given().state.day
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const week = (from: string, to: string) => Object.fromEntries(weekdays.map((day) => [day, [{ from, to }]]))
const returns = { validDays: 7, perDay: 2, inARowMax: 2 }
const at = (days: number, hours = 0) => morning + days * dayMs + hours * hour
const everything = { office: true, services: [], systems: [] }

describe('the days on which people come back', () => {
  it('B3 are from tomorrow on, for as many days as the office says', () => {
    const story = office({ returns: { validDays: 1 } }, take(cards))
    expect(validity(story, sendTicketHome(1))).toEqual([['2027-03-02', '2027-03-02']])
    expect(validity(office({ returns: { validDays: 60 } }, take(cards)), sendTicketHome(1))).toEqual([
      ['2027-03-02', '2027-04-30'],
    ])
  })

  it('B3 so many a day for one service and no more, each service for itself, in the order of the places', () => {
    const five = [1, 2, 3, 4, 5].map(() => take(cards))
    const story = office({ returns }, ...five, take(letters))
    expect(firstDays(story, sendHome(cards, letters))).toEqual([1, 1, 2, 2, 3, 1])
    const sent = further(story, sendHome(cards, letters), take(letters), take(letters))
    expect(firstDays(sent, sendHome(letters))).toEqual([1, 2])
  })

  it('B3 a place that was given back is given again', () => {
    const story = office({ returns }, take(cards), take(cards), take(cards), sendHome(cards), raise(outage()))
    expect(firstDays(story, takeReturn(cards))).toEqual([2])
    const undone = further(story, resolve(1), scan(secret(1)), raise(outage()))
    expect(firstDays(undone, takeReturn(cards))).toEqual([1])
  })

  it('B3 only dates on which the service is given, whatever the hours of the office', () => {
    const services = smallDocument.services.map((service) =>
      service.id === 'cards' ? { ...service, hours: { wednesday: [{ from: '08:00', to: '12:00' }] } } : service,
    )
    const exceptions = [{ date: '2027-03-10', name: 'Libur' }]
    const five = [1, 2, 3, 4, 5].map(() => take(cards))
    const document = { returns, hours: week('08:00', '15:00'), services, exceptions }
    const wednesday = office(document, ...five.map((step) => on(at(2), step)), take(letters))
    expect(firstDays(wednesday, sendHome(cards, letters))).toEqual([16, 16, 23, 23, 30, 3])
  })

  it('B3 no date on which a notice that stops it is expected to stand', () => {
    const days = (change: Partial<NoticeContent>) =>
      firstDays(office({ hours: week('08:00', '15:00') }, take(cards), raise(outage(change))), sendHome(cards))
    expect(days({ expectedEnd: null })).toEqual([1])
    expect(days({ expectedEnd: at(0, 2) })).toEqual([1])
    expect(days({ expectedEnd: at(2, 1) })).toEqual([2])
    // At three in the afternoon the counters have closed: it is over for the next day, which may be after a weekend.
    expect(days({ expectedEnd: at(2, 7) })).toEqual([3])
    expect(days({ expectedEnd: at(4, 7) })).toEqual([7])
    expect(days({ expectedEnd: at(90) })).toEqual([90])
    expect(days({ expectedEnd: at(4), scope: everything })).toEqual([4])
    expect(days({ expectedEnd: at(4), newTickets: 'give', waiting: 'hold' })).toEqual([4])
  })

  it('B3 a notice that stops nothing, touches another service or is long overdue does not move them', () => {
    const days = (change: Partial<NoticeContent>) =>
      firstDays(office({}, take(cards), raise(outage({ expectedEnd: at(4), ...change }))), sendHome(cards))
    expect(days({ kind: 'information', newTickets: 'give' })).toEqual([1])
    expect(days({ kind: 'degraded', newTickets: 'warn' })).toEqual([1])
    expect(days({ scope: { office: false, services: [letters], systems: [] } })).toEqual([1])
    const overdue = office({}, take(cards), raise(outage({ expectedEnd: at(0, 1) })))
    expect(firstDays(overdue, on(at(0, 2), sendHome(cards)))).toEqual([1])
  })

  it('B3 nor the days of a planned stop, and those before it are not lost', () => {
    const story = office({ returns, hours: week('08:00', '15:00') }, ...[1, 2, 3, 4, 5].map(() => take(cards)))
    const planned = outage({ kind: 'maintenance', expectedEnd: at(7, 2) })
    const migration = further(story, schedule(planned, at(2, -5)))
    expect(firstDays(migration, sendHome(cards))).toEqual([1, 1, 7, 7, 8])
    expect(firstDays(further(migration, withdraw(1)), sendHome(cards))).toEqual([1, 1, 2, 2, 3])
    const evening = further(story, schedule(planned, at(2, 8)))
    expect(firstDays(evening, sendHome(cards))).toEqual([1, 1, 2, 2, 7])
    const unknownEnd = further(story, schedule(outage(), at(1, -5)))
    expect(firstDays(unknownEnd, sendHome(cards))).toEqual([2, 2, 3, 3, 4])
    const telling = further(story, schedule({ ...planned, newTickets: 'give' }, at(1, -5)))
    expect(firstDays(telling, sendHome(cards))).toEqual([1, 1, 2, 2, 3])
  })

  it('B3 where every day is full, the emptiest', () => {
    const full = { returns: { ...returns, perDay: 1 } }
    const sixty = office(full, raise(outage()), ...Array.from({ length: 60 }, () => takeReturn(cards)))
    expect(firstDays(sixty, takeReturn(cards))).toEqual([1])
    const next = further(sixty, takeReturn(cards))
    expect(firstDays(next, takeReturn(cards))).toEqual([2])
    const tuesday = further(next, on(at(1), raise(outage({ kind: 'degraded' }))))
    expect(firstDays(tuesday, takeReturn(cards))).toEqual([61])
  })

  it('B3 an office that does not open at all says tomorrow', () => {
    const story = office({}, take(cards), setOffice(officeWith({ hours: {} })))
    expect(firstDays(story, sendHome(cards))).toEqual([1])
  })
})

function office(change: Parameters<typeof officeWith>[0], ...steps: readonly Step[]): Story {
  return further(untouched, setOffice(officeWith(change)), ...steps)
}

function validity(story: Story, step: Step): readonly (readonly [Day, Day])[] {
  const decision = when(story, step)
  if (!decision.ok) throw new Error(decision.refusal.reason)
  return decision.events.flatMap((event) =>
    event.type === 'TicketReturned' || event.type === 'ReturnTicketTaken' ? [[event.from, event.until] as const] : [],
  )
}

/** The first day of each return ticket that a step gives, counted from the Monday on which the story began. */
function firstDays(story: Story, step: Step): readonly number[] {
  return validity(story, step).map(([from]) => daysBetween(monday, from))
}
