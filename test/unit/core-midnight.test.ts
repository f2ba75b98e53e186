import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/day.ts'
import type { ServiceId } from '../../shared/ids.ts'
import { allPromises } from '../../shared/return-book.ts'
import { returnLimits } from '../../shared/returns.ts'
import { cards, letters, officeWith, one, server, smallDocument } from '../core/small-office.ts'
import {
  atCounter,
  callNext,
  callTicket,
  confirmDate,
  on,
  outage,
  raise,
  resolve,
  sendHome,
  setOffice,
  take,
  turnDay,
  transfer,
  update,
  scan,
  withdraw,
  withTicket,
} from '../core/steps.ts'
import { dayMs, further, given, morning, reason, secret, untouched, when, type Story } from '../core/story.ts'

const hold = outage({ waiting: 'hold' })
const tomorrow = morning + dayMs

/** The papers that are return tickets, by their numbers, with the day each begins. */
const papers = ({ state }: Story) =>
  Object.fromEntries(
    allPromises(state.returns)
      .map(({ number, from }) => [number, from] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
const overnight = (story: Story, days = 1) => papers(further(story, on(morning + days * dayMs, turnDay)))
const from = (day: string, ...numbers: readonly string[]) => Object.fromEntries(numbers.map((number) => [number, day]))

describe('what is a return ticket the next morning', () => {
  /** A1 is served, A2 at the counter, A3 waits, A4 was set aside, A5 given up, A6 waits with priority, A7 was missed. */
  const before = given(
    ...[1, 2, 3, 4, 5].map(() => take(cards)),
    take(cards, 'priority'),
    take(cards),
    take(letters),
    callTicket(one, 1),
    atCounter('Finish', one),
    callTicket(one, 7),
    atCounter('MarkNoShow', one),
    callTicket(one, 2),
    withTicket('HoldTicket', 4),
    withTicket('CancelTicket', 5),
  )

  it('B8 the papers of all whose place a notice keeps and who were not served', () => {
    expect(overnight(further(before, raise(hold)))).toEqual(from('2027-03-02', 'A003', 'A004', 'A006', 'A007'))
    expect(overnight(further(before, raise(outage())))).toEqual({})
    expect(overnight(before)).toEqual({})
  })

  it('B8 and of those whose place was kept, also when they had gone home before they were called', () => {
    const released = further(before, raise(hold), resolve(1), take(cards))
    expect(overnight(released)).toEqual(from('2027-03-02', 'A003', 'A004', 'A006', 'A007'))
    const called = further(
      released,
      callNext(one),
      atCounter('MarkNoShow', one),
      callNext(one),
      atCounter('Finish', one),
    )
    expect(overnight(called)).toEqual(from('2027-03-02', 'A004', 'A006', 'A007'))
  })

  it('B8 however it came about that the place is not kept any more', () => {
    const ends = [resolve(1), withdraw(1), update(1, outage()), update(1, { ...hold, scope: only(letters) })]
    for (const end of ends)
      expect(Object.keys(overnight(further(before, raise(hold), end)))).toEqual(
        expect.arrayContaining(['A003', 'A004', 'A006', 'A007']),
      )
    expect(overnight(further(before, raise(hold), withdraw(1), take(cards)))).not.toHaveProperty('A008')
  })

  it('B8 also when the document says that the service needs the broken system no longer', () => {
    const system = { ...hold, scope: { office: false, services: [], systems: [server] } }
    const needless = smallDocument.services.map((service) => ({
      ...service,
      needs: service.id === 'letters' ? ['server'] : [],
    }))
    const story = further(before, raise(system), setOffice(officeWith({ services: needless })))
    expect(overnight(story)).toEqual(from('2027-03-02', 'A003', 'A004', 'A006', 'A007', 'B001'))
  })

  it('B8 of two notices that keep the same places the last one gives them free', () => {
    const both = further(before, raise(hold), raise({ ...hold, kind: 'degraded' }), take(letters))
    expect(both.state.cameBack).toEqual({})
    expect(further(both, resolve(1)).state.cameBack).toEqual({})
    expect(further(both, resolve(1), resolve(2)).state.cameBack).toEqual({ [cards]: 9 })
  })

  it('B8 a second time that ends with fewer in the line takes nobody out', () => {
    const again = given(
      ...[1, 2, 3].map(() => take(cards)),
      raise(hold),
      resolve(1),
      withTicket('HoldTicket', 3),
      raise(hold),
      resolve(2),
    )
    expect(again.state.cameBack).toEqual({ [cards]: 3 })
    expect(overnight(again)).toEqual(from('2027-03-02', 'A001', 'A002', 'A003'))
  })

  it('B8 those who came back and were not called, with priority too, but not who came late to the call', () => {
    const sent = given(take(cards), take(cards, 'priority'), take(cards), sendHome(cards))
    const back = further(
      sent,
      on(tomorrow, scan(secret(1))),
      scan(secret(2)),
      scan(secret(3)),
      take(cards),
      callTicket(one, 4),
      atCounter('MarkNoShow', one),
      withTicket('HoldTicket', 6),
    )
    const promises = further(back, on(tomorrow + dayMs, turnDay)).state.returns
    expect(
      allPromises(promises).flatMap(({ number, class: ticketClass, given, usedOn }) =>
        usedOn === null ? [[number, ticketClass, given]] : [],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['A002', 'priority', '2027-03-02'],
        ['A003', 'return', '2027-03-02'],
      ]),
    )
    expect(allPromises(promises)).toHaveLength(5)
  })

  it('B8 for the service that they were waiting for at last', () => {
    const moved = given(take(letters), take(cards), transfer(1, cards), transfer(2, letters), raise(hold))
    const night = further(moved, on(tomorrow, turnDay))
    expect(allPromises(night.state.returns).map(({ number, service }) => [number, service])).toEqual([['B001', cards]])
  })

  it('B3 B8 spread over the days like all others, from the first day that there is', () => {
    const returns = { validDays: 7, perDay: 2, inARowMax: 2 }
    const story = further(
      untouched,
      setOffice(officeWith({ returns })),
      ...[1, 2, 3, 4, 5].map(() => take(cards)),
      raise(hold),
    )
    expect(overnight(story)).toEqual({
      ...from('2027-03-02', 'A001', 'A002'),
      ...from('2027-03-03', 'A003', 'A004'),
      A005: '2027-03-04',
    })
    // The machine was off over four days: nobody was asked to come on these.
    expect(overnight(story, 5)).toEqual({
      ...from('2027-03-06', 'A001', 'A002'),
      ...from('2027-03-07', 'A003', 'A004'),
      A005: '2027-03-08',
    })
    const planned = further(story, update(1, { ...hold, expectedEnd: morning + 3 * dayMs }))
    expect(overnight(planned)).toMatchObject({ A001: '2027-03-04', A005: '2027-03-06' })
  })

  it('B8 D4 also when the day begins far ahead and is confirmed', () => {
    const story = given(take(cards), raise(hold))
    const far = further(story, on(morning + 60 * dayMs, confirmDate('2027-04-30')))
    expect(papers(far)).toEqual({ A001: '2027-04-30' })
    expect(reason(further(far, resolve(1)), scan(secret(1)))).toBe('accepted')
  })
})

describe('what is still known of a return ticket', () => {
  const sent = given(take(cards), take(cards), sendHome(cards))
  const onDay = (days: number, code = secret(1)) => when(sent, on(morning + days * dayMs, scan(code)))

  it('B9 fourteen days after its last one it is forgotten', () => {
    const used = further(sent, on(tomorrow, scan(secret(2))))
    const last = 14
    expect(allPromises(sent.state.returns)[0]?.until).toBe(addDays(sent.state.day, last))
    expect(onDay(last)).toMatchObject({ ok: true })
    expect(onDay(last + returnLimits.daysKnown)).toMatchObject({ refusal: { reason: 'return-expired' } })
    expect(onDay(last + returnLimits.daysKnown + 1)).toEqual({ ok: false, refusal: { reason: 'no-such-return' } })
    const end = morning + (last + returnLimits.daysKnown) * dayMs
    expect(reason(used, on(end, scan(secret(2))))).toBe('return-used')
    expect(reason(used, on(end + dayMs, scan(secret(2))))).toBe('no-such-return')
    expect(further(sent, on(end + dayMs, turnDay)).state.returns.count).toBe(0)
  })

  it('D2 B4 a clock that is set back does not make a used one good again, nor a good one early', () => {
    const used = further(sent, on(tomorrow, scan(secret(1))))
    expect(reason(used, on(morning, scan(secret(1))))).toBe('return-used')
    expect(reason(used, on(morning - 30 * dayMs, scan(secret(2))))).toBe('accepted')
  })

  it('D4 B4 a clock a year ahead makes no promise expire', () => {
    const jumped = further(sent, on(morning + 365 * dayMs, take(letters)))
    expect(when(jumped, on(morning + 365 * dayMs, scan(secret(1))))).toMatchObject({
      events: [{ type: 'TicketResumed' }],
    })
  })

  it('O3 B8 midnight finds promises of services that are gone, and keeps them', () => {
    const services = smallDocument.services.filter(({ id }) => id !== 'cards')
    const counters = [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }]
    const gone = further(sent, on(tomorrow, setOffice(officeWith({ systems: [], services, counters }))))
    const night = further(gone, on(tomorrow + dayMs, turnDay))
    expect(night.state.returns).toEqual(gone.state.returns)
  })
})

function only(service: ServiceId) {
  return { office: false, services: [service], systems: [] }
}
