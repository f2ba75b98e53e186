import { describe, expect, it } from 'vitest'
import { counterIdSchema } from '../../shared/ids.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { cards, letters, one, two } from '../core/small-office.ts'
import {
  atCounter,
  budi,
  by,
  callNext,
  callTicket,
  hub,
  kiosk,
  take,
  ticketId,
  withTicket,
  type Step,
} from '../core/steps.ts'
import { accepted, attempt, further, given, minute, when, type Story } from '../core/story.ts'

const everyOrder = [
  'OpenCounter',
  'CloseCounter',
  'CallNext',
  'Recall',
  'UndoCall',
  'StartServing',
  'Finish',
  'MarkNoShow',
] as const
const visitOrders = ['Recall', 'UndoCall', 'StartServing', 'Finish', 'MarkNoShow'] as const
const first = { ticket: ticketId(1), counter: one }

describe('opening and closing', () => {
  it('C1 only staff work a counter, and only one that there is', () => {
    const story = given(take(cards))
    const nowhere = counterIdSchema.parse('9')
    for (const order of everyOrder) {
      expect(reason(story, by(kiosk, atCounter(order, one)))).toBe('not-allowed')
      expect(reason(story, by(hub, atCounter(order, one)))).toBe('not-allowed')
      expect(reason(story, atCounter(order, nowhere))).toBe('no-such-counter')
    }
    expect(reason(story, callTicket(nowhere, 1))).toBe('no-such-counter')
  })

  it('C4 a counter is opened once, and taken over only while nobody is before it', () => {
    const open = given(take(cards), atCounter('OpenCounter', one))
    expect(when(given(), atCounter('OpenCounter', one))).toEqual(
      accepted({ type: 'CounterOpened', counter: one, staff: 'Siti' }),
    )
    expect(when(open, atCounter('OpenCounter', one))).toEqual(accepted())
    expect(when(open, by(budi, atCounter('OpenCounter', one)))).toEqual(
      accepted({ type: 'CounterOpened', counter: one, staff: 'Budi' }),
    )
    const busy = further(open, callNext(one))
    expect(reason(busy, by(budi, atCounter('OpenCounter', one)))).toBe('counter-busy')
    expect(when(busy, atCounter('OpenCounter', one))).toEqual(accepted())
  })

  it('C5 closing finishes the visit and is open to a colleague', () => {
    const busy = given(take(cards), callNext(one))
    const closing = accepted({ type: 'TicketFinished', ...first }, { type: 'CounterClosed', counter: one })
    expect(when(busy, atCounter('CloseCounter', one))).toEqual(closing)
    expect(when(busy, by(budi, atCounter('CloseCounter', one)))).toEqual(closing)
    const closed = further(busy, atCounter('CloseCounter', one))
    expect(closed.state.counters).toEqual({
      [one]: {
        id: one,
        staff: null,
        current: null,
        priorityInARow: 0,
        returnInARow: 0,
        lastVisit: { ticket: 1, ms: minute },
      },
    })
    expect(reason(closed, atCounter('CloseCounter', one))).toBe('counter-closed')
    expect(when(given(atCounter('OpenCounter', one)), atCounter('CloseCounter', one))).toEqual(
      accepted({ type: 'CounterClosed', counter: one }),
    )
  })
})

describe('calling', () => {
  it('C6 calling from a closed counter opens it', () => {
    expect(when(given(take(cards)), callNext(one))).toEqual(
      accepted(
        { type: 'CounterOpened', counter: one, staff: 'Siti' },
        { type: 'TicketCalled', ...first, call: 1, reason: 'longest-wait' },
      ),
    )
  })

  it('C2 C6 calling the next person finishes the visit before', () => {
    const story = given(take(cards), take(cards), callNext(one))
    expect(when(story, callNext(one))).toEqual(
      accepted(
        { type: 'TicketFinished', ...first },
        { type: 'TicketCalled', ticket: ticketId(2), counter: one, call: 2, reason: 'longest-wait' },
      ),
    )
    const { state } = further(story, callNext(one))
    expect(state.counters[one]).toEqual({
      id: one,
      staff: 'Siti',
      current: 2,
      priorityInARow: 0,
      returnInARow: 0,
      lastVisit: { ticket: 1, ms: minute },
    })
    expect([1, 2].map((id) => ticketOf(state.tickets, ticketId(id))?.state)).toEqual(['done', 'called'])
    expect(state.lines).toEqual({ [cards]: [] })
  })

  it('C7 a call that finds nobody leaves the visit before as it was', () => {
    const story = given(take(cards), callNext(one))
    expect(reason(story, callNext(one))).toBe('nobody-waiting')
    expect(reason(given(), callNext(one))).toBe('nobody-waiting')
  })

  it('C8 a chosen ticket is waiting, held or missed', () => {
    const story = given(take(cards), take(cards), take(letters), take(cards), withTicket('HoldTicket', 2))
    const missed = further(story, callNext(one), atCounter('MarkNoShow', one))
    for (const id of [1, 2, 4])
      expect(when(missed, callTicket(one, id))).toEqual(
        accepted({ type: 'TicketCalled', ticket: ticketId(id), counter: one, call: 2, reason: 'chosen' }),
      )
    const called = further(missed, callTicket(one, 1))
    expect(called.state.lines).toEqual({ [cards]: [4], [letters]: [3] })
    expect(ticketOf(called.state.tickets, ticketId(1))).toMatchObject({ state: 'called', counter: one })
    expect(reason(called, callTicket(one, 1))).toBe('counter-busy')
    expect(reason(called, callTicket(two, 1))).toBe('ticket-elsewhere')
    const done = further(called, atCounter('Finish', one), withTicket('CancelTicket', 4))
    expect(reason(done, callTicket(one, 1))).toBe('ticket-ended')
    expect(reason(done, callTicket(one, 4))).toBe('ticket-ended')
  })

  it('C8 calling a chosen ticket finishes the visit before, and opens a closed counter', () => {
    const story = given(take(cards), take(letters), callNext(one))
    expect(when(story, callTicket(one, 2))).toEqual(
      accepted(
        { type: 'TicketFinished', ...first },
        { type: 'TicketCalled', ticket: ticketId(2), counter: one, call: 2, reason: 'chosen' },
      ),
    )
    expect(when(story, callTicket(two, 2))).toEqual(
      accepted(
        { type: 'CounterOpened', counter: two, staff: 'Siti' },
        { type: 'TicketCalled', ticket: ticketId(2), counter: two, call: 2, reason: 'chosen' },
      ),
    )
  })

  it('C3 nobody else calls from a counter or changes the visit there', () => {
    const story = given(take(cards), take(cards), callNext(one))
    const orders = [callNext(one), callTicket(one, 2), ...visitOrders.map((order) => atCounter(order, one))]
    expect(orders.map((order) => reason(story, by(budi, order)))).toEqual(orders.map(() => 'counter-taken'))
    expect(orders.map((order) => reason(story, order))).toEqual(orders.map(() => 'accepted'))
  })

  it('C10 calls and recalls count on, and the board shows each ticket once, the newest first', () => {
    const story = given(take(cards), take(letters), callNext(two), callNext(one))
    expect(when(story, atCounter('Recall', two))).toEqual(
      accepted({ type: 'TicketRecalled', ticket: ticketId(2), counter: two, call: 3 }),
    )
    const recalled = further(story, atCounter('Recall', two))
    expect(recalled.state.callsMade).toBe(3)
    expect(recalled.state.calls).toEqual([
      { call: 3, ticket: 2, counter: two, at: recalled.at },
      { call: 2, ticket: 1, counter: one, at: story.at },
    ])
    expect(ticketOf(recalled.state.tickets, ticketId(2))?.calledAt).toBe(recalled.at)
  })

  it('C10 the board keeps the latest twelve', () => {
    const steps = Array.from({ length: 14 }, () => [take(letters), callNext(two)]).flat()
    expect(given(...steps).state.calls.map(({ call }) => call)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
  })

  it('C12 of what is pushed off the board the newest ten of each service are kept, and none that is called again', () => {
    const letter = [take(letters), callNext(two)]
    const story = given(take(cards), callNext(one), ...Array.from({ length: 24 }, () => letter).flat())
    expect(story.state.earlierCalls.map(({ call }) => call)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 1])
    const recalled = further(story, atCounter('Recall', one))
    expect([recalled.state.calls[0]?.ticket, recalled.state.earlierCalls.map(({ call }) => call)]).toEqual([
      1,
      [14, 13, 12, 11, 10, 9, 8, 7, 6, 5],
    ])
  })

  it('C12 a call that is undone is kept nowhere', () => {
    const letter = [take(letters), callNext(two)]
    const story = given(take(cards), callNext(one), ...Array.from({ length: 12 }, () => letter).flat())
    expect(story.state.earlierCalls.map(({ ticket }) => ticket)).toEqual([1])
    expect(further(story, atCounter('UndoCall', one)).state.earlierCalls).toEqual([])
  })
})

describe('the visit', () => {
  it('C9 recall, undo, start and no-show are for somebody called, finish for anybody there', () => {
    const called = given(take(cards), callNext(one))
    const serving = further(called, atCounter('StartServing', one))
    const empty = given(atCounter('OpenCounter', one))
    const reasons = (story: Story) => visitOrders.map((order) => reason(story, atCounter(order, one)))
    expect(reasons(called)).toEqual(visitOrders.map(() => 'accepted'))
    expect(reasons(serving)).toEqual([
      'already-started',
      'already-started',
      'already-started',
      'accepted',
      'already-started',
    ])
    expect(reasons(empty)).toEqual(visitOrders.map(() => 'nobody-at-counter'))
  })

  it('C9 each is one fact, and the ticket tells when', () => {
    const called = given(take(cards), callNext(one))
    expect(visitOrders.map((order) => when(called, atCounter(order, one)))).toEqual([
      accepted({ type: 'TicketRecalled', ...first, call: 2 }),
      accepted({ type: 'CallUndone', ...first }),
      accepted({ type: 'ServingStarted', ...first }),
      accepted({ type: 'TicketFinished', ...first }),
      accepted({ type: 'TicketMissed', ...first }),
    ])
    const serving = further(called, atCounter('StartServing', one))
    const finished = further(serving, atCounter('Finish', one))
    const missed = further(called, atCounter('MarkNoShow', one))
    expect(firstOf(called)).toMatchObject({ state: 'called', counter: one, calledAt: called.at, servingAt: null })
    expect(firstOf(serving)).toEqual({ ...firstOf(called), state: 'serving', servingAt: serving.at })
    expect(firstOf(finished)).toEqual({ ...firstOf(serving), state: 'done' })
    expect(firstOf(missed)).toEqual({ ...firstOf(called), state: 'no-show' })
    for (const { state } of [finished, missed]) expect(state.counters[one]?.current).toBeNull()
  })

  it('C11 an undone call puts everything back but the count of calls', () => {
    const before = given(take(cards), take(letters), atCounter('OpenCounter', one))
    const undone = further(before, callNext(one), atCounter('UndoCall', one))
    expect(undone.state).toEqual({
      ...before.state,
      lastAt: before.at + 2 * minute,
      callsMade: 1,
      counters: {
        [one]: { id: one, staff: 'Siti', current: null, priorityInARow: 2, returnInARow: 2, lastVisit: null },
      },
    })
  })

  it('C13 a visit that was ended by mistake is brought back as if it had never ended', () => {
    const serving = given(take(cards), take(cards), callNext(one), atCounter('StartServing', one))
    const finished = further(serving, atCounter('Finish', one))
    expect(when(finished, atCounter('ReopenVisit', one))).toEqual(accepted({ type: 'VisitReopened', ...first }))
    const back = further(finished, atCounter('ReopenVisit', one))
    expect(back.state).toEqual({ ...serving.state, lastAt: back.at, visitsMs: { [cards]: [] } })
  })

  it('C13 so it is after the next person was called by mistake and that call was undone', () => {
    const called = given(take(cards), take(letters), callNext(one), callNext(one))
    expect(reason(called, atCounter('ReopenVisit', one))).toBe('counter-busy')
    const back = further(called, atCounter('UndoCall', one), atCounter('ReopenVisit', one))
    expect([firstOf(back)?.state, back.state.counters[one]?.current]).toEqual(['called', 1])
    expect(reason(back, atCounter('Finish', one))).toBe('accepted')
  })

  it('C13 only the last visit, once, by whoever sits there', () => {
    const story = given(take(cards), atCounter('OpenCounter', one))
    const again = atCounter('ReopenVisit', one)
    expect(reason(story, again)).toBe('no-visit-before')
    const finished = further(story, callNext(one), atCounter('Finish', one))
    expect(reason(finished, by(budi, again))).toBe('counter-taken')
    expect(reason(further(finished, atCounter('CloseCounter', one)), again)).toBe('counter-closed')
    const openedAgain = further(finished, atCounter('CloseCounter', one), by(budi, atCounter('OpenCounter', one)))
    expect(reason(openedAgain, by(budi, again))).toBe('accepted')
    expect(reason(further(finished, again, atCounter('UndoCall', one)), again)).toBe('no-visit-before')
  })

  it('C13 R9 what was measured of it is forgotten, and nothing else', () => {
    const others = [take(cards), callNext(one), atCounter('StartServing', one), atCounter('Finish', one)]
    const story = given(take(cards), callNext(one), atCounter('Finish', one), ...others)
    expect(story.state.visitsMs).toEqual({ [cards]: [minute, 2 * minute] })
    expect(further(story, atCounter('ReopenVisit', one)).state.visitsMs).toEqual({ [cards]: [minute] })
  })

  it('R9 what is measured is the time from the call to the end, not of those who did not come', () => {
    const story = given(
      take(cards),
      take(cards),
      callNext(one),
      atCounter('StartServing', one),
      atCounter('Finish', one),
    )
    const missed = further(story, callNext(one), atCounter('MarkNoShow', one))
    expect(missed.state.visitsMs).toEqual({ [cards]: [2 * minute] })
  })
})

function reason(story: Story, step: Step): string {
  const { decision } = attempt(story, step)
  return decision.ok ? 'accepted' : decision.refusal.reason
}

function firstOf(story: Story) {
  return ticketOf(story.state.tickets, ticketId(1))
}
