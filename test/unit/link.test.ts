import { expect, test } from 'vitest'
import {
  heardTime,
  hubTime,
  initialLink,
  missesView,
  reduceLink,
  silenceMs,
  type LinkEvent,
  type LinkState,
} from '../../display/ui/link.ts'
import type { StatusView } from '../../shared/views/status.ts'
import type { Beat, ViewMessage } from '../../shared/wire.ts'

// The rules are those of `display/ui/link.ts`. Views are told apart by the office's English name alone.

const view = (name: string): StatusView => ({
  kind: 'status',
  office: {
    name: { id: name, en: name, su: name },
    timeZone: 'Asia/Jakarta',
    language: 'id',
    languages: ['id', 'en', 'su'],
    opening: { open: true, until: null },
    closed: false,
    early: false,
    confirmed: true,
  },
  services: [],
  notices: [],
  planned: [],
  recoveries: [],
})
const message = (name: string, version: number, at: number, epoch = 'first'): ViewMessage<StatusView> => ({
  epoch,
  version,
  at,
  view: view(name),
})
const beat = (version: number, at: number, epoch = 'first'): Beat => ({ epoch, version, at })
const after = (...events: readonly LinkEvent<StatusView>[]): LinkState<StatusView> =>
  events.reduce<LinkState<StatusView>>(reduceLink, initialLink())

const start = 1_000_000
const hubAheadMs = 250

test('L-1 a higher version replaces the view held', () => {
  const newer = message('newer', 8, start + 5_000 + hubAheadMs)
  expect(
    after(
      { type: 'view', message: message('held', 7, start + hubAheadMs), at: start },
      { type: 'view', message: newer, at: start + 5_000 },
    ),
  ).toEqual({ message: newer, heardAt: start + 5_000, hubAheadMs, freshness: 'live' })
})

test('L-1 L-2 a lower version of the same epoch is dropped and proves nothing', () => {
  const held = after({ type: 'view', message: message('held', 7, start + hubAheadMs), at: start })
  const late: LinkEvent<StatusView> = { type: 'view', message: message('late', 6, start - 60_000), at: start + 1_000 }
  expect(reduceLink(held, late)).toBe(held)
})

test('L-2 a view made long ago makes the link live without turning the clock back', () => {
  const again = message('held', 7, start + hubAheadMs)
  expect(
    after(
      { type: 'view', message: message('held', 7, start + hubAheadMs), at: start },
      { type: 'tick', at: start + 20_000 },
      { type: 'view', message: again, at: start + 20_000 },
    ),
  ).toEqual({ message: again, heardAt: start + 20_000, hubAheadMs, freshness: 'live' })
})

test('a beat sets the clock either way', () => {
  const held = message('held', 7, start)
  const turned = (hubAt: number) =>
    after({ type: 'view', message: held, at: start }, { type: 'beat', beat: beat(7, hubAt), at: start + 5_000 })
      .hubAheadMs
  expect([turned(start + 6_000), turned(start - 3_600_000)]).toEqual([1_000, -3_605_000])
})

test('L-1 any version of another epoch replaces the view held', () => {
  const restarted = message('restarted', 1, start + 1_000, 'second')
  expect(
    after(
      { type: 'view', message: message('held', 700, start), at: start },
      { type: 'view', message: restarted, at: start + 1_000 },
    ).message,
  ).toEqual(restarted)
})

test('L-2 silence leads through quiet, old and silent exactly at its steps', () => {
  const heard = after({ type: 'view', message: message('held', 1, start), at: start })
  const freshnessAfter = (silence: number) => reduceLink(heard, { type: 'tick', at: start + silence }).freshness
  expect(
    [
      0,
      silenceMs.quiet - 1,
      silenceMs.quiet,
      silenceMs.old - 1,
      silenceMs.old,
      silenceMs.silent - 1,
      silenceMs.silent,
    ].map(freshnessAfter),
  ).toEqual(['live', 'live', 'quiet', 'quiet', 'old', 'old', 'silent'])
})

test('L-2 a beat that names the view held makes a silent link live and sets the clock', () => {
  const held = message('held', 4, start)
  expect(
    after(
      { type: 'view', message: held, at: start },
      { type: 'tick', at: start + silenceMs.silent },
      { type: 'beat', beat: beat(4, start + 200_900), at: start + 200_000 },
    ),
  ).toEqual({ message: held, heardAt: start + 200_000, hubAheadMs: 900, freshness: 'live' })
})

test('L-2 before anything is heard a tick changes nothing', () => {
  expect(after({ type: 'tick', at: start })).toEqual(initialLink())
})

test('L-2 a tick that changes no step gives the same object, so that nothing is drawn again', () => {
  const heard = after({ type: 'view', message: message('held', 1, start), at: start })
  expect(reduceLink(heard, { type: 'tick', at: start + 1_000 })).toBe(heard)
})

test('L-3 a beat with a view that is not held asks for it, and does not count as proof that the view held is current', () => {
  const held = after({ type: 'view', message: message('held', 4, start), at: start })
  const beats = [beat(4, start), beat(3, start), beat(5, start), beat(1, start, 'second')]
  expect({
    asks: beats.map((each) => missesView(held, each)),
    asksWithNothingHeld: missesView(initialLink(), beat(1, start)),
    afterMissing: reduceLink(held, { type: 'beat', beat: beat(5, start + 9_000), at: start + 9_000 }),
  }).toEqual({ asks: [false, false, true, true], asksWithNothingHeld: true, afterMissing: held })
})

test('L-4 a restored view is never live, however young', () => {
  const kept = message('kept', 9, start)
  expect(
    after({ type: 'restored', message: kept, heardAt: start, at: start + 100 }, { type: 'tick', at: start + 2_000 }),
  ).toEqual({ message: { ...kept, version: 0 }, heardAt: start, hubAheadMs: 0, freshness: 'quiet' })
})

test('L-4 a restored view is as old as what was kept', () => {
  const kept = message('kept', 9, start)
  expect(after({ type: 'restored', message: kept, heardAt: start, at: start + silenceMs.silent }).freshness).toBe(
    'silent',
  )
})

test('L-4 a restored view never replaces one that was heard, and is replaced by one that is', () => {
  const heard = message('heard', 2, start + 10)
  const kept = message('kept', 900, start)
  expect([
    after(
      { type: 'view', message: heard, at: start + 10 },
      { type: 'restored', message: kept, heardAt: start, at: start + 20 },
    ).message,
    after(
      { type: 'restored', message: message('kept', 900, start, 'before'), heardAt: start, at: start },
      { type: 'view', message: heard, at: start + 10 },
    ),
  ]).toEqual([heard, { message: heard, heardAt: start + 10, hubAheadMs: 0, freshness: 'live' }])
})

test('L-5 after a socket has joined anew, its first view replaces what was held whatever its version', () => {
  const fresh = message('fresh', 1, start + 30_000)
  const held = after({ type: 'view', message: message('held', 7, start), at: start })
  const joined = reduceLink(held, { type: 'joined' })
  expect([
    joined,
    missesView(joined, beat(1, start)),
    reduceLink(joined, { type: 'view', message: fresh, at: start + 30_000 }),
    after({ type: 'joined' }),
  ]).toEqual([
    { ...held, message: { ...held.message, version: 0 } },
    true,
    { message: fresh, heardAt: start + 30_000, hubAheadMs: 0, freshness: 'live' },
    initialLink(),
  ])
})

test('L-5 a restored view gives way to any view of the same epoch', () => {
  const heard = message('heard', 1, start + 10)
  expect(
    after(
      { type: 'restored', message: message('kept', 9, start), heardAt: start, at: start },
      { type: 'view', message: heard, at: start + 10 },
    ).message,
  ).toEqual(heard)
})

test('the hub time and the time it was last heard follow the hub clock', () => {
  const state = after({ type: 'view', message: message('held', 1, start + hubAheadMs), at: start })
  expect([hubTime(state, start + 10), heardTime(state), heardTime(initialLink<StatusView>())]).toEqual([
    start + 10 + hubAheadMs,
    start + hubAheadMs,
    null,
  ])
})

test('what has not changed in a view is the same object as before', () => {
  const first = after({ type: 'view', message: message('first', 1, start), at: start })
  const second = reduceLink(first, { type: 'view', message: message('second', 2, start), at: start })
  const third = reduceLink(second, { type: 'view', message: message('second', 3, start), at: start })
  expect(second.message?.view.office.name.en).toBe('second')
  expect(second.message?.view.services).toBe(first.message?.view.services)
  expect(second.message?.view.office.languages).toBe(first.message?.view.office.languages)
  expect(third.message?.view).toBe(second.message?.view)
  expect(third.message?.version).toBe(3)
})
