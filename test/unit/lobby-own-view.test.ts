import { expect, onTestFinished, test, vi } from 'vitest'
import { ownLink } from '../../display/lobby/own-link.ts'
import { ownView } from '../../display/lobby/own-view.ts'
import { officeStanding, standingOf } from '../../display/lobby/service-standing.ts'
import { watchCalls, type CallBoard } from '../../display/lobby/call-board.ts'
import type { Link } from '../../display/ui/connect.ts'
import { initialLink, reduceLink, type LinkState } from '../../display/ui/link.ts'
import {
  called,
  early,
  full,
  hours,
  planned,
  unconfirmed,
  wholeOffice,
  withNotices,
} from '../../display/gallery/lobby-scenarios.ts'
import { morningAt } from '../../display/gallery/notices.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { screenIdSchema, ticketIdSchema } from '../../shared/ids.ts'
import type { Shows } from '../../shared/screens.ts'
import { lobbyView, type LobbyView } from '../../shared/views/lobby.ts'

// What a TV shows of what the hub sends to all of them, and that nothing of the rest reaches it.

const screen = screenIdSchema.parse('test-screen-1')
const letters = (shown: string) =>
  exampleOffice.services.filter(({ letter }) => shown.includes(letter)).map(({ id }) => id)
const services = (shown: string): Shows => ({ kind: 'services', services: letters(shown) })
const settings = (shows: Shows) => ({ screen, name: 'Pintu masuk', shows })
const at = morningAt(8, 30)

function shown(view: LobbyView) {
  return {
    calls: view.calls.map(({ number }) => number),
    services: view.services.map(({ letter }) => letter),
    notices: view.notices.map(({ id }) => id),
    planned: view.planned.length,
  }
}

test('a TV of which nothing was said shows everything', () => {
  const view = lobbyView(withNotices(called(3), 2).state, at)
  expect(ownView(view, undefined)).toEqual({ ...view, shows: { kind: 'everything' } })
})

test('a TV for some services has their calls, their figures, and the notices that touch them or the whole office', () => {
  const view = lobbyView(withNotices(called(6), 4).state, at)
  expect([shown(view), shown(ownView(view, settings(services('AC'))))]).toEqual([
    {
      calls: ['A002', 'C001', 'G001', 'D001', 'B001', 'A001'],
      services: exampleOffice.services.map(({ letter }) => letter),
      notices: [1, 3, 2, 4],
      planned: 0,
    },
    { calls: ['A002', 'C001', 'A001'], services: ['A', 'C'], notices: [1, 2, 4], planned: 0 },
  ])
})

test('a plan is told where it touches a service, and what works again likewise', () => {
  const view = lobbyView(planned(called(1)).state, at)
  expect(['A', 'D'].map((letter) => shown(ownView(view, settings(services(letter)))).planned)).toEqual([1, 0])
  const scenario = withNotices(called(1), 2)
  const [first] = scenario.state.notices
  scenario.give(staff, { type: 'ResolveNotice', notice: first!.id }, 20)
  const again = lobbyView(scenario.state, at)
  expect(['A', 'C'].map((letter) => ownView(again, settings(services(letter))).recoveries.length)).toEqual([1, 0])
})

test('a TV of notices alone has every notice and service, and no call', () => {
  const view = lobbyView(withNotices(called(6), 2).state, at)
  expect(ownView(view, settings({ kind: 'notices' }))).toEqual({ ...view, shows: { kind: 'notices' }, calls: [] })
})

test('a TV whose services the office no longer has shows everything', () => {
  const view = lobbyView(called(3).state, at)
  const gone: Shows = { kind: 'services', services: ['no-such-service' as never] }
  expect(ownView(view, settings(gone))).toEqual({ ...view, shows: { kind: 'everything' } })
})

/** So many people for another service, each called at once. */
function callOthers(scenario: Scenario, count: number): void {
  const [service] = letters('D')
  const counter = exampleOffice.counters.find(({ services: given }) => service && given.includes(service))
  for (let call = 0; call < count; call++) {
    scenario.give(kiosk, { type: 'TakeTicket', service: service!, class: 'regular' }, 20 + call)
    const ticket = ticketIdSchema.parse(scenario.state.ticketsGiven)
    scenario.give(staff, { type: 'CallTicket', counter: counter!.id, ticket }, 20 + call)
  }
}

test('C12 a TV for a service has its last calls, also one that is switched on after others pushed them off the board', () => {
  const own = settings(services('A'))
  const scenario = called(3)
  scenario.give(staff, { type: 'SetScreen', settings: own }, 60)
  expect(shown(ownView(lobbyView(scenario.state, at), own)).calls).toEqual(['A001'])
  callOthers(scenario, 12)
  const pushed = lobbyView(scenario.state, at)
  expect(pushed.calls.map(({ number }) => number)).not.toContain('A001')
  expect(shown(ownView(pushed, own)).calls).toEqual(['A001'])
  const everybody = ownView(pushed, undefined)
  expect(everybody.calls).toHaveLength(12)
})

test('C12 nothing of earlier calls is sent where no TV shows a service by itself', () => {
  const scenario = called(3)
  callOthers(scenario, 20)
  expect(lobbyView(scenario.state, at).earlierCalls).toEqual([])
})

test('a state and its message are the same objects as long as the link’s are', () => {
  const hub = new Hub(called(3))
  const link = ownLink(hub.link, screen)
  const first = link.state()
  expect(link.state()).toBe(first)
  hub.take({ type: 'tick', at: Date.now() + 20_000 })
  const quiet = link.state()
  expect([quiet === first, quiet.freshness, quiet.message === first.message]).toEqual([false, 'quiet', true])
})

test('a TV that is told to show something else announces nothing of what was called elsewhere before', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const hub = new Hub(called(0).give(staff, { type: 'SetScreen', settings: settings(services('G')) }))
  const here = watchCalls(ownLink(hub.link, screen))
  const everywhere = watchCalls(ownLink(hub.link, screenIdSchema.parse('test-screen-2')))
  hub.scenario.give(staff, { type: 'CallNext', counter: exampleOffice.counters[0]!.id }, 30)
  hub.show()
  const seen = (board: CallBoard) => [board.showing()?.call.call, board.showing()?.announced]
  expect([seen(everywhere), seen(here)]).toEqual([
    [1, true],
    [undefined, undefined],
  ])
  hub.scenario.give(staff, { type: 'SetScreen', settings: settings({ kind: 'everything' }) }, 30)
  hub.show()
  expect(seen(here)).toEqual([1, false])
})

test('a service is said to be open only while that is known, and not while a notice says otherwise', () => {
  const standings = (scenario: Scenario, now = at) => {
    const view = lobbyView(scenario.state, now)
    return view.services.map((service) => standingOf(service, view, now)).join(' ')
  }
  expect({
    usual: standings(called(3)),
    notices: standings(withNotices(called(3), 3)),
    pickUp: standings(withNotices(called(3), 6)),
    unconfirmed: standings(unconfirmed()),
    early: standings(early(), morningAt(6, 20)),
    night: standings(new Scenario(morningAt(20), hours), morningAt(20)),
  }).toEqual({
    usual: 'open open open open open open open',
    notices: 'stopped stopped warned open stopped open open',
    pickUp: 'stopped stopped warned open stopped closed noted',
    unconfirmed: 'unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed',
    early: 'unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed unconfirmed',
    night: 'closed closed closed closed closed closed closed',
  })
})

test('that all services work is said only of an open office whose day is confirmed', () => {
  const whole = (scenario: Scenario, now = at) => officeStanding(lobbyView(scenario.state, now), now)
  expect({
    usual: whole(called(3)),
    unconfirmed: whole(unconfirmed()),
    early: whole(early(), morningAt(6, 20)),
    confirmedEarly: whole(early().give(staff, { type: 'ConfirmDay' }), morningAt(6, 20)),
    night: whole(new Scenario(morningAt(20), hours), morningAt(20)),
    stopped: whole(wholeOffice()),
    full: whole(full()),
  }).toEqual({
    usual: 'all_work',
    unconfirmed: 'not_confirmed',
    early: 'not_confirmed',
    confirmedEarly: 'early_heading',
    night: 'closed_heading',
    stopped: null,
    full: 'some_full',
  })
})

/** A page's link that holds what a test gives it. */
class Hub {
  readonly scenario: Scenario
  readonly #listeners = new Set<() => void>()
  #state: LinkState<LobbyView> = initialLink()
  #version = 0

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.show()
  }

  get link(): Link<LobbyView> {
    const none = () => Promise.reject(new Error('not asked here'))
    return {
      state: () => this.#state,
      door: () => null,
      subscribe: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
      hear: () => {},
      give: none,
      ask: none,
      print: none,
      close: () => {},
    }
  }

  show(): void {
    const message = { epoch: 'test', version: ++this.#version, at, view: lobbyView(this.scenario.state, at) }
    this.take({ type: 'view', message, at: Date.now() })
  }

  take(event: Parameters<typeof reduceLink<LobbyView>>[1]): void {
    this.#state = reduceLink(this.#state, event)
    for (const listener of this.#listeners) listener()
  }
}
