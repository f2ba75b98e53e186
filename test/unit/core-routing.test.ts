import { describe, expect, it } from 'vitest'
import { ticketOf } from '../../shared/ticket-book.ts'
import { cards, letters, one, pickUp, two } from '../core/small-office.ts'
import {
  atCounter,
  callNext,
  callTicket,
  outage,
  raise,
  resolve,
  take,
  ticketId,
  transfer,
  withTicket,
} from '../core/steps.ts'
import { attempt, further, given, type Story } from '../core/story.ts'

describe('who is called', () => {
  it('R1 the longest wait across the services of the counter, and no other service', () => {
    const story = given(take(pickUp), take(cards), take(letters), take(pickUp))
    expect(calls(story, 4, one)).toEqual([
      'C001 longest-wait',
      'A001 longest-wait',
      'B001 longest-wait',
      'C002 longest-wait',
    ])
    expect(calls(story, 4, two)).toEqual([
      'C001 longest-wait',
      'B001 longest-wait',
      'C002 longest-wait',
      'nobody-waiting',
    ])
  })

  it('R2 R3 priority first, but after two in a row a regular one, and why is said', () => {
    const regular = [take(cards), take(letters)]
    const priority = [1, 2, 3, 4, 5].map(() => take(pickUp, 'priority'))
    expect(calls(given(...regular, ...priority), 7, one)).toEqual([
      'C001 priority',
      'C002 priority',
      'A001 regular-after-priority',
      'C003 priority',
      'C004 priority',
      'B001 regular-after-priority',
      'C005 priority',
    ])
  })

  it('R3 priority calls made while no regular one waited count as well', () => {
    const story = given(take(cards, 'priority'), callNext(one), take(cards, 'priority'), callNext(one))
    const busy = further(story, take(cards), take(cards, 'priority'))
    expect(calls(busy, 2, one)).toEqual(['A003 regular-after-priority', 'A004 priority'])
  })

  it('R3 every counter counts for itself', () => {
    const story = given(
      take(letters),
      ...[1, 2, 3, 4].map(() => take(letters, 'priority')),
      callNext(one),
      atCounter('Finish', one),
      callNext(one),
    )
    expect(calls(story, 1, one)).toEqual(['B001 regular-after-priority'])
    expect(calls(story, 1, two)).toEqual(['B004 priority'])
  })

  it('R4 N9 a service on hold is passed over until the notice is resolved', () => {
    const story = given(take(cards), take(letters), raise(outage({ waiting: 'hold' })))
    expect(calls(story, 2, one)).toEqual(['B001 longest-wait', 'nobody-waiting'])
    expect(calls(further(story, resolve(1)), 2, one)).toEqual(['A001 longest-wait', 'B001 longest-wait'])
  })

  it('N9 a chosen one is called although the service is on hold', () => {
    const story = given(take(cards), raise(outage({ waiting: 'hold' })))
    expect(attempt(story, callTicket(one, 1)).decision).toMatchObject({ ok: true })
  })

  it('T7 R1 whoever was moved, held or undone is called by the time they came', () => {
    const story = given(
      take(cards),
      take(letters),
      take(letters),
      callNext(one),
      atCounter('UndoCall', one),
      withTicket('HoldTicket', 2),
      transfer(1, letters),
      withTicket('ResumeTicket', 2),
    )
    expect(calls(story, 3, two)).toEqual(['A001 longest-wait', 'B001 longest-wait', 'B002 longest-wait'])
  })

  it('R5 undoing the call of a regular ticket does not cost it its turn', () => {
    const story = given(
      take(cards),
      ...[1, 2, 3, 4, 5].map(() => take(cards, 'priority')),
      callNext(one),
      callNext(one),
      callNext(one),
      atCounter('UndoCall', one),
    )
    expect(calls(story, 2, one)).toEqual(['A001 regular-after-priority', 'A004 priority'])
  })

  it('R3 undoing the call of a priority ticket takes it out of the count', () => {
    const undone = [callNext(one), atCounter('UndoCall', one)]
    const priority = [1, 2, 3].map(() => take(cards, 'priority'))
    const story = given(take(cards), ...priority, ...undone, ...undone, ...undone)
    expect(calls(story, 3, one)).toEqual(['A002 priority', 'A003 priority', 'A001 regular-after-priority'])
  })
})

describe('how many are called before', () => {
  it('R6 as many as are then called, for every class and length of line', () => {
    for (const line of ['', 'r', 'p', 'rrrr', 'pppp', 'rprp', 'pprrr', 'rrrpppppp', 'ppppprr', 'rppprpppprr']) {
      for (const ticketClass of ['regular', 'priority'] as const) {
        const before = line.split('').map((letter) => take(cards, letter === 'p' ? 'priority' : 'regular'))
        const story = given(...before, take(cards, ticketClass))
        const id = ticketId(line.length + 1)
        const ticket = ticketOf(story.state.tickets, id)
        const order = calls(story, line.length + 1, one).map((call) => call.slice(0, 4))
        expect([line, ticketClass, ticket?.ahead]).toEqual([line, ticketClass, order.indexOf(ticket?.number ?? '')])
      }
    }
  })
})

/** The numbers that a counter calls one after another, with the reasons, or the refusal that ends it. */
function calls(story: Story, count: number, counter: typeof one): readonly string[] {
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
