import { describe, expect, it } from 'vitest'
import { aheadOf } from '../../shared/routing.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { cards, officeWith, one } from '../core/small-office.ts'
import { callNext, on, outage, raise, resolve, sendHome, setOffice, take, ticketId, scan } from '../core/steps.ts'
import { attempt, dayMs, further, morning, secret, untouched, type Story } from '../core/story.ts'

/**
 * The count of the people before a ticket is held against what really happens: a day with every mixture of people with
 * priority (p), with a return ticket (b), whose place was kept (k) and of today (t) is played to its end at one
 * counter, and each one's count must be how many were called before.
 */
const limits = [
  { priorityInARowMax: 2, inARowMax: 2 },
  { priorityInARowMax: 1, inARowMax: 3 },
  { priorityInARowMax: 3, inARowMax: 1 },
]

describe('how many are called before', () => {
  it('R6 R10 as many as are then called, for every group of people and every mixture', () => {
    for (const limit of limits)
      for (const kept of ['', 'k', 'kk', 'kpk', 'kkkk', 'ppkk', 'kbk', 'bkkb'])
        for (const since of [
          '',
          't',
          'b',
          'p',
          'tt',
          'tb',
          'bt',
          'bbt',
          'tbbb',
          'tttbp',
          'pbtbt',
          'tptpbb',
          'bbbbtt',
        ]) {
          const story = played(limit, kept, since)
          expect({ limit, kept, since, ahead: counted(story) }).toEqual({ limit, kept, since, ahead: called(story) })
        }
  })

  it('R6 T5 a ticket says so when it is taken', () => {
    for (const [kept, since] of [
      ['kk', 'tb'],
      ['bkk', 'ttp'],
      ['kkkkk', 'bbtbt'],
    ] as const)
      for (const last of ['t', 'p', 'b']) {
        const story = played({ priorityInARowMax: 2, inARowMax: 2 }, kept, since + last)
        const id = ticketId(story.state.ticketsGiven)
        expect(ticketOf(story.state.tickets, id)?.ahead).toBe(called(story)[id])
      }
  })
})

/** A day on which `kept` stood in the line while a notice kept its places, and `since` came afterwards. */
function played(limit: { priorityInARowMax: number; inARowMax: number }, kept: string, since: string): Story {
  const { priorityInARowMax, inARowMax } = limit
  const office = officeWith({ priorityInARowMax, returns: { inARowMax } })
  const sent = Array.from(kept + since).filter((person) => person === 'b').length
  const yesterday = Array.from({ length: sent }, () => take(cards))
  const home = sent === 0 ? [] : [sendHome(cards)]
  let scans = 0
  const person = (who: string) =>
    who === 'b' ? scan(secret((scans += 1))) : take(cards, who === 'p' ? 'priority' : 'regular')
  const begin = further(untouched, setOffice(office), ...yesterday, ...home, on(morning + dayMs, setOffice(office)))
  const hold = raise(outage({ waiting: 'hold', newTickets: 'warn' }))
  return further(begin, ...Array.from(kept, person), hold, resolve(1), ...Array.from(since, person))
}

/** The count of each waiting ticket, by its id. */
function counted({ state }: Story): Readonly<Record<number, number>> {
  return Object.fromEntries(
    (state.lines[cards] ?? []).map((id) => {
      const ticketClass = ticketOf(state.tickets, id)?.class ?? 'regular'
      return [id, aheadOf(state, cards, ticketClass, id)]
    }),
  )
}

/** How many were called before each, once everybody has been called. */
function called(story: Story): Readonly<Record<number, number>> {
  const order: (readonly [number, number])[] = []
  for (let at = story; ;) {
    const { story: after, decision } = attempt(at, callNext(one))
    if (!decision.ok) return Object.fromEntries(order)
    at = after
    order.push([after.state.calls[0]?.ticket ?? 0, order.length])
  }
}
