import { describe, expect, it } from 'vitest'
import type { PrinterReport } from '../../shared/commands.ts'
import { kioskIdSchema, mainKiosk } from '../../shared/ids.ts'
import { deskView } from '../../shared/views/desk.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { statusView } from '../../shared/views/status.ts'
import { defaultVoice } from '../../shared/voice/settings.ts'
import { cards, hall, letters, officeWith, one, pickUp, smallDocument, two } from '../core/small-office.ts'
import {
  agent,
  atCounter,
  by,
  callNext,
  on,
  outage,
  painted,
  raise,
  reportPaper,
  reportPrinter,
  setOffice,
  siti,
  startPrinting,
  take,
  television,
  withTicket,
} from '../core/steps.ts'
import { dayMs, further, given, hour, minute, morning, secret, untouched, when, type Story } from '../core/story.ts'

const address = 'http://192.0.2.10:8080'
const agents = new Set([mainKiosk])
const mark = (id: string, letter: string, name: string) => ({
  id,
  letter,
  name: { id: name, en: name, su: name },
  colour: 'blue',
  pictogram: 'help',
})
const same = (text: string) => ({ id: text, en: text, su: text })
const office = {
  name: same('Kantor Kecil'),
  timeZone: 'Asia/Jakarta',
  language: 'id',
  languages: ['id', 'en', 'su'],
  opening: { open: true, until: null },
  closed: false,
  early: false,
  confirmed: false,
}

describe('the lobby', () => {
  it('V1 shows the calls, newest first, the people waiting and the notices', () => {
    const story = given(take(cards), take(letters), take(cards), callNext(two), callNext(one), raise(outage()))
    expect(lobbyView(story.state, story.at)).toEqual({
      kind: 'lobby',
      office,
      calls: [
        {
          call: 2,
          ticket: 1,
          number: 'A001',
          counter: same('Loket 1'),
          service: mark('cards', 'A', 'Kartu'),
          at: story.at - minute,
        },
        {
          call: 1,
          ticket: 2,
          number: 'B001',
          counter: same('Loket 2'),
          service: mark('letters', 'B', 'Surat'),
          at: story.at - 2 * minute,
        },
      ],
      earlierCalls: [],
      services: [
        { ...mark('cards', 'A', 'Kartu'), waiting: 1, availability: 'stopped' },
        { ...mark('letters', 'B', 'Surat'), waiting: 0, availability: 'open' },
        { ...mark('pick-up', 'C', 'Pengambilan'), waiting: 0, availability: 'open' },
      ],
      notices: [
        {
          id: 1,
          revision: 1,
          kind: 'outage',
          office: false,
          services: [mark('cards', 'A', 'Kartu')],
          stillOpen: [mark('letters', 'B', 'Surat'), mark('pick-up', 'C', 'Pengambilan')],
          systems: [],
          cause: null,
          instruction: null,
          since: story.at,
          updatedAt: story.at,
          expectedEnd: null,
          nextNews: null,
          newTickets: 'stop',
          waiting: 'keep',
          languages: null,
          stillWorks: null,
        },
      ],
      planned: [],
      recoveries: [],
      screens: [],
      voice: { settings: defaultVoice('id'), recordings: {} },
      media: [],
    })
  })

  it('V1 has no token and no name in it, nor have the kiosk and the status page', () => {
    const { state, at, ledger } = busyDay()
    const kiosk = kioskView(state, at, mainKiosk, agents, address)
    const seen = JSON.stringify([lobbyView(state, at), kiosk, statusView(state, at)])
    const desk = JSON.stringify(deskView(state, at, agents, []))
    const tokens = ledger.flatMap(({ event }) => (event.type === 'TicketTaken' ? [event.token] : []))
    expect(tokens.length).toBeGreaterThan(3)
    expect(desk).toContain('Siti')
    expect([...tokens, 'Siti'].filter((word) => seen.includes(word))).toEqual([])
    expect(tokens.filter((token) => desk.includes(token))).toEqual([])
  })
})

describe('what a service offers', () => {
  it('V3 is the first of stopped, closed, full, warned and open', () => {
    const services = smallDocument.services.map((service) => ({ ...service, quotaPerDay: 1 }))
    const hours = { monday: [{ from: '08:00', to: '12:00' }] }
    const open = further(untouched, setOffice(officeWith({ services, hours })))
    const late = morning + 6 * hour
    const warning = raise(outage({ newTickets: 'warn' }))
    const full = further(open, take(cards))
    const availability = (story: Story, at = story.at) => statusView(story.state, at).services[0]?.availability
    expect({
      open: availability(open),
      warned: availability(further(open, warning)),
      held: availability(further(open, raise(outage({ newTickets: 'give', waiting: 'hold' })))),
      told: availability(further(open, raise(outage({ kind: 'information', newTickets: 'give' })))),
      full: availability(further(full, warning)),
      closed: availability(further(full, warning), late),
      stopped: availability(further(full, warning, raise(outage({ kind: 'closed' }))), late),
    }).toEqual({
      open: 'open',
      warned: 'warned',
      held: 'warned',
      told: 'open',
      full: 'full',
      closed: 'closed',
      stopped: 'stopped',
    })
  })

  it('V3 agrees with what taking a ticket would answer', () => {
    const services = smallDocument.services.map((service) => ({ ...service, lastNumber: 2, quotaPerDay: null }))
    const story = further(
      untouched,
      setOffice(officeWith({ services })),
      take(letters),
      take(letters),
      raise(outage()),
      raise(
        outage({ kind: 'degraded', newTickets: 'warn', scope: { office: false, services: [pickUp], systems: [] } }),
      ),
    )
    const offered = lobbyView(story.state, story.at).services.map(({ availability }) => availability)
    expect(offered).toEqual(['stopped', 'full', 'warned'])
    expect([cards, letters, pickUp].map((service) => when(story, take(service)).ok)).toEqual([false, false, true])
  })
})

describe('the kiosk', () => {
  it('V1 shows the waiting, the expected wait, its printer and the papers of its own', () => {
    const well: PrinterReport = { trouble: null, paperLow: true, speaks: true, confirms: true, detail: 'Epson' }
    const story = given(
      atCounter('OpenCounter', one),
      take(cards),
      by({ kind: 'kiosk', kiosk: hall }, take(letters)),
      take(cards),
      reportPrinter(well),
    )
    const kioskOf = ({ state, at }: Story, id = mainKiosk, connected = agents) =>
      kioskView(state, at, id, connected, address)
    const view = kioskOf(story)
    expect(view.services.map(({ id, waiting, wait }) => [id, waiting, wait])).toEqual([
      ['cards', 2, { minutesMin: 25, minutesMax: 60 }],
      ['letters', 1, { minutesMin: 5, minutesMax: 15 }],
      ['pick-up', 0, { minutesMin: 0, minutesMax: 5 }],
    ])
    expect(view.papers).toEqual([
      { ticket: 3, number: 'A002', state: 'wanted' },
      { ticket: 1, number: 'A001', state: 'wanted' },
    ])
    expect(view.printer).toEqual({ state: 'ready', paperLow: true })
    expect(kioskOf(story, mainKiosk, new Set()).printer).toEqual({ state: 'absent' })
    const out = further(story, reportPrinter({ ...well, trouble: 'paper-out' }))
    expect(kioskOf(out).printer).toEqual({ state: 'trouble', trouble: 'paper-out' })
    expect(kioskOf(story, kioskIdSchema.parse('third')).printer).toEqual({ state: 'absent' })
  })

  it('V8 shows the systems that a notice can be about, each with what needs it', () => {
    const unneeded = { id: 'printing-house', name: same('Percetakan') }
    const story = further(untouched, setOffice(officeWith({ systems: [...smallDocument.systems, unneeded] })))
    const expected = [{ id: 'server', name: same('Server pusat'), services: [mark('cards', 'A', 'Kartu')] }]
    expect(kioskView(story.state, story.at, mainKiosk, agents, address).systems).toEqual(expected)
    expect(deskView(story.state, story.at, agents, []).systems).toEqual(expected)
  })
})

describe('the phone', () => {
  it('V2 sees its own ticket, by its token, through its whole life', () => {
    const story = given(atCounter('OpenCounter', one), take(cards), take(cards))
    const view = phoneView(story.state, story.at, secret(3))
    expect(view).toEqual({
      kind: 'phone',
      office,
      ticket: {
        number: 'A002',
        service: mark('cards', 'A', 'Kartu'),
        class: 'regular',
        state: 'waiting',
        takenAt: story.at,
        ahead: 1,
        wait: { minutesMin: 5, minutesMax: 15 },
        onHold: false,
        counter: null,
        calledAt: null,
      },
      promise: null,
      notices: [],
      recoveries: [],
    })
    const called = further(story, callNext(one), callNext(one))
    expect(phoneView(called.state, called.at, secret(3)).ticket).toEqual({
      ...view.ticket,
      state: 'called',
      ahead: 0,
      wait: null,
      counter: same('Loket 1'),
      calledAt: called.at,
    })
    const done = further(called, atCounter('Finish', one))
    expect(phoneView(done.state, done.at, secret(3)).ticket).toMatchObject({ state: 'done', ahead: 0, wait: null })
    expect(phoneView(done.state, done.at, secret(99)).ticket).toBeNull()
    const tomorrow = further(done, on(morning + dayMs, take(cards)))
    expect(phoneView(tomorrow.state, tomorrow.at, secret(3)).ticket).toBeNull()
  })

  it('V2 sees the notices that touch its service, and whether its line is on hold', () => {
    const story = given(
      take(cards),
      take(letters),
      raise(outage({ waiting: 'hold' })),
      raise(outage({ kind: 'information', scope: { office: true, services: [], systems: [] } })),
    )
    const seen = [1, 2].map((step) => phoneView(story.state, story.at, secret(step)))
    expect(seen.map(({ notices }) => notices.map(({ id }) => id))).toEqual([[1, 2], [2]])
    expect(seen.map(({ ticket }) => ticket?.onHold)).toEqual([true, false])
  })
})

describe('the desk', () => {
  it('V5 shows all that can still be acted on', () => {
    const { state, at } = busyDay()
    const screens = [
      { screen: television, kind: 'lobby', name: 'TV', painted: { 1: 1 }, report: null },
      { screen: television, kind: 'lobby', name: 'TV 2', painted: {}, report: null },
    ] as const
    const view = deskView(state, at, agents, screens)
    const numbers = (tickets: readonly { readonly number: string }[]) => tickets.map(({ number }) => number)
    expect({
      day: view.day,
      doubtedDate: view.doubtedDate,
      counters: view.counters.map(({ id, staff, current, waiting }) => [id, staff, current?.number ?? null, waiting]),
      lines: view.services.map(({ line, onHold, given }) => [numbers(line), onHold, given]),
      held: numbers(view.held),
      missed: numbers(view.missed),
      doubtedPapers: numbers(view.doubtedPapers),
      notices: view.notices.map(({ id, raisedBy, ticketsWaiting, screens }) => ({
        id,
        raisedBy,
        ticketsWaiting,
        painted: screens.map(({ painted }) => painted),
      })),
      systems: view.systems.map(({ id, services }) => [id, services.map(({ letter }) => letter)]),
    }).toEqual({
      day: '2027-03-01',
      doubtedDate: null,
      counters: [
        ['1', 'Siti', 'B002', 1],
        ['2', null, null, 1],
      ],
      lines: [
        [['A002'], true, 3],
        [['B003'], false, 3],
        [[], false, 0],
      ],
      held: ['A003'],
      missed: ['B001'],
      doubtedPapers: ['A001'],
      notices: [{ id: 1, raisedBy: 'Siti', ticketsWaiting: 1, painted: [true, false] }],
      systems: [['server', ['A']]],
    })
    expect(deskView(state, at + 90 * dayMs, agents, []).doubtedDate).toBe('2027-05-30')
  })
})

/** A1 is done with its paper in doubt, A2 waits on hold, A3 is held, B1 was missed, B2 is served, B3 waits. */
function busyDay(): Story {
  const taken = given(take(cards))
  return further(
    taken,
    on(taken.at + 1000, startPrinting(1)),
    by(agent, reportPaper(1, { kind: 'unknown', reason: 'no-answer' })),
    callNext(one),
    atCounter('Finish', one),
    take(letters),
    callNext(one),
    atCounter('MarkNoShow', one),
    take(cards),
    take(cards),
    take(letters),
    take(letters),
    withTicket('HoldTicket', 4),
    by(siti, raise(outage({ waiting: 'hold' }))),
    painted(1, 1),
    callNext(one),
    atCounter('StartServing', one),
  )
}
