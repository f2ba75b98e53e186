import { expect, test } from 'vitest'
import { isDimmed, isReloadDue, shiftOf } from '../../display/lobby/night.ts'
import { nameSizePx } from '../../display/lobby/name-size.ts'
import { isSocketSilent } from '../../display/ui/second-path.ts'
import { momentOf } from '../../shared/day.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema, ticketIdSchema } from '../../shared/ids.ts'
import { initialState } from '../../shared/state.ts'
import { serviceView } from '../../shared/views/common.ts'
import { lobbyView, type LobbyView } from '../../shared/views/lobby.ts'

// What a board does for itself over weeks. The office is in Asia/Jakarta.

const minuteMs = 60_000
const at = (hour: number, minute = 0) =>
  momentOf(daySchema.parse('2026-11-24'), hour * 60 + minute, exampleOffice.timeZone)

function view(change: { opens?: number | null; early?: boolean; calledAt?: number; waiting?: number }): LobbyView {
  const empty = lobbyView(initialState, at(3))
  const { opens, early = false, calledAt, waiting = 0 } = change
  const service = serviceView(exampleOffice.services[0]!)
  const counter = { id: 'Loket 1', en: 'Counter 1', su: 'Loket 1' }
  const call = { call: 1, ticket: ticketIdSchema.parse(1), number: 'A001', counter, service }
  return {
    ...empty,
    office: {
      ...empty.office,
      early,
      opening: opens === undefined ? { open: true, until: null } : { open: false, until: opens },
    },
    calls: calledAt === undefined ? [] : [{ ...call, at: calledAt }],
    services: empty.services.map((each, i) => (i === 0 ? { ...each, waiting } : each)),
  }
}

test('it is dark while the office is closed, and bright from an hour before it opens', () => {
  const closed = view({ opens: at(8) })
  expect([at(3), at(6, 59), at(7), at(7, 30)].map((now) => isDimmed(closed, now))).toEqual([true, true, false, false])
})

test('it is bright while open, and after closing as long as somebody was called within the hour', () => {
  const late = view({ opens: null, calledAt: at(16) })
  expect([isDimmed(view({}), at(3)), isDimmed(late, at(16, 59)), isDimmed(late, at(17))]).toEqual([false, false, true])
})

test('it is bright while numbers are given before the counters open', () => {
  expect(isDimmed(view({ opens: at(8), early: true }), at(3, 10))).toBe(false)
})

test('the page is loaded afresh between two and four at night, once, and only when nobody waits or is called', () => {
  const long = 7 * 60 * minuteMs
  expect({
    before: isReloadDue(view({}), at(1, 59), long),
    from: isReloadDue(view({}), at(2), long),
    until: isReloadDue(view({}), at(3, 59), long),
    after: isReloadDue(view({}), at(4), long),
    again: isReloadDue(view({}), at(3), 30 * minuteMs),
    waiting: isReloadDue(view({ waiting: 1 }), at(3), long),
    calling: isReloadDue(view({ calledAt: at(2, 30) }), at(3), long),
  }).toEqual({ before: false, from: true, until: true, after: false, again: false, waiting: false, calling: false })
})

test('the picture moves by a hair every five minutes, and comes back to where it was', () => {
  const start = at(8)
  const places = Array.from({ length: 9 }, (_, step) => shiftOf(start + step * 5 * minuteMs))
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(8)
  expect(places[8]).toEqual(places[0])
  expect(Math.max(...places.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBeLessThan(0.5)
})

test('the second path is tried after twelve seconds of silence, and for as long as only it is heard', () => {
  expect([
    isSocketSilent(0, null, 11_999),
    isSocketSilent(0, null, 12_000),
    isSocketSilent(20_000, 20_000, 21_000),
    isSocketSilent(22_000, 20_000, 23_000),
  ]).toEqual([false, true, true, false])
})

test('a name is as large as its place allows, on one line while it can, then on more', () => {
  const short = nameSizePx('Loket 3', 400, 80)
  const long = nameSizePx('Loket Pelayanan Prioritas dan Lansia', 400, 80)
  expect(short).toBe(80)
  expect(long).toBeGreaterThan(400 / ('Loket Pelayanan Prioritas dan Lansia'.length * 0.55))
  expect(long).toBeLessThanOrEqual(40)
})
