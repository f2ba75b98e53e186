import { describe, expect, it } from 'vitest'
import { eventSchema } from '../../shared/events.ts'
import { daySchema } from '../../shared/ids.ts'
import { outcomeOf } from '../../shared/outcome.ts'
import { allPromises, noReturns, withPromise, type ReturnPromise } from '../../shared/return-book.ts'
import { returnLimits } from '../../shared/returns.ts'
import { shortCode } from '../../shared/short-code.ts'
import { cards, letters, officeWith, one } from '../core/small-office.ts'
import {
  atCounter,
  callNext,
  on,
  outage,
  raise,
  resolve,
  sendHome,
  sendTicketHome,
  setOffice,
  take,
  takeReturn,
  ticketId,
  scan,
  withTicket,
} from '../core/steps.ts'
import { accepted, dayMs, further, given, hour, morning, reason, secret, untouched, when } from '../core/story.ts'

/** Asked to come from tomorrow on, for the office's two weeks. */
const validity = { from: daySchema.parse('2027-03-02'), until: daySchema.parse('2027-03-15') }
describe('coming back on the same day', () => {
  it('B6 brings back the old place once the service works again', () => {
    const sent = given(take(cards), take(cards), raise(outage()), takeReturn(cards), sendHome(cards))
    const stopped = when(sent, scan(secret(2)))
    expect(stopped).toEqual({ ok: false, refusal: { reason: 'service-stopped', notice: 1 } })
    const story = further(sent, resolve(1), take(cards))
    expect(when(story, scan(secret(2)))).toEqual(
      accepted({ type: 'TicketResumed', ticket: ticketId(2), number: 'A002' }),
    )
    const resumed = further(story, scan(secret(2)))
      .ledger.slice(-1)
      .map(({ event }) => event)
    expect(outcomeOf(resumed)).toEqual({ kind: 'ticket-resumed', ticket: 2, number: 'A002' })
    const older = eventSchema.parse({ type: 'TicketResumed', ticket: 2 })
    expect(outcomeOf([older])).toEqual({ kind: 'ticket-resumed', ticket: 2, number: null })
    const back = further(story, scan(secret(2)), scan(secret(4)))
    expect(back.state.lines).toEqual({ [cards]: [2, 3, 4] })
    expect(allPromises(back.state.returns).map(({ number }) => number)).toEqual(['A001'])
    expect(reason(back, scan(secret(2)))).toBe('ticket-of-today')
  })

  it('B6 not outside the hours in which numbers are given', () => {
    const hours = { monday: [{ from: '08:00', to: '09:00' }], tuesday: [{ from: '08:00', to: '09:00' }] }
    const story = further(untouched, setOffice(officeWith({ hours })), take(cards), sendHome(cards))
    expect(when(story, on(morning + hour, scan(secret(1))))).toEqual({
      ok: false,
      refusal: { reason: 'outside-hours', opensAt: morning + dayMs },
    })
  })

  it('B6 any other ticket of today is no return ticket', () => {
    const done = given(
      take(cards),
      callNext(one),
      atCounter('Finish', one),
      take(cards),
      take(cards),
      withTicket('HoldTicket', 2),
    )
    for (const step of [1, 4, 5]) expect(reason(done, scan(secret(step)))).toBe('ticket-of-today')
    expect(reason(done, scan(`A003${shortCode(secret(5))}`))).toBe('ticket-of-today')
  })
})

describe('which return ticket it is', () => {
  const story = further(
    given(take(cards), raise(outage()), sendHome(cards), resolve(1)),
    on(morning + dayMs, take(letters)),
  )
  const code = shortCode(secret(1))

  it('B7 is known by the address in its code and by number and code, in any case and with any strokes between', () => {
    const known = [
      secret(1),
      `http://192.168.1.20:8080/t/${secret(1)}`,
      `https://loket.example/t/${secret(1)}?lang=su`,
      `  http://loket.example/t/${secret(1)}\n`,
      `A001 ${code}`,
      `a001${code.toLowerCase()}`,
      `A-001/${code}`,
      ` A 001 . ${code.split('').join('-')} `,
    ]
    expect(known.map((typed) => reason(story, scan(typed)))).toEqual(known.map(() => 'accepted'))
  })

  it('B7 anything else is not known', () => {
    const other = code === 'BBBB' ? 'CCCC' : 'BBBB'
    const unknown = ['', ' ', '/', 'A001', code, `A002 ${code}`, `A001 ${other}`, `A0001 ${code}`, secret(7)]
    const names = ['__proto__', 'constructor', 'toString', 'http://loket.example/t/']
    for (const typed of [...unknown, ...names]) expect(reason(story, scan(typed)), typed).toBe('no-such-return')
  })

  it('B7 of two papers that look the same by number and code the one that can still be used is meant', () => {
    // Two of a day's secrets whose four letters happen to be the same.
    const twin = promise(1690)
    const used: ReturnPromise = { ...promise(983), usedOn: daySchema.parse('2027-03-01'), usedFor: ticketId(1) }
    expect(shortCode(twin.token)).toBe(shortCode(used.token))
    const { state } = story
    for (const pair of [
      [used, twin],
      [twin, used],
    ]) {
      const returns = pair.reduce(withPromise, noReturns)
      const both = { ...story, state: { ...state, returns } }
      expect(when(both, scan(`A001 ${shortCode(used.token)}`))).toMatchObject({
        events: [{}, { type: 'ReturnUsed', token: twin.token }],
      })
    }
  })
})

describe('how many return tickets there are', () => {
  it('B9 twenty thousand are kept and not one more, and nobody is sent home without', () => {
    const story = given(take(cards), take(cards), raise(outage()))
    const nearlyFull = Array.from({ length: returnLimits.promises - 1 }, (_, i) => promise(i)).reduce(
      withPromise,
      noReturns,
    )
    const full = { ...story, state: { ...story.state, returns: nearlyFull } }
    expect(nearlyFull.count).toBe(19_999)
    expect(reason(full, sendHome(cards))).toBe('too-many-returns')
    expect(reason(full, sendTicketHome(1))).toBe('accepted')
    const last = further(full, takeReturn(cards))
    for (const step of [takeReturn(cards), sendTicketHome(1), sendHome(cards)])
      expect(reason(last, step)).toBe('too-many-returns')
  })
})

function promise(n: number): ReturnPromise {
  const token = secret(500_000 + n)
  const given = daySchema.parse('2027-02-26')
  const paper = { token, number: 'A001', given, service: cards, class: 'regular' } as const
  return { ...paper, ...validity, usedOn: null, usedFor: null }
}
