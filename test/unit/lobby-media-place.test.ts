import { expect, test } from 'vitest'
import {
  called,
  hours,
  morning,
  planned,
  recovered,
  unconfirmed,
  withNotices,
} from '../../display/gallery/lobby-scenarios.ts'
import { morningAt } from '../../display/gallery/notices.ts'
import { linkWith, Scenario } from '../../display/gallery/scenario.ts'
import type { Showing } from '../../display/lobby/call-queue.ts'
import { isPlaceFree } from '../../display/lobby/media-place.ts'
import { ownView } from '../../display/lobby/own-view.ts'
import type { Freshness } from '../../display/ui/link.ts'
import { screenIdSchema } from '../../shared/ids.ts'
import type { Shows } from '../../shared/screens.ts'
import { lobbyView } from '../../shared/views/lobby.ts'

// When the large number's place may be lent to pictures: offices as the gallery shows them.

const at = (scenario: Scenario, minutes: number) => scenario.at + minutes * 60_000

function isFree(
  scenario: Scenario,
  minutes: number,
  { freshness = 'live', shows, behind = 0 }: { freshness?: Freshness; shows?: Shows; behind?: number } = {},
): boolean {
  const now = at(scenario, minutes)
  const settings = shows && { screen: screenIdSchema.parse('test-screen-1'), name: 'Pintu', shows }
  const view = ownView(lobbyView(scenario.state, now), settings)
  const call = view.calls[behind]
  const showing: Showing | null = call ? { call, since: 0, announced: true } : null
  return isPlaceFree(linkWith(view, now, freshness), showing, now)
}

test('a quiet board lends it, also before the first call and beside what is planned', () => {
  expect([
    isFree(called(6), 20),
    isFree(morning(), 5),
    isFree(planned(called(6)), 20),
    isFree(called(6), 20, { shows: { kind: 'services', services: [called(6).state.office.services[0]!.id] } }),
  ]).toEqual([true, true, true, true])
})

test('never beside a notice, nor beside what works again', () => {
  expect([isFree(withNotices(called(6), 1), 20), isFree(recovered(1), 40)]).toEqual([false, false])
})

test('a notice that this screen does not show is none for it', () => {
  const scenario = withNotices(called(6), 1)
  const letters = scenario.state.office.services.find(({ letter }) => letter === 'D')
  expect(isFree(scenario, 20, { shows: { kind: 'services', services: [letters!.id] } })).toBe(true)
})

test('never while the hub is not heard, from the first quiet second on', () => {
  const freshnesses = ['connecting', 'quiet', 'old', 'silent'] as const
  expect(freshnesses.map((freshness) => isFree(called(6), 20, { freshness }))).toEqual([false, false, false, false])
})

test('never while a call waits for its turn on the board', () => {
  expect(isFree(called(6), 20, { behind: 1 })).toBe(false)
})

test('never on a screen of notices alone', () => {
  expect(isFree(called(6), 20, { shows: { kind: 'notices' } })).toBe(false)
})

test('never while the day is not confirmed', () => {
  expect(isFree(unconfirmed(), 20)).toBe(false)
})

test('never at night, nor in the hour before opening', () => {
  expect([isFree(new Scenario(morningAt(23), hours), 0), isFree(new Scenario(morningAt(7, 40), hours), 0)]).toEqual([
    false,
    false,
  ])
})
