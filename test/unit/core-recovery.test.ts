import { describe, expect, it } from 'vitest'
import { ticketOf } from '../../shared/ticket-book.ts'
import { recoveryViews } from '../../shared/views/common.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { mainKiosk } from '../../shared/ids.ts'
import { noticeLimits, type NoticeContent } from '../../shared/notice.ts'
import { cards, letters, officeWith, one, pickUp, smallDocument, two } from '../core/small-office.ts'
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
  transfer,
  turnDay,
  update,
  scan,
  withdraw,
  withTicket,
  type Step,
} from '../core/steps.ts'
import { attempt, dayMs, further, given, hour, minute, morning, secret, untouched, type Story } from '../core/story.ts'

const hold = outage({ waiting: 'hold' })
const many = (count: number, step: Step) => Array.from({ length: count }, () => step)
const only = (...services: readonly (typeof cards)[]) => ({ office: false, services: [...services], systems: [] })
const everything = { office: true, services: [], systems: [] }

describe('what works again', () => {
  const told = ({ state, at }: Story, later = 0) =>
    recoveryViews(state, at + later).map(({ id, office, services, held }) => [
      id,
      office ? 'all' : services.map((service) => service.id).join(' '),
      held,
    ])

  it('N17 is said for 15 minutes, with how many had to wait', () => {
    const story = given(take(cards), take(cards), take(letters), withTicket('HoldTicket', 1), raise(hold), resolve(1))
    expect(recoveryViews(story.state, story.at)).toEqual([
      {
        id: 1,
        office: false,
        services: [expect.objectContaining({ id: cards, letter: 'A' })],
        endedAt: story.at,
        held: 1,
        languages: null,
      },
    ])
    const views = [
      lobbyView(story.state, story.at),
      kioskView(story.state, story.at, mainKiosk, new Set(), ''),
      phoneView(story.state, story.at, secret(1)),
    ]
    for (const { recoveries } of views) expect(recoveries).toEqual(recoveryViews(story.state, story.at))
    expect(phoneView(story.state, story.at, secret(3)).recoveries).toEqual([])
    expect(told(story, noticeLimits.recoveryMs - 1)).toHaveLength(1)
    expect(told(story, noticeLimits.recoveryMs)).toEqual([])
  })

  it('N17 over midnight too, but not for long where the clock has gone back', () => {
    const late = on(morning + 15 * hour + 55 * minute, raise(outage()))
    const story = given(late, resolve(1))
    const next = further(story, on(story.at + 5 * minute, turnDay))
    expect(next.state.day).toBe('2027-03-02')
    expect(told(next)).toEqual([[1, 'cards', 0]])
    expect(told(story, -hour)).toEqual([])
    const forgotten = further(next, on(next.at + dayMs, turnDay), on(next.at + 2 * dayMs, turnDay))
    expect(forgotten.state.ended).toEqual([])
  })

  it('N17 the newest first, and not what only informed', () => {
    const information = outage({ kind: 'information', newTickets: 'give', scope: only(pickUp) })
    const story = given(
      raise(outage()),
      raise(outage({ scope: only(letters) })),
      raise(information),
      resolve(2),
      resolve(3),
      resolve(1),
    )
    expect(told(story)).toEqual([
      [1, 'cards', 0],
      [2, 'letters', 0],
    ])
  })

  it('N17 not what another notice touches, unless that only informs', () => {
    const both = given(raise(outage({ scope: only(cards, letters) })), raise(outage({ kind: 'degraded' })), resolve(1))
    expect(told(both)).toEqual([[1, 'letters', 0]])
    expect(told(given(raise(outage()), raise(outage({ kind: 'degraded' })), resolve(1)))).toEqual([])
    const information = raise(outage({ kind: 'information', newTickets: 'give' }))
    expect(told(given(raise(outage()), information, resolve(1)))).toEqual([[1, 'cards', 0]])
    expect(told(further(both, resolve(2)))).toEqual([
      [2, 'cards', 0],
      [1, 'cards letters', 0],
    ])
  })

  it('N17 that everything works again is said only when everything does', () => {
    const all = raise(outage({ scope: everything }))
    expect(told(given(all, resolve(1)))).toEqual([[1, 'all', 0]])
    expect(told(given(all, raise(outage({ kind: 'degraded' })), resolve(1)))).toEqual([[1, 'letters pick-up', 0]])
    const each = raise(outage({ scope: only(cards, letters, pickUp) }))
    expect(told(given(each, resolve(1)))).toEqual([[1, 'cards letters pick-up', 0]])
  })

  it('N17 those who still have to wait for another notice are not counted', () => {
    const places = [take(cards), take(letters), take(letters)]
    const story = given(
      ...places,
      raise({ ...hold, scope: everything }),
      raise({ ...hold, kind: 'degraded' }),
      resolve(1),
    )
    expect(story.state.ended).toMatchObject([{ held: 2, endedBy: 'Siti' }])
    expect(further(story, by(budi, resolve(2))).state.ended).toMatchObject([{}, { held: 1, endedBy: 'Budi' }])
  })

  it('N17 the latest twelve are remembered', () => {
    const rounds = Array.from({ length: 14 }, (_, i) => [raise(outage()), resolve(i + 1)]).flat()
    expect(given(...rounds).state.ended.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  })
})

describe('who is called once it works again', () => {
  it('R10 the line in its old order, and after two in a row somebody who came since', () => {
    const story = given(...many(5, take(cards)), raise(hold), resolve(1), ...many(3, take(cards)))
    expect(calls(story, 9)).toEqual([
      'A001 longest-wait',
      'A002 longest-wait',
      'A006 regular-after-return',
      'A003 longest-wait',
      'A004 longest-wait',
      'A007 regular-after-return',
      'A005 longest-wait',
      'A008 longest-wait',
      'nobody-waiting',
    ])
  })

  it('R10 as many in a row as the office says', () => {
    const returns = { inARowMax: 1 }
    const begin = further(untouched, setOffice(officeWith({ returns })), ...many(3, take(cards)))
    const story = further(begin, raise(hold), resolve(1), ...many(3, take(cards)))
    expect(calls(story, 6).map((call) => call.slice(0, 4))).toEqual(['A001', 'A004', 'A002', 'A005', 'A003', 'A006'])
  })

  it('R10 the people of today for other services are not passed over either', () => {
    const story = given(...many(4, take(cards)), raise(hold), ...many(2, take(letters)), resolve(1))
    expect(calls(story, 6)).toEqual([
      'A001 longest-wait',
      'A002 longest-wait',
      'B001 regular-after-return',
      'A003 longest-wait',
      'A004 longest-wait',
      'B002 longest-wait',
    ])
  })

  it('R10 a place kept is a place kept, also for who was set aside or sent home meanwhile', () => {
    const story = given(
      ...many(3, take(cards)),
      raise(hold),
      sendHome(cards),
      resolve(1),
      ...many(2, take(cards)),
      scan(secret(1)),
      scan(secret(2)),
      scan(secret(3)),
    )
    expect(calls(story, 5).map((call) => call.slice(0, 4))).toEqual(['A001', 'A002', 'A004', 'A003', 'A005'])
  })

  it('R10 a return ticket before regular ones, and after two of them somebody of today', () => {
    const sent = given(...many(3, take(cards)), sendHome(cards))
    const scans = [1, 2, 3].map((step) => scan(secret(step)))
    const story = further(sent, on(morning + dayMs, take(cards)), take(cards), ...scans)
    expect(calls(story, 6)).toEqual([
      'A003 return',
      'A004 return',
      'A001 regular-after-return',
      'A005 return',
      'A002 longest-wait',
      'nobody-waiting',
    ])
  })

  it('R2 R3 R10 priority goes first and is nobody of today nor of those who came back', () => {
    const sent = given(...many(4, take(cards)), sendHome(cards))
    const scans = [1, 2, 3, 4].map((step) => scan(secret(step)))
    const people = [...many(2, take(cards)), ...many(4, take(cards, 'priority'))]
    const story = further(sent, on(morning + dayMs, turnDay), ...people, ...scans)
    expect(calls(story, 10).map((call) => call.slice(0, 4))).toEqual(
      // Two with priority, one of the others; of these two who came back, one of today.
      ['A003', 'A004', 'A007', 'A005', 'A006', 'A008', 'A001', 'A009', 'A010', 'A002'],
    )
  })

  it('R5 R10 undoing a call gives the turn back to whose it was', () => {
    const sent = given(...many(4, take(cards)), sendHome(cards))
    const scans = [1, 2, 3, 4].map((step) => scan(secret(step)))
    const story = further(sent, on(morning + dayMs, take(cards)), take(cards), ...scans, callNext(one), callNext(one))
    const today = further(story, callNext(one), atCounter('UndoCall', one))
    expect(calls(today, 2)).toEqual(['A001 regular-after-return', 'A005 return'])
    const back = further(story, atCounter('UndoCall', one))
    expect(calls(back, 2)).toEqual(['A004 return', 'A001 regular-after-return'])
    const priority = further(story, take(cards, 'priority'), callNext(one), atCounter('UndoCall', one))
    expect(calls(priority, 2)).toEqual(['A007 priority', 'A001 regular-after-return'])
  })

  it('R10 every counter counts for itself, and anew when it opens', () => {
    const sent = given(...many(6, take(letters)), sendHome(letters))
    const scans = [1, 2, 3, 4, 5, 6].map((step) => scan(secret(step)))
    const story = further(sent, on(morning + dayMs, take(letters)), ...scans, callNext(one), callNext(one))
    expect(calls(story, 1, two)).toEqual(['B004 return'])
    const anew = further(story, atCounter('CloseCounter', one))
    expect(calls(anew, 1)).toEqual(['B004 return'])
    expect(calls(story, 1)).toEqual(['B001 regular-after-return'])
  })

  it('R10 who was moved to another line is of today there', () => {
    const story = given(...many(4, take(cards)), raise(hold), transfer(4, letters), resolve(1), take(letters))
    expect(calls(story, 2).map((call) => call.slice(0, 4))).toEqual(['A001', 'A002'])
    expect(calls(further(story, callNext(one), callNext(one)), 2)).toEqual([
      'A004 regular-after-return',
      'A003 longest-wait',
    ])
  })

  it('R10 an update that keeps places no longer, or a notice taken back, gives them free as well', () => {
    for (const end of [update(1, outage()), withdraw(1)]) {
      const story = given(...many(3, take(cards)), raise(hold), end)
      const after = further(story, raise(outage({ kind: 'information', newTickets: 'give' })))
      const open = end.command.type === 'WithdrawNotice' ? after : further(after, withdraw(1))
      expect(calls(further(open, ...many(2, take(cards))), 5).map((call) => call.slice(0, 4))).toEqual([
        'A001',
        'A002',
        'A004',
        'A003',
        'A005',
      ])
    }
  })
})

/**
 * Jepara, 14 June 2017: the server fails at 08.30 and is back at 10.40; by 10.00, 232 numbers for identity cards had
 * been given and 44 people served.
 */
describe('the morning of Jepara', () => {
  const at = (time: string) => Date.parse(`2027-03-01T${time}:00+07:00`)
  const services = smallDocument.services.map((service) => ({ ...service, minutesTypical: 2 }))
  const outageAt = at('08:30')
  const content: NoticeContent = outage({ waiting: 'hold', newTickets: 'warn', nextNews: at('09:30') })

  function untilBack(): Story {
    let story = further(untouched, on(at('06:00'), setOffice(officeWith({ services }))))
    for (let i = 0; i < 120; i++) story = further(story, on(at('06:01') + i * minute, take(cards)))
    for (let i = 0; i < 44; i++) story = further(story, on(at('08:01') + i * 30_000, callNext(one)))
    story = further(story, on(outageAt, atCounter('Finish', one)), on(outageAt, raise(content)))
    for (let i = 0; i < 112; i++) story = further(story, on(outageAt + (i + 1) * 45_000, take(cards)))
    return further(story, on(at('10:40'), resolve(1)))
  }

  it('R10 N9 the 188 who were kept are called in their order, and nobody who comes afterwards is starved', () => {
    let story = untilBack()
    expect(story.state.given).toEqual({ [cards]: 232 })
    expect(story.state.lines[cards]).toHaveLength(188)
    expect(story.state.ended).toMatchObject([{ held: 188 }])
    // From now on somebody comes for every three who are called, until those who were kept are through.
    const kept: number[] = []
    const today: number[] = []
    const waited: number[] = []
    const came = new Map<number, number>()
    let calls = 0
    while (kept.length < 188) {
      if (calls % 3 === 0) {
        story = further(story, on(story.at + minute, take(cards)))
        came.set(story.state.ticketsGiven, calls)
      }
      story = further(story, on(story.at + minute, callNext(one)))
      const { ticket = 0 } = story.state.calls[0] ?? {}
      ;(ticket <= 232 ? kept : today).push(ticket)
      if (ticket > 232) waited.push(calls - (came.get(ticket) ?? 0))
      calls++
    }
    expect(kept).toEqual(Array.from({ length: 188 }, (_, i) => i + 45))
    expect(today).toEqual(today.toSorted((a, b) => a - b))
    expect(today.length).toBeGreaterThan(90)
    expect(Math.max(...waited)).toBeLessThanOrEqual(3)
  })

  it('R10 while the outage lasts nobody is called, and the other services go on', () => {
    const story = further(untouched, on(at('08:00'), setOffice(officeWith({ services }))), take(cards), take(letters))
    const down = further(story, on(outageAt, raise(content)), on(at('09:59'), take(cards)))
    expect(calls(down, 2)).toEqual(['B001 longest-wait', 'nobody-waiting'])
  })
})

/** The numbers that a counter calls one after another, with the reasons, or the refusal that ends it. */
function calls(story: Story, count: number, counter = one): readonly string[] {
  const called: string[] = []
  let at = story
  for (let i = 0; i < count; i++) {
    const { decision, story: after } = attempt(at, callNext(counter))
    at = after
    if (!decision.ok) called.push(decision.refusal.reason)
    else
      for (const event of decision.events)
        if (event.type === 'TicketCalled')
          called.push(`${ticketOf(after.state.tickets, event.ticket)?.number} ${event.reason}`)
  }
  return called
}
