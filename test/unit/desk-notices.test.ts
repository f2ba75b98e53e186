import { describe, expect, it } from 'vitest'
import { comingBackOf } from '../../display/desk/coming-back.ts'
import { commandFor, labelsFor } from '../../display/desk/report-command.ts'
import { openServices, peopleFor, peopleIn, waitingFor } from '../../display/desk/tickets-out.ts'
import { wordingChange } from '../../display/desk/wording-changes.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { staffCommandSchema } from '../../shared/commands.ts'
import { counterIdSchema, noticeIdSchema, serviceIdSchema, ticketIdSchema } from '../../shared/ids.ts'
import { noticeContentSchema, type NoticeContent } from '../../shared/notice.ts'
import { allPromises } from '../../shared/return-book.ts'
import { knownTicket } from '../../shared/ticket-book.ts'
import { deskView } from '../../shared/views/desk.ts'
import { noticeText } from '../../shared/words/notice-text.ts'

const start = Date.parse('2026-11-24T08:30:00+07:00')
const recording = serviceIdSchema.parse('id-card-recording')
const printing = serviceIdSchema.parse('id-card-printing')
const family = serviceIdSchema.parse('family-card')
const one = noticeIdSchema.parse(1)
const viewOf = (scenario: Scenario) => deskView(scenario.state, start + 600_000, new Set(), [])
const content = (change: object = {}): NoticeContent =>
  noticeContentSchema.parse({
    kind: 'outage',
    scope: { office: false, services: [], systems: ['national-server'] },
    cause: null,
    instruction: null,
    since: start,
    expectedEnd: null,
    nextNews: start + 3_600_000,
    newTickets: 'stop',
    waiting: 'hold',
    ...change,
  })

/** Three people for recording, of whom one was set aside, one for printing, one for a family card. */
function queue(): Scenario {
  const scenario = new Scenario(start)
  for (const wanted of [recording, recording, recording, printing, family])
    scenario.give(kiosk, { type: 'TakeTicket', service: wanted, class: 'regular' })
  return scenario.give(staff, { type: 'HoldTicket', ticket: ticketIdSchema.parse(2) })
}

describe('people who hold a number', () => {
  it('are counted before and after a notice is raised alike, those set aside among them', () => {
    const scenario = queue()
    const before = viewOf(scenario)
    const services = before.services.filter(({ id }) => id === recording || id === printing)
    expect(peopleFor(services, before)).toBe(4)
    const view = viewOf(scenario.give(staff, { type: 'RaiseNotice', content: content() }))
    expect(view.notices.map(peopleIn)).toEqual([4])
    expect(services.map((service) => waitingFor(service, view))).toEqual([2, 1])
  })

  it('can move only to what gives numbers, calls its people, and is not part of the notice', () => {
    const scenario = queue()
      .give(staff, { type: 'RaiseNotice', content: content() })
      .give(staff, {
        type: 'RaiseNotice',
        content: content({
          kind: 'degraded',
          scope: { office: false, services: ['letters'], systems: [] },
          newTickets: 'warn',
          waiting: 'hold',
        }),
      })
      .give(staff, {
        type: 'RaiseNotice',
        content: content({
          kind: 'degraded',
          scope: { office: false, services: ['moving'], systems: [] },
          newTickets: 'warn',
          waiting: 'keep',
        }),
      })
      .give(staff, {
        type: 'RaiseNotice',
        content: content({ kind: 'closed', scope: { office: false, services: ['pick-up'], systems: [] } }),
      })
    const view = viewOf(scenario)
    const notice = view.notices.find(({ id }) => id === one)
    expect(notice && openServices(notice, view).map(({ id }) => id)).toEqual([
      'family-card',
      'civil-certificates',
      'moving',
    ])
  })
})

describe('what resolving a notice means', () => {
  const comingBack = (scenario: Scenario) => {
    const view = viewOf(scenario)
    const notice = view.notices.find(({ id }) => id === one)
    return notice && comingBackOf(notice, view)
  }

  it('is said of the people whose place it kept', () => {
    const held = queue().give(staff, { type: 'RaiseNotice', content: content() })
    const nothing = { inARowMax: 2, stillHeld: 0, returning: 0, firstDay: null }
    expect(comingBack(held)).toEqual({ ...nothing, called: { regular: 3, priority: 0, return: 0 } })
    const kept = queue().give(staff, { type: 'RaiseNotice', content: content({ waiting: 'keep' }) })
    expect(comingBack(kept)).toEqual({ ...nothing, called: { regular: 0, priority: 0, return: 0 } })
  })

  it('leaves out whom another notice holds as well, and counts those with a return ticket', () => {
    const scenario = queue()
      .give(staff, { type: 'RaiseNotice', content: content() })
      .give(staff, {
        type: 'RaiseNotice',
        content: content({ kind: 'closed', scope: { office: false, services: ['id-card-printing'], systems: [] } }),
      })
      .give(staff, { type: 'SendTicketHome', ticket: ticketIdSchema.parse(1) })
      .give(staff, { type: 'SendTicketHome', ticket: ticketIdSchema.parse(5) })
    expect(comingBack(scenario)).toEqual({
      called: { regular: 1, priority: 0, return: 0 },
      inARowMax: 2,
      stillHeld: 1,
      returning: 1,
      firstDay: '2026-11-25',
    })
  })

  it('is, in figures, the mix in which a counter then calls them', () => {
    const day = 24 * 60
    const scenario = new Scenario(start)
    for (let i = 0; i < 3; i++) scenario.give(kiosk, { type: 'TakeTicket', service: recording, class: 'regular' })
    scenario.give(staff, { type: 'SendHome', services: [recording] })
    const papers = allPromises(scenario.state.returns).map(({ token }) => token)
    for (const code of papers) scenario.give(kiosk, { type: 'UseReturnTicket', code }, day)
    for (const ticketClass of ['regular', 'regular', 'regular', 'priority'] as const)
      scenario.give(kiosk, { type: 'TakeTicket', service: recording, class: ticketClass }, day)
    scenario.give(staff, { type: 'RaiseNotice', content: content({ newTickets: 'give', nextNews: null }) }, day)
    expect(comingBack(scenario)?.called).toEqual({ regular: 3, priority: 1, return: 3 })
    scenario.give(staff, { type: 'ResolveNotice', notice: one }, day)
    for (let i = 0; i < 3; i++) scenario.give(kiosk, { type: 'TakeTicket', service: family, class: 'regular' }, day)
    const calls = Array.from({ length: 10 }, () => {
      scenario.give(staff, { type: 'CallNext', counter: counterIdSchema.parse('1') }, day)
      const [call] = scenario.state.calls
      return call && knownTicket(scenario.state.tickets, call.ticket).number
    })
    expect(calls.join(' ')).toBe('A007 A001 A002 C001 A003 A004 C002 A005 A006 C003')
  })
})

describe('the history of a notice', () => {
  const textOf = (change: object) => {
    const scenario = new Scenario(start).give(staff, { type: 'RaiseNotice', content: content(change) })
    const [notice] = viewOf(scenario).notices
    if (!notice) throw new Error('no notice')
    return noticeText(notice, 'en', 'Asia/Jakarta', start)
  }

  it('says what is new in the public’s words, and what is not said any more in the desk’s', () => {
    const before = textOf({ cause: 'Banjir.' })
    const after = textOf({ kind: 'degraded', since: start - 7_200_000, nextNews: start + 7_200_000 })
    expect(wordingChange(before, after)).toEqual({
      says: [after.heading, 'Since 06:30.', after.news],
      noLonger: ['cause_not_said'],
    })
  })

  it('is silent about a wording that reads the same', () => {
    expect(wordingChange(textOf({}), textOf({}))).toEqual({ says: [], noLonger: [] })
  })
})

describe('the form of a notice', () => {
  const raiseAt = start + 24 * 3_600_000
  const view = viewOf(
    new Scenario(start)
      .give(staff, { type: 'RaiseNotice', content: content() })
      .give(staff, { type: 'ScheduleNotice', content: content({ kind: 'closed', nextNews: null }), raiseAt }),
  )
  const [standing] = view.notices
  const [planned] = view.scheduled
  if (!standing || !planned) throw new Error('no notices')

  it('raises, sets for later, updates or changes the plan, each by a command the hub understands', () => {
    const said = content({ nextNews: null })
    const commands = [
      commandFor({ kind: 'new' }, { raiseAt: null }, said),
      commandFor({ kind: 'new' }, { raiseAt }, said),
      commandFor({ kind: 'standing', notice: standing }, { raiseAt: null }, said),
      commandFor({ kind: 'planned', notice: planned }, { raiseAt: raiseAt + 60_000 }, said),
    ]
    expect(commands).toEqual([
      { type: 'RaiseNotice', content: said },
      { type: 'ScheduleNotice', content: said, raiseAt },
      { type: 'UpdateNotice', notice: 1, content: said },
      { type: 'RescheduleNotice', notice: 2, content: said, raiseAt: raiseAt + 60_000 },
    ])
    expect(commands.map((command) => staffCommandSchema.parse(command))).toEqual(commands)
  })

  it('is named by what its button does', () => {
    expect(labelsFor({ kind: 'new' }, { raiseAt: null })).toEqual({ title: 'report', button: 'raise' })
    expect(labelsFor({ kind: 'new' }, { raiseAt })).toEqual({ title: 'report', button: 'set_for_later' })
  })
})
