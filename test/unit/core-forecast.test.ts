import { describe, expect, it } from 'vitest'
import { waitFor } from '../../shared/forecast.ts'
import { cards, letters, one, pickUp, two } from '../core/small-office.ts'
import { atCounter, callNext, on, outage, raise, resolve, take, type Step } from '../core/steps.ts'
import { dayMs, further, given, hour, minute, type Story } from '../core/story.ts'

const open = [atCounter('OpenCounter', one), atCounter('OpenCounter', two)]
const wait = ({ state }: Story, service = letters, ahead = 4) => waitFor(state, service, ahead)

describe('the expected wait', () => {
  it('R7 is a range in steps of five minutes, and none while nobody gives the service', () => {
    expect(wait(given())).toBeNull()
    expect(wait(given(atCounter('OpenCounter', two)), cards)).toBeNull()
    const story = given(atCounter('OpenCounter', one))
    // Ten minutes each, one counter that has nobody else waiting: 0.7 and 1.4 of the product, rounded outwards.
    expect([0, 1, 2, 3, 10].map((ahead) => wait(story, cards, ahead))).toEqual([
      { minutesMin: 0, minutesMax: 5 },
      { minutesMin: 5, minutesMax: 15 },
      { minutesMin: 10, minutesMax: 30 },
      { minutesMin: 20, minutesMax: 45 },
      { minutesMin: 70, minutesMax: 140 },
    ])
  })

  it('R7 two counters are twice as fast as one', () => {
    expect(wait(given(atCounter('OpenCounter', two)), letters, 4)).toEqual({ minutesMin: 10, minutesMax: 30 })
    expect(wait(given(...open), letters, 8)).toEqual({ minutesMin: 10, minutesMax: 30 })
  })

  it('R8 a counter shares its time among services with people who can be called', () => {
    const story = given(atCounter('OpenCounter', two), take(pickUp))
    expect(wait(story, letters, 4)).toEqual({ minutesMin: 25, minutesMax: 60 })
  })

  it('R4 R8 people on hold take no time from the others, and have no forecast', () => {
    const alone = given(atCounter('OpenCounter', one))
    const held = given(
      atCounter('OpenCounter', one),
      ...Array.from({ length: 9 }, () => take(cards)),
      raise(outage({ waiting: 'hold' })),
    )
    expect(wait(held, letters)).toEqual(wait(alone, letters))
    expect(wait(held, cards)).toBeNull()
    expect(wait(further(held, resolve(1)), cards)).not.toBeNull()
  })

  it('R9 goes by the office until three visits are known, then by the middle one of them', () => {
    const two = given(...visits([20, 20]))
    expect(wait(two, cards, 1)).toEqual({ minutesMin: 5, minutesMax: 15 })
    const three = given(...visits([20, 20, 20]))
    expect(wait(three, cards, 1)).toEqual({ minutesMin: 10, minutesMax: 30 })
    const even = given(...visits([10, 20, 30, 40]))
    expect(wait(even, cards, 1)).toEqual({ minutesMin: 15, minutesMax: 35 })
  })

  it('R9 a visit over which the clock jumped does not spoil the forecast', () => {
    const story = given(...visits([10, 10, 10, 10]), take(cards), callNext(one))
    const jumped = further(story, on(story.at + 365 * dayMs, atCounter('Finish', one)))
    expect(wait(jumped, cards, 1)).toEqual({ minutesMin: 5, minutesMax: 15 })
    const back = further(story, on(story.at - hour, atCounter('Finish', one)))
    expect(back.state.visitsMs[cards]?.at(-1)).toBe(0)
    expect(wait(back, cards, 1)).toEqual({ minutesMin: 5, minutesMax: 15 })
  })

  it('R9 remembers the latest twenty visits', () => {
    const story = given(...visits(Array.from({ length: 25 }, (_, i) => i + 1)))
    expect(story.state.visitsMs[cards]).toEqual(Array.from({ length: 20 }, (_, i) => (i + 6) * minute))
  })
})

/** Visits for cards at counter 1, each of so many minutes, one after the other. */
function visits(minutes: readonly number[]): readonly Step[] {
  let at = Date.parse('2027-03-01T08:01:00+07:00')
  return minutes.flatMap((length) => {
    const begins = at
    at += length * minute
    return [on(begins, take(cards)), on(begins, callNext(one)), on(at, atCounter('Finish', one))]
  })
}
