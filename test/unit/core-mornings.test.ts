import { describe, expect, it } from 'vitest'
import { dueOrders } from '../../shared/due.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { mainKiosk, serviceIdSchema, systemIdSchema, type EpochMs } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { officeSchema } from '../../shared/office.ts'
import { shortCode } from '../../shared/short-code.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import { agentView } from '../../shared/views/agent.ts'
import { deskView } from '../../shared/views/desk.ts'
import { kioskView } from '../../shared/views/kiosk.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { statusView } from '../../shared/views/status.ts'
import { one } from '../core/small-office.ts'
import {
  atCounter,
  callNext,
  confirmDay,
  hub,
  on,
  outage,
  raise,
  resolve,
  scan,
  schedule,
  sendHome,
  setOffice,
  take,
  takeReturn,
  update,
} from '../core/steps.ts'
import { attempt, further, minute, reason, untouched, when, type Story } from '../core/story.ts'

/**
 * Days from real offices, played on the core with the clock going on minute by minute: what the hub's timer would order
 * is ordered. The office is the civil registry, with counters from eight to three and numbers from three in the morning.
 */
const recording = serviceIdSchema.parse('id-card-recording')
const printing = serviceIdSchema.parse('id-card-printing')
const family = serviceIdSchema.parse('family-card')
const nationalServer = { office: false, services: [], systems: [systemIdSchema.parse('national-server')] }
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const hours = Object.fromEntries(weekdays.map((day) => [day, [{ from: 480, to: 900 }]]))
const registry = (change: object = {}) =>
  setOffice(officeSchema.parse({ ...exampleOffice, hours, numbersFrom: 180, ...change }))

/** A moment in March 2027, of which the first is a Monday. */
const at = (day: number, time: string) => Date.parse(`2027-03-${String(day).padStart(2, '0')}T${time}:00+07:00`)
const stop = (change: Partial<NoticeContent> = {}) => outage({ scope: nationalServer, ...change })

describe('down for days, and nobody there before half past eight', () => {
  const cause = { id: 'Server pusat mati.', en: 'The central server is down.', su: 'Server puseur pareum.' }
  const content = stop({ cause, since: at(1, '11:00'), nextNews: at(3, '10:00'), waiting: 'hold' })
  const evening = further(
    untouched,
    on(at(2, '16:00'), registry()),
    on(at(2, '19:30'), schedule(content, at(3, '03:10'))),
  )

  it('N14 O10 the notice set the evening before is up before the first resident comes', () => {
    const dawn = until(evening, at(3, '03:10'))
    expect(lobbyView(evening.state, evening.at)).toMatchObject({ notices: [], planned: [{ id: 1 }] })
    const seen = lobbyView(dawn.state, at(3, '03:10'))
    expect(seen.office).toMatchObject({
      early: true,
      confirmed: false,
      opening: { open: false, until: at(3, '08:00') },
    })
    expect(seen.notices).toMatchObject([{ id: 1, kind: 'outage', since: at(1, '11:00'), nextNews: at(3, '10:00') }])
    expect(seen.notices[0]?.stillOpen.map(({ letter }) => letter)).toEqual(['C', 'D', 'E', 'F', 'G'])
    expect(dawn.state.notices[0]?.raisedAt).toBe(at(3, '03:10'))
  })

  it('B2 V3 at twenty to four the kiosk offers a return ticket for identity cards and a number for family cards', () => {
    const dawn = until(evening, at(3, '03:40'))
    const [a, b, c] = kioskView(dawn.state, at(3, '03:40'), mainKiosk, new Set(), '').services
    expect([a, b, c].map((service) => [service?.availability, service?.givesReturns])).toEqual([
      ['stopped', true],
      ['stopped', true],
      ['open', false],
    ])
    expect(reason(dawn, on(at(3, '03:40'), take(recording)))).toBe('service-stopped')
    expect(when(dawn, on(at(3, '03:40'), takeReturn(recording)))).toMatchObject({
      events: [{ number: 'A001', from: '2027-03-04', until: '2027-03-17' }],
    })
    expect(when(dawn, on(at(3, '03:40'), take(family)))).toMatchObject({ events: [{ number: 'C001', notices: [] }] })
  })

  it('D11 B6 the day is confirmed at half past eight, and whoever took a return ticket has the old place at 10.40', () => {
    const early = further(until(evening, at(3, '03:40')), on(at(3, '03:40'), takeReturn(recording)))
    const status = (story: Story, now: EpochMs) => statusView(story.state, now).office.confirmed
    expect(status(early, at(3, '08:29'))).toBe(false)
    const open = further(until(early, at(3, '08:30')), on(at(3, '08:30'), confirmDay))
    expect(status(open, at(3, '08:30'))).toBe(true)
    const back = further(open, on(at(3, '10:40'), resolve(1)), take(recording))
    expect(lobbyView(back.state, at(3, '10:54'))).toMatchObject({
      notices: [],
      recoveries: [{ endedAt: at(3, '10:40') }],
    })
    const again = further(back, scan(`A001 ${shortCode(firstPaper(early))}`))
    expect(again.state.lines[recording]).toEqual([1, 2])
  })

  it('N14 B8 three days later it is still down: what was promised meanwhile stands, and nobody’s place is lost', () => {
    const wednesday = further(until(evening, at(3, '08:00')), on(at(3, '08:00'), takeReturn(printing)))
    const friday = until(wednesday, at(5, '09:00'))
    expect(friday.state.day).toBe('2027-03-05')
    expect(lobbyView(friday.state, at(5, '09:00')).notices).toMatchObject([{ id: 1, nextNews: at(3, '10:00') }])
    const paper = firstPaper(wednesday)
    expect(reason(friday, on(at(5, '09:00'), scan(paper)))).toBe('service-stopped')
    const monday = further(friday, on(at(8, '08:00'), resolve(1)))
    expect(when(monday, scan(paper))).toMatchObject({ events: [{ number: 'B001', class: 'return', ahead: 0 }, {}] })
  })
})

describe('a counter that closes before everybody was called', () => {
  it('B1 B3 the 24 people from A155 to A178 go home with a day and a place near the front', () => {
    let story = further(untouched, on(at(1, '06:00'), registry({ hours: null, returns: { perDay: 10 } })))
    story = further(story, ...Array.from({ length: 178 }, () => take(recording)))
    for (let called = 0; called < 154; called++) story = further(story, callNext(one))
    story = further(story, atCounter('CloseCounter', one), sendHome(recording))
    const sent = story.ledger.flatMap(({ event }) => (event.type === 'TicketReturned' ? [event] : []))
    expect(sent.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 24 }, (_, i) => 155 + i))
    expect(sent.map(({ from }) => from)).toEqual([
      ...Array.from({ length: 10 }, () => '2027-03-02'),
      ...Array.from({ length: 10 }, () => '2027-03-03'),
      ...Array.from({ length: 4 }, () => '2027-03-04'),
    ])
    expect(story.state.lines[recording]).toEqual([])
  })
})

describe('printing is down but files are accepted', () => {
  const content = stop({
    kind: 'degraded',
    newTickets: 'warn',
    scope: { office: false, services: [printing], systems: [] },
  })
  const story = further(untouched, on(at(1, '08:00'), registry()), raise(content), on(at(1, '08:30'), take(printing)))

  it('N8 T4 numbers are given with a warning on screen and paper, called as always, and nobody is sent home', () => {
    const kiosk = kioskView(story.state, story.at, mainKiosk, new Set(), '').services[1]
    expect(kiosk).toMatchObject({ availability: 'warned', givesReturns: false, waiting: 1 })
    expect(reason(story, takeReturn(printing))).toBe('service-not-stopped')
    const [job] = agentView(story.state, story.at, mainKiosk, 'http://loket.example').wanted
    expect(job?.paper.affected?.id).toBe('Berkas diterima, hasilnya menyusul.')
    expect(when(story, callNext(one))).toMatchObject({ events: [{}, { type: 'TicketCalled', reason: 'longest-wait' }] })
  })
})

describe('only finished documents are handed out', () => {
  it('N8 R4 what is stopped gives return tickets, who waits keeps the place, and pick-up goes on', () => {
    const others = exampleOffice.services.map(({ id }) => id).filter((id) => id !== 'pick-up')
    const pickUp = serviceIdSchema.parse('pick-up')
    const scope = { office: false, services: others, systems: [] }
    const story = further(
      untouched,
      on(at(1, '08:00'), registry()),
      take(family),
      raise(stop({ kind: 'pick-up-only', scope, waiting: 'hold' })),
      take(pickUp),
    )
    expect(statusView(story.state, story.at).services.map(({ availability }) => availability)).toEqual([
      ...others.map(() => 'stopped'),
      'open',
    ])
    expect(when(story, callNext(one))).toMatchObject({ events: [{}, { ticket: 2 }] })
    expect(reason(story, takeReturn(family))).toBe('accepted')
  })
})

describe('a planned migration of five days', () => {
  const content = stop({ kind: 'maintenance', since: at(8, '00:00'), expectedEnd: at(13, '00:00'), waiting: 'hold' })
  const planned = further(
    untouched,
    on(at(4, '08:00'), registry({ returns: { perDay: 2 } })),
    on(at(4, '09:00'), schedule(content, at(8, '00:00'))),
  )

  it('B3 whoever is sent home before it comes back before it or after it, and during it after it', () => {
    const before = further(planned, ...Array.from({ length: 4 }, () => take(recording)))
    expect(firstDays(further(before, sendHome(recording)))).toEqual([
      '2027-03-05',
      '2027-03-05',
      '2027-03-15',
      '2027-03-15',
    ])
    const wednesday = until(planned, at(10, '08:00'))
    expect(wednesday.state.notices.map(({ raisedAt }) => raisedAt)).toEqual([at(8, '00:00')])
    const three = further(wednesday, ...Array.from({ length: 3 }, () => on(at(10, '08:00'), takeReturn(recording))))
    expect(firstDays(three)).toEqual(['2027-03-15', '2027-03-15', '2027-03-16'])
    expect(reason(three, on(at(12, '09:00'), scan(lastPaper(three))))).toBe('return-too-early')
    const done = further(until(three, at(15, '03:00')), on(at(15, '03:00'), resolve(1)))
    expect(reason(done, scan(firstPaper(three)))).toBe('accepted')
    expect(reason(done, scan(lastPaper(three)))).toBe('return-too-early')
  })

  it('N13 the public reads of it before it begins, and when it takes longer the days move', () => {
    expect(statusView(planned.state, planned.at).planned).toMatchObject([
      { since: at(8, '00:00'), expectedEnd: at(13, '00:00'), kind: 'maintenance' },
    ])
    const longer = further(
      until(planned, at(10, '08:00')),
      on(at(10, '08:00'), update(1, { ...content, expectedEnd: at(17, '10:00') })),
    )
    expect(firstDays(further(longer, takeReturn(recording)))).toEqual(['2027-03-17'])
  })
})

describe('the surge after a week', () => {
  const perDay = 100
  const down = further(
    untouched,
    on(at(1, '08:00'), registry({ returns: { perDay } })),
    raise(stop({ waiting: 'hold' })),
  )
  const week = [1, 2, 3, 4, 5].reduce(
    (story, day) =>
      further(
        until(story, at(day, '08:00')),
        ...Array.from({ length: 150 }, (_, i) => on(at(day, '08:05') + i * minute, takeReturn(recording))),
      ),
    down,
  )
  const back = further(until(week, at(8, '07:00')), on(at(8, '07:00'), resolve(1)))

  it('B3 V7 of 750 promises no day has more than its number, and those of Monday to Friday have not come', () => {
    const { days } = deskView(week.state, week.at, new Set(), []).returns
    expect(days.reduce((sum, { services }) => sum + (services[0]?.count ?? 0), 0)).toBe(750)
    expect(days.every(({ services }) => (services[0]?.count ?? 0) <= perDay)).toBe(true)
    expect(days.map(({ day }) => day)).toEqual([
      '2027-03-02',
      '2027-03-03',
      '2027-03-04',
      '2027-03-05',
      '2027-03-08',
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
    ])
  })

  it('R10 B4 on the first day two who come back are called for one of today, and every paper works once', () => {
    const papers = back.ledger.flatMap(({ event }) => (event.type === 'ReturnTicketTaken' ? [event] : []))
    const mine = papers.filter(({ from }) => from <= '2027-03-08').slice(0, 60)
    let story = back
    for (const [i, { token }] of mine.entries()) {
      story = further(story, on(at(8, '07:30'), scan(token)))
      if (i % 2 === 0) story = further(story, on(at(8, '07:30'), take(recording)))
    }
    for (const { token } of mine) expect(reason(story, scan(token))).toBe('return-used')
    for (let i = 0; i < 90; i++) story = further(story, on(at(8, '08:00') + i * minute, callNext(one)))
    const called = allTickets(story.state.tickets).filter(({ calledAt }) => calledAt !== null)
    expect(called.filter((ticket) => ticket.class === 'return')).toHaveLength(60)
    expect(called.filter((ticket) => ticket.class === 'regular')).toHaveLength(30)
  })
})

/** The story with the clock going on to `end`, and what falls due on the way ordered at its minute. */
function until(story: Story, end: EpochMs): Story {
  let now = story
  for (let clock = story.at; clock <= end; clock += minute) {
    for (const command of dueOrders(now.state, clock)) now = attempt(now, on(clock, { actor: hub, command })).story
  }
  return now
}

function firstDays({ ledger }: Story): readonly string[] {
  return ledger.flatMap(({ event }) =>
    event.type === 'TicketReturned' || event.type === 'ReturnTicketTaken' ? [event.from] : [],
  )
}

function papersOf({ ledger }: Story): readonly string[] {
  return ledger.flatMap(({ event }) => (event.type === 'ReturnTicketTaken' ? [event.token] : []))
}

const firstPaper = (story: Story) => papersOf(story)[0] ?? ''
const lastPaper = (story: Story) => papersOf(story).at(-1) ?? ''
