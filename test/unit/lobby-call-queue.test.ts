import { expect, test } from 'vitest'
import {
  announceAgeMsMax,
  callShownBusyMs,
  callShownMs,
  emptyQueue,
  reduceCalls,
  type CallQueue,
} from '../../display/lobby/call-queue.ts'
import { ticketIdSchema } from '../../shared/ids.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { serviceView } from '../../shared/views/common.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'

// The rules are those of `display/lobby/call-queue.ts`. A board driven by a clock that stands still until it is moved.

const service = serviceView(exampleOffice.services[0]!)
const hubStart = 1_764_000_000_000

function call(number: number, at: number, ticket = number): LobbyCall {
  const counter = { id: 'Loket 1', en: 'Counter 1', su: 'Loket 1' }
  return {
    call: number,
    ticket: ticketIdSchema.parse(ticket),
    number: `A${String(ticket).padStart(3, '0')}`,
    counter,
    service,
    at,
  }
}

class Board {
  queue: CallQueue = emptyQueue
  /** What came up, when, and whether it was announced. */
  readonly shown: (readonly [ms: number, call: number, announced: boolean])[] = []
  #now = 0

  /** The hub sends these calls, given oldest first. */
  view(calls: readonly LobbyCall[], epoch = 'first'): this {
    return this.#take({ type: 'view', epoch, calls: calls.toReversed(), hubNow: hubStart + this.#now, at: this.#now })
  }

  /** Moves the clock on, looking at the queue every tenth of a second as the page does. */
  wait(ms: number): this {
    for (const end = this.#now + ms; this.#now < end;) {
      this.#now += 100
      this.#take({ type: 'tick', at: this.#now })
    }
    return this
  }

  #take(event: Parameters<typeof reduceCalls>[1]): this {
    const before = this.queue.showing
    this.queue = reduceCalls(this.queue, event)
    const { showing } = this.queue
    if (showing && showing !== before) this.shown.push([showing.since, showing.call.call, showing.announced])
    return this
  }
}

test('Q-1 three calls within a second each get their time, in the order they were made', () => {
  const calls = [call(1, hubStart), call(2, hubStart + 300), call(3, hubStart + 600)]
  const board = new Board().view([]).view(calls.slice(0, 1)).wait(300).view(calls.slice(0, 2)).wait(300).view(calls)
  expect(board.wait(60_000).shown).toEqual([
    [0, 1, true],
    [callShownMs, 2, true],
    [2 * callShownMs, 3, true],
  ])
})

test('Q-1 twelve calls at once are all shown, faster while many wait, none below the least time', () => {
  const calls = Array.from({ length: 12 }, (_, i) => call(i + 1, hubStart))
  const { shown } = new Board().view([]).view(calls).wait(120_000)
  const times = shown.map(([ms], i) => (shown[i + 1]?.[0] ?? Infinity) - ms)
  expect({ calls: shown.map(([, number]) => number), fastest: Math.min(...times), slowest: times.at(-2) }).toEqual({
    calls: calls.map(({ call: number }) => number),
    fastest: callShownBusyMs,
    slowest: callShownMs,
  })
})

test('Q-1 a waiting call is not lost when newer ones push it off the list', () => {
  const calls = Array.from({ length: 16 }, (_, i) => call(i + 1, hubStart))
  const board = new Board().view([]).view(calls.slice(0, 12)).view(calls.slice(4)).wait(120_000)
  expect(board.shown.map(([, number]) => number)).toEqual(calls.map(({ call: number }) => number))
})

test('Q-2 what was called before the page was opened is shown and not announced', () => {
  const board = new Board().view([call(4, hubStart - 1_000), call(5, hubStart - 500)]).wait(30_000)
  expect(board.shown).toEqual([[0, 5, false]])
})

test('Q-2 the same view again, or one with an older call, announces nothing', () => {
  const calls = [call(4, hubStart), call(5, hubStart)]
  const board = new Board().view(calls).view(calls).wait(1_000).view(calls, 'hub restarted').wait(30_000)
  expect(board.shown).toEqual([[0, 5, false]])
})

test('Q-2 after the link was cut, calls too old to answer are shown without a sound and young ones are announced', () => {
  const cutMs = 200_000
  const old = call(6, hubStart + cutMs - announceAgeMsMax - 1)
  const young = call(7, hubStart + cutMs - announceAgeMsMax)
  const before = [call(5, hubStart)]
  expect([
    new Board()
      .view(before)
      .wait(cutMs)
      .view([...before, old])
      .wait(10_000).shown,
    new Board()
      .view(before)
      .wait(cutMs)
      .view([...before, old, young])
      .wait(10_000).shown,
  ]).toEqual([
    [
      [0, 5, false],
      [cutMs, 6, false],
    ],
    [
      [0, 5, false],
      [cutMs, 7, true],
    ],
  ])
})

test('Q-2 a hub with a new ledger counts from one again, and its calls are announced', () => {
  const board = new Board()
    .view([call(500, hubStart)])
    .wait(1_000)
    .view([], 'second')
    .wait(1_000)
  board.view([call(1, hubStart + 2_000)], 'second')
  expect(board.shown.at(-1)).toEqual([2_000, 1, true])
})

test('Q-3 a recall of the number on the board is announced once more, after its time', () => {
  const board = new Board()
    .view([])
    .view([call(1, hubStart, 9)])
    .wait(1_000)
  board.view([call(2, hubStart + 1_000, 9)]).wait(30_000)
  expect(board.shown).toEqual([
    [0, 1, true],
    [callShownMs, 2, true],
  ])
})

test('Q-3 a recall of a number that still waits keeps its turn', () => {
  const board = new Board()
    .view([])
    .view([call(1, hubStart), call(2, hubStart, 20), call(3, hubStart)])
    .wait(1_000)
  board.view([call(1, hubStart), call(3, hubStart), call(4, hubStart + 1_000, 20)]).wait(60_000)
  expect(board.shown.map(([, number]) => number)).toEqual([1, 4, 3])
})

test('Q-4 a call taken back leaves the board and the line', () => {
  const [first, second, third] = [call(1, hubStart), call(2, hubStart), call(3, hubStart)]
  const board = new Board().view([first]).wait(1_000).view([first, second, third]).wait(1_000).view([first, third])
  expect(board.wait(60_000).shown).toEqual([
    [0, 1, false],
    [1_000, 2, true],
    [2_000, 3, true],
  ])
  expect(board.view([]).queue).toEqual({ highest: 3, epoch: 'first', showing: null, pending: [] })
})
