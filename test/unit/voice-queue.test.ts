import { describe, expect, test } from 'vitest'
import {
  noticeEveryMs,
  reduceVoice,
  silentQueue,
  type VoiceEvent,
  type VoiceQueue,
} from '../../display/lobby/voice-queue.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { noticeIdSchema, ticketIdSchema } from '../../shared/ids.ts'
import { serviceView, type NoticeView, type RecoveryView } from '../../shared/views/common.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'

// What is said aloud, and in what order (V-1 to V-7 in voice-queue.ts). The screen's clock starts at 0, the hub's at `hub`.

const hub = Date.parse('2026-11-24T08:00:00+07:00')
const second = 1_000

describe('calls', () => {
  test('V-2 a page sounds nothing it was born with', () => {
    expect(said(heard(view([call(2), call(1)])))).toBeNull()
    expect(said(heard(view([]), view([call(1)])))).toBe('A001 twice')
  })

  test('V-1 V-2 calls of the same second are said one after the other, in the order they were made', () => {
    let queue = heard(view([]), view([call(3), call(2), call(1)]))
    const turns: (string | null)[] = []
    for (let at = 10; at < 14; at++) {
      turns.push(said(queue))
      queue = after(queue, view([call(3), call(2), call(1)], { at: at * second }), ended(queue, at * second))
    }
    expect(turns).toEqual(['A001 twice', 'A002 twice', 'A003 twice', null])
  })

  test('V-1 nothing begins before the player has ended, unless it never says so', () => {
    let queue = heard(view([]), view([call(1)]), view([call(2), call(1)]), tick(239))
    expect(said(queue)).toBe('A001 twice')
    // The end of another turn says nothing of this one.
    queue = after(queue, { type: 'said', turn: 7, at: 239 * second })
    expect(said(queue)).toBe('A001 twice')
    expect(said(after(queue, tick(242)))).toBe('A002 twice')
  })

  test('V-2 a call that comes too late is not said, wherever it was held up', () => {
    expect(said(heard(view([]), view([call(1, { at: 0 })], { at: 61 * second })))).toBeNull()
    expect(said(heard(view([call(4)]), view([call(5, { at: 29 }), call(4)], { at: 90 * second })))).toBeNull()
  })

  test('V-2 a call that waits its turn longer than that is said all the same', () => {
    const calls = [call(2), call(1)]
    const queue = heard(view([]), view(calls), view(calls, { at: 100 * second }))
    expect(said(after(queue, ended(queue, 101 * second)))).toBe('A002 twice')
  })

  test('V-2 a hub that begins a new ledger is heard again', () => {
    expect(said(heard(view([call(40)]), view([call(1)], { epoch: 'new' })))).toBeNull()
    expect(said(heard(view([call(40)]), view([], { epoch: 'new' }), view([call(1)], { epoch: 'new' })))).toBe(
      'A001 twice',
    )
  })

  test('V-3 a recall is said again', () => {
    let queue = heard(view([]), view([call(1)]))
    queue = after(queue, ended(queue, 9 * second), view([call(2, { ticket: 1 })], { at: 20 * second }))
    expect(said(queue)).toBe('A001 twice')
  })

  test('V-3 a recall of the number that is being said waits for its own turn', () => {
    const queue = heard(view([]), view([call(1)]), view([call(2, { ticket: 1 })]))
    expect({ now: said(queue), waiting: waiting(queue) }).toEqual({ now: 'A001 twice', waiting: ['A001'] })
  })

  test('V-3 a recall of a number that still waits keeps its turn', () => {
    const queue = heard(view([]), view([call(3), call(2), call(1)]), view([call(4, { ticket: 2 }), call(3), call(1)]))
    expect({ now: said(queue), waiting: waiting(queue) }).toEqual({ now: 'A001 twice', waiting: ['A002', 'A003'] })
  })

  test('V-4 while many wait each is read once, also the one being said, and none is left out', () => {
    const many = Array.from({ length: 8 }, (_, i) => call(8 - i))
    let queue = heard(view([]), view(many.slice(-4)))
    expect(said(queue)).toBe('A001 twice')
    queue = after(queue, view(many))
    const turns: (string | null)[] = []
    for (let at = 10; at < 19; at++) {
      turns.push(said(queue))
      queue = after(queue, ended(queue, at * second))
    }
    expect(turns).toEqual([
      'A001 once',
      'A002 once',
      'A003 once',
      'A004 once',
      'A005 twice',
      'A006 twice',
      'A007 twice',
      'A008 twice',
      null,
    ])
  })

  test('V-6 a call that is taken back falls silent, whether it is being said or waits', () => {
    const queue = heard(view([call(1)]), view([call(3), call(2), call(1)]))
    expect(said(queue)).toBe('A002 twice')
    expect(said(after(queue, view([call(3), call(1)])))).toBe('A003 twice')
    expect(waiting(after(queue, view([call(2), call(1)])))).toEqual([])
  })
})

describe('notices', () => {
  test('V-5 one that is raised is said at once, then every ten minutes while it stands', () => {
    let queue = heard(view([]), view([], { notices: [notice(1)] }))
    const turns: [number, string][] = []
    for (let at = 0; at <= 41 * 60; at += 10) {
      queue = after(queue, tick(at))
      const now = said(queue)
      if (now !== null) turns.push([at / 60, now])
      queue = after(queue, ended(queue, at * second))
    }
    expect(turns).toEqual([0, 10, 20, 30, 40].map((minute) => [minute, 'notice 1 from 0']))
  })

  test('V-5 one that was raised before this page was opened waits for its next time', () => {
    const old = notice(1, { ageMs: 25 * 60 * second })
    const queue = heard(view([], { notices: [old] }))
    expect([0, 299, 301].map((at) => said(after(queue, tick(at))))).toEqual([null, null, 'notice 1 from 0'])
  })

  test('V-5 one that was raised just before this page was opened is said', () => {
    expect(said(heard(view([], { notices: [notice(1, { ageMs: 30 * second })] })))).toBe('notice 1 from 0')
  })

  test('V-5 one that this page learns of late is still news', () => {
    const missed = notice(1, { ageMs: 25 * 60 * second })
    expect(said(heard(view([]), view([], { notices: [missed] })))).toBe('notice 1 from 0')
  })

  test('V-5 a change is said at once, from its beginning', () => {
    let queue = heard(view([]), view([], { notices: [notice(1)] }))
    queue = after(queue, ended(queue, 20 * second))
    const changed = notice(1, { revision: 2, at: 60 })
    expect(said(after(queue, view([], { notices: [changed], at: 60 * second })))).toBe('notice 1 from 0')
    const during = heard(view([]), view([], { notices: [notice(1)] }))
    const again = after(during, sentence(during), view([], { notices: [changed], at: 60 * second }))
    expect({ said: said(again), isNewTurn: again.saying?.turn !== during.saying?.turn }).toEqual({
      said: 'notice 1 from 0',
      isNewTurn: true,
    })
  })

  test('V-5 it gives way to a call, and goes on with the sentence that was cut off', () => {
    let queue = heard(view([]), view([], { notices: [notice(1)] }))
    queue = after(queue, sentence(queue), sentence(queue))
    const withCall = view([call(1)], { notices: [notice(1)], at: 9 * second })
    queue = after(queue, withCall)
    expect(said(queue)).toBe('A001 twice')
    queue = after(queue, ended(queue, 15 * second))
    expect(said(queue)).toBe('notice 1 from 2')
    queue = after(queue, ended(queue, 25 * second), tick(599))
    expect(said(queue)).toBeNull()
    expect(said(after(queue, tick(600)))).toBe('notice 1 from 0')
  })

  test('V-5 calls that wait come first', () => {
    const queue = heard(view([]), view([call(2), call(1)], { notices: [notice(1)] }))
    expect({ now: said(queue), waiting: waiting(queue) }).toEqual({ now: 'A001 twice', waiting: ['A002'] })
  })

  test('V-5 several are said one after the other, the gravest first', () => {
    let queue = heard(view([]), view([], { notices: [notice(2), notice(1)] }))
    const first = said(queue)
    queue = after(queue, ended(queue, 20 * second))
    expect([first, said(queue), said(after(queue, ended(queue, 40 * second)))]).toEqual([
      'notice 2 from 0',
      'notice 1 from 0',
      null,
    ])
  })

  test('V-6 one that is over falls silent', () => {
    const queue = heard(view([]), view([], { notices: [notice(2), notice(1)] }))
    expect(said(after(queue, view([], { notices: [notice(1)] })))).toBe('notice 1 from 0')
    expect(said(after(queue, view([])))).toBeNull()
  })

  test('V-6 none is repeated while the hub is not heard', () => {
    let queue = heard(view([]), view([], { notices: [notice(1)] }))
    queue = after(queue, ended(queue, 20 * second), tick(650, false))
    expect(said(queue)).toBeNull()
    expect(said(after(queue, tick(651)))).toBe('notice 1 from 0')
  })

  test('V-5 a clock of the hub that jumps says nothing twice', () => {
    let queue = heard(view([]), view([], { notices: [notice(1)] }))
    queue = after(queue, ended(queue, 20 * second))
    const jumped: VoiceEvent = { type: 'tick', hubNow: hub - 50 * noticeEveryMs, isLive: true, at: 30 * second }
    queue = after(queue, jumped, tick(599))
    expect(said(queue)).toBeNull()
    expect(said(after(queue, tick(600)))).toBe('notice 1 from 0')
  })
})

describe('what works again', () => {
  const raised = () => heard(view([]), view([], { notices: [notice(1)] }))
  const over = (at: number, change: { endedAt?: number; services?: number } = {}) =>
    view([], { recoveries: [recovery(1, { endedAt: at, ...change })], at: at * second })

  test('V-7 is said once when a notice that was said is over', () => {
    let queue = raised()
    queue = after(queue, ended(queue, 20 * second), over(30))
    expect(said(queue)).toBe('recovery 1 from 0')
    queue = after(queue, over(31, { endedAt: 30 }), ended(queue, 34 * second), over(35, { endedAt: 30 }), tick(40))
    expect([said(queue), queue.recoveries]).toEqual([null, []])
  })

  test('V-7 is said also of a notice that is cut off by it, and of one that stood when this page was opened', () => {
    expect(said(after(raised(), over(5)))).toBe('recovery 1 from 0')
    const old = notice(1, { ageMs: 25 * 60 * second })
    expect(said(heard(view([], { notices: [old] }), over(5)))).toBe('recovery 1 from 0')
  })

  test('V-7 is not said of what was over when this page was opened, nor of a notice that nobody has heard', () => {
    expect(said(heard(over(5), over(6, { endedAt: 5 })))).toBeNull()
    const unheard = heard(view([]), view([call(1)], { notices: [notice(1)] }))
    const later = after(unheard, view([call(1)], { recoveries: [recovery(1)], at: 5 * second }))
    expect(said(after(later, ended(later, 9 * second)))).toBeNull()
  })

  test('V-7 waits for the calls, and is not said when they take more than a minute', () => {
    const busy = after(raised(), view([call(1)], { recoveries: [recovery(1, { endedAt: 2 })], at: 2 * second }))
    expect(said(busy)).toBe('A001 twice')
    expect(said(after(busy, tick(50), ended(busy, 50 * second)))).toBe('recovery 1 from 0')
    expect(said(after(busy, tick(63), ended(busy, 63 * second)))).toBeNull()
    expect(said(after(busy, tick(63, false), ended(busy, 63 * second)))).toBeNull()
  })

  test('V-7 is not said by a page that learns of it more than a minute late', () => {
    expect(said(after(raised(), ended(raised(), 20 * second), over(120, { endedAt: 50 })))).toBeNull()
  })

  test('V-7 gives way to a call, goes on with the sentence that was cut off, and comes before notices', () => {
    const both = heard(view([]), view([], { notices: [notice(1), notice(2)] }))
    const other = { notices: [notice(2)], recoveries: [recovery(1, { endedAt: 2 })] }
    let queue = after(both, view([], { ...other, at: 2 * second }))
    expect(said(queue)).toBe('recovery 1 from 0')
    queue = after(queue, sentence(queue), view([call(1)], { ...other, at: 6 * second }))
    expect(said(queue)).toBe('A001 twice')
    queue = after(queue, ended(queue, 12 * second))
    expect(said(queue)).toBe('recovery 1 from 1')
    expect(said(after(queue, ended(queue, 14 * second)))).toBe('notice 2 from 0')
  })

  test('V-6 what is touched by another notice meanwhile falls silent', () => {
    const queue = after(raised(), over(5, { services: 2 }))
    expect(said(after(queue, over(6, { endedAt: 5, services: 2 })))).toBe('recovery 1 from 0')
    expect(said(after(queue, view([], { at: 6 * second })))).toBeNull()
    const partly = after(queue, sentence(queue), over(6, { endedAt: 5, services: 1 }))
    expect([partly.saying?.turn !== queue.saying?.turn, said(partly)]).toEqual([true, 'recovery 1 from 1'])
  })
})

function heard(...events: readonly VoiceEvent[]): VoiceQueue {
  return after(silentQueue, ...events)
}

function after(queue: VoiceQueue, ...events: readonly VoiceEvent[]): VoiceQueue {
  return events.reduce(reduceVoice, queue)
}

function said({ saying }: VoiceQueue): string | null {
  if (saying === null) return null
  return saying.kind === 'call'
    ? `${saying.call.number} ${saying.readings === 1 ? 'once' : 'twice'}`
    : saying.kind === 'notice'
      ? `notice ${saying.notice.id} from ${saying.read}`
      : `recovery ${saying.recovery.id} from ${saying.read}`
}

function waiting(queue: VoiceQueue): readonly string[] {
  return queue.pending.map(({ number }) => number)
}

function view(
  calls: readonly LobbyCall[],
  {
    notices = [],
    recoveries = [],
    epoch = 'one',
    at = second,
  }: { notices?: readonly NoticeView[]; recoveries?: readonly RecoveryView[]; epoch?: string; at?: number } = {},
): VoiceEvent {
  return { type: 'view', epoch, calls, notices, recoveries, hubNow: hub + at, at }
}

/** Over `endedAt` seconds after the start. */
function recovery(
  id: number,
  { endedAt = 1, services = 1 }: { endedAt?: number; services?: number } = {},
): RecoveryView {
  const works = exampleOffice.services.slice(0, services).map(serviceView)
  return {
    id: noticeIdSchema.parse(id),
    office: false,
    services: works,
    endedAt: hub + endedAt * second,
    held: 0,
    languages: null,
  }
}

function tick(atSeconds: number, isLive = true): VoiceEvent {
  return { type: 'tick', hubNow: hub + atSeconds * second, isLive, at: atSeconds * second }
}

function ended({ saying }: VoiceQueue, at: number): VoiceEvent {
  return { type: 'said', turn: saying?.turn ?? -1, at }
}

function sentence({ saying }: VoiceQueue): VoiceEvent {
  return { type: 'sentence-said', turn: saying?.turn ?? -1, at: 5 * second }
}

/** The call of the ticket with the same number, unless it is a recall of another, `at` seconds after the start. */
function call(count: number, { ticket = count, at = 1 }: { ticket?: number; at?: number } = {}): LobbyCall {
  return {
    call: count,
    ticket: ticketIdSchema.parse(ticket),
    number: `A${String(ticket).padStart(3, '0')}`,
    counter: exampleOffice.counters[0]!.name,
    service: serviceView(exampleOffice.services[0]!),
    at: hub + at * second,
  }
}

/** Raised or changed `at` seconds after the start, or so long before it. */
function notice(
  id: number,
  { revision = 1, at = 0, ageMs = 0 }: { revision?: number; at?: number; ageMs?: number } = {},
): NoticeView {
  return {
    id: noticeIdSchema.parse(id),
    revision,
    kind: 'outage',
    office: true,
    services: [],
    stillOpen: [],
    systems: [],
    cause: null,
    instruction: null,
    since: hub - ageMs,
    updatedAt: hub + at * second - ageMs,
    expectedEnd: null,
    nextNews: null,
    newTickets: 'stop',
    waiting: 'keep',
    languages: null,
    stillWorks: null,
  }
}
