import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decide, type Decision } from '../../shared/decide.ts'
import { eventSchema, recordedSchema } from '../../shared/events.ts'
import { mainKiosk } from '../../shared/ids.ts'
import { initialState } from '../../shared/state.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { agentView } from '../../shared/views/agent.ts'
import { deskView } from '../../shared/views/desk.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { statusView } from '../../shared/views/status.ts'
import { deepFreeze } from '../core/deep-freeze.ts'
import { move, type Move } from '../core/generators.ts'
import { flawsOf, ledgerFlaws } from '../core/invariants.ts'
import { cards, hall, letters, officeWith, one, pickUp, two } from '../core/small-office.ts'
import {
  budi,
  by,
  callNext,
  on,
  scan,
  sendHome,
  setOffice,
  siti,
  take,
  ticketId,
  turnDay,
  type Step,
} from '../core/steps.ts'
import { asGiven, attempt, dayMs, fold, further, given, morning, secret, untouched, type Story } from '../core/story.ts'

/**
 * Random days at a small office: every command, by the right and the wrong people, while the clock jumps. Each property
 * reads its sequence through `play`, which gives every state it passes. fast-check prints the seed of a failure.
 */
const rules = readFileSync(join(import.meta.dirname, '../../shared/RULES.md'), 'utf8')

/**
 * No random day is long enough for twelve notices, twenty planned ones, a hundred TVs, sixty texts or twenty thousand
 * return tickets.
 */
const beyondReach = new Set(['too-many-notices', 'too-many-screens', 'too-many-texts', 'too-many-returns'])

const sequences = fc.array(move, { minLength: 1, maxLength: 150, size: 'max' })

describe('whatever is asked of the office', () => {
  it('T1 T2 T6 T7 B4 B5 C2 C10 N16 O3 P1 no state and no ledger breaks the invariants', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const last = play(sequence, ({ story }) => expect(flawsOf(story.state)).toEqual([]))
        expect(ledgerFlaws(last.ledger)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('D9 deciding gives the same events twice and changes neither the state nor the command', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, ({ before, step, decision }) => {
          const command = deepFreeze(asGiven(before, step))
          expect(decide(deepFreeze(before.state), command)).toStrictEqual(decision)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('D8 a refused command changes nothing, and an accepted one never takes the day back', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, ({ before, story, decision }) => {
          const holds = decision.ok ? story.state.day >= before.state.day : story.state === before.state
          expect(holds).toBe(true)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('D3 the count of numbers starts anew with a day and only then', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        play(sequence, ({ before, story }) => {
          const began = story.ledger.slice(before.ledger.length).some(({ event }) => event.type === 'DayBegan')
          for (const [service, count] of Object.entries(before.state.given))
            expect(began || (Object.entries(story.state.given).find(([id]) => id === service)?.[1] ?? 0) >= count).toBe(
              true,
            )
        })
      }),
      { numRuns: 100 },
    )
  })

  it('D10 every event is accepted by its schema as it is, and survives JSON', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const { ledger } = play(sequence)
        for (const recorded of ledger) {
          expect(recordedSchema.parse(recorded)).toStrictEqual(recorded)
          expect(JSON.parse(JSON.stringify(recorded))).toStrictEqual(recorded)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('D6 the state read from the last DayBegan on is the state read from the beginning, at every length', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const { ledger } = play(sequence)
        let whole = initialState
        let sinceDawn = initialState
        for (const recorded of ledger) {
          whole = fold([recorded], whole)
          sinceDawn = fold([recorded], recorded.event.type === 'DayBegan' ? initialState : sinceDawn)
          expect(sinceDawn).toStrictEqual(whole)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('V1 V6 every view can be made, and the public ones hold no token and no name', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const last = play(sequence)
        const { state, at } = last
        const agents = new Set([mainKiosk])
        const open = [
          lobbyView(state, at),
          kioskView(state, at, mainKiosk, agents, 'http://hub'),
          statusView(state, at),
        ]
        deskView(state, at, agents, [])
        agentView(state, at, hall, 'http://loket.example')
        const tokens = last.ledger.flatMap(({ event }) => ('token' in event ? [event.token] : []))
        for (const token of tokens.slice(-8)) phoneView(state, at, token)
        const seen = JSON.stringify(open)
        expect([...tokens, 'Siti', 'Budi', 'secret-'].filter((secret) => seen.includes(secret))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('the random days themselves', () => {
  it('reach every kind of event and every refusal of the core', () => {
    const events = new Set<string>()
    const refusals = new Set<string>()
    for (const sequence of fc.sample(sequences, { seed: 20261124, numRuns: 400 })) {
      const { ledger } = play(sequence, ({ decision }) => {
        if (!decision.ok) refusals.add(decision.refusal.reason)
      })
      for (const { event } of ledger) events.add(event.type)
    }
    expect(eventSchema.options.map(({ shape }) => shape.type.value).filter((type) => !events.has(type))).toEqual([])
    const named = [...rules.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, reason]) => reason ?? '')
    expect([...new Set(named)].filter((reason) => !refusals.has(reason) && !beyondReach.has(reason))).toEqual([])
    expect([...beyondReach].filter((reason) => refusals.has(reason))).toEqual([])
  })
})

describe('while priority keeps arriving', () => {
  it('R3 a waiting regular ticket is called within a known number of calls', () => {
    const before = fc.array(fc.tuple(fc.constantFrom(cards, letters, pickUp), fc.constantFrom('regular', 'priority')), {
      maxLength: 12,
    })
    const arrivals = fc.array(fc.tuple(fc.constantFrom(one, two), fc.integer({ min: 0, max: 3 })), {
      minLength: 120,
      maxLength: 120,
      size: 'max',
    })
    fc.assert(
      fc.property(before, fc.integer({ min: 1, max: 4 }), arrivals, (before, priorityInARowMax, arrivals) => {
        const begin = further(untouched, setOffice(officeWith({ priorityInARowMax })))
        let story = further(begin, ...before.map(([service, ticketClass]) => take(service, ticketClass)), take(letters))
        const id = story.state.tickets.count
        const regularBefore = before.filter(([, ticketClass]) => ticketClass === 'regular').length
        // Each of the two counters gives one regular call in so many; any counter may take those before it.
        const callsMax = (regularBefore + 1) * (priorityInARowMax + 1) + 2 * priorityInARowMax
        let calls = 0
        for (const [counter, count] of arrivals) {
          for (let i = 0; i < count; i++) story = further(story, take(letters, 'priority'))
          const { story: after, decision } = attempt(story, by(counter === one ? budi : siti, callNext(counter)))
          if (!decision.ok) continue
          story = after
          calls++
          if (ticketOf(story.state.tickets, ticketId(id))?.state !== 'waiting') break
        }
        expect(calls).toBeLessThanOrEqual(callsMax)
      }),
      { numRuns: 100 },
    )
  })
})

describe('while people keep coming back', () => {
  it('R10 somebody of today is called within a known number of calls', () => {
    const before = fc.array(fc.constantFrom('back', 'today'), { maxLength: 12 })
    const arrivals = fc.array(fc.tuple(fc.constantFrom(one, two), fc.integer({ min: 0, max: 3 })), {
      minLength: 60,
      maxLength: 60,
      size: 'max',
    })
    const comers = 200
    const nextMorning = (inARowMax: number) =>
      further(
        untouched,
        setOffice(officeWith({ returns: { inARowMax, perDay: 999 } })),
        ...Array.from({ length: comers }, () => take(letters)),
        sendHome(letters),
        on(morning + dayMs, turnDay),
      )
    const mornings = [1, 2, 3, 4].map(nextMorning)
    fc.assert(
      fc.property(before, fc.integer({ min: 1, max: 4 }), arrivals, (before, inARowMax, arrivals) => {
        let scanned = 0
        const comes = () => scan(secret((scanned += 1)))
        const steps = before.map((who) => (who === 'back' ? comes() : take(letters)))
        let story = further(mornings[inARowMax - 1] ?? untouched, ...steps, take(letters))
        const id = story.state.ticketsGiven
        const todayBefore = before.filter((who) => who === 'today').length
        // Each of the two counters gives one call in so many to those of today; any of them may take those before.
        const callsMax = (todayBefore + 1) * (inARowMax + 1) + 2 * inARowMax
        let calls = 0
        for (const [counter, count] of arrivals) {
          story = further(story, ...Array.from({ length: Math.min(count, comers - scanned) }, comes))
          const { story: after, decision } = attempt(story, by(counter === one ? budi : siti, callNext(counter)))
          if (!decision.ok) continue
          story = after
          calls++
          if (ticketOf(story.state.tickets, ticketId(id))?.state !== 'waiting') break
        }
        expect(calls).toBeLessThanOrEqual(callsMax)
      }),
      { numRuns: 60 },
    )
  })
})

interface Passed {
  readonly before: Story
  readonly step: Step
  readonly decision: Decision
  readonly story: Story
}

/** Plays a sequence on a clock of its own, which goes on also when a command is refused. */
function play(sequence: readonly Move[], onStep: (passed: Passed) => void = () => {}): Story {
  let story = given()
  let clock = story.at
  for (const { clockMs, step: make } of sequence) {
    clock = Math.max(0, clock + clockMs)
    const before = story
    const step = make(story.state, clock)
    const { story: after, decision } = attempt(before, step)
    story = after
    onStep({ before, step, decision, story })
  }
  return story
}
