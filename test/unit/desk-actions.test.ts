import { describe, expect, it } from 'vitest'
import { commandOf, counterActions, firstCounter, hindrances } from '../../display/desk/actions.ts'
import { printerLines } from '../../display/desk/printer-lines.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { paperTroubles, supervisorCommandSchema } from '../../shared/commands.ts'
import { counterIdSchema, mainKiosk, serviceIdSchema } from '../../shared/ids.ts'
import { noticeContentSchema } from '../../shared/notice.ts'
import { deskView, type DeskView } from '../../shared/views/desk.ts'

const start = Date.parse('2026-11-24T08:30:00+07:00')
const one = counterIdSchema.parse('1')
const family = serviceIdSchema.parse('family-card')
const budi = { kind: 'staff', name: 'Budi' } as const
const viewOf = (scenario: Scenario) => deskView(scenario.state, start + 600_000, new Set(), [])
const withOneWaiting = () => new Scenario(start).give(kiosk, { type: 'TakeTicket', service: family, class: 'regular' })
const counterOf = (view: DeskView, id = one) => {
  const counter = view.counters.find((known) => known.id === id)
  if (!counter) throw new Error('no such counter')
  return counter
}
const at = (scenario: Scenario, freshness: 'live' | 'silent' = 'live') => {
  const view = viewOf(scenario)
  return hindrances(view, counterOf(view), 'Siti', freshness)
}
const nobody = {
  recall: 'nobody-here',
  start: 'nobody-here',
  'no-show': 'nobody-here',
  'undo-call': 'nobody-here',
  finish: 'nobody-here',
  hold: 'nobody-here',
  transfer: 'nobody-here',
}

describe('the buttons of a counter', () => {
  it('on a closed counter offer to call as soon as somebody waits', () => {
    expect(at(new Scenario(start))).toEqual({
      ...nobody,
      'call-next': 'nobody-waiting',
      'close-counter': 'counter-closed',
    })
    expect(at(withOneWaiting())).toEqual({ ...nobody, 'call-next': null, 'close-counter': 'counter-closed' })
  })

  it('offer everything for somebody who was called, and no repeated start once served', () => {
    const called = withOneWaiting().give(staff, { type: 'CallNext', counter: one })
    const free = Object.fromEntries(counterActions.map((action) => [action, null]))
    expect(at(called)).toEqual({ ...free, 'call-next': 'nobody-waiting' })
    const served = called.give(staff, { type: 'StartServing', counter: one })
    expect(at(served)).toEqual({
      ...free,
      'call-next': 'nobody-waiting',
      recall: 'already-started',
      start: 'already-started',
      'no-show': 'already-started',
      'undo-call': 'already-started',
    })
  })

  it('say that a notice holds everybody who waits', () => {
    const content = noticeContentSchema.parse({
      kind: 'outage',
      scope: { office: true, services: [], systems: [] },
      cause: null,
      instruction: null,
      since: null,
      expectedEnd: null,
      nextNews: null,
      newTickets: 'stop',
      waiting: 'hold',
    })
    expect(at(withOneWaiting().give(staff, { type: 'RaiseNotice', content }))['call-next']).toBe('everybody-held')
  })

  it('do nothing at a colleague’s counter, nor while the hub is silent', () => {
    const taken = withOneWaiting().give(budi, { type: 'OpenCounter', counter: one })
    expect(new Set(Object.values(at(taken)))).toEqual(new Set(['counter-taken']))
    expect(new Set(Object.values(at(withOneWaiting(), 'silent')))).toEqual(new Set(['not-live']))
  })

  it('each give a command the hub understands, except Transfer, which asks first', () => {
    const counter = counterOf(viewOf(withOneWaiting().give(staff, { type: 'CallNext', counter: one })))
    const commands = counterActions.map((action) => commandOf(action, counter))
    expect(commands.map((command) => command?.type ?? null)).toEqual([
      'CallNext',
      'Recall',
      'StartServing',
      'MarkNoShow',
      'UndoCall',
      'Finish',
      'HoldTicket',
      null,
      'CloseCounter',
    ])
    const given = commands.filter((command) => command !== null)
    expect(given.map((command) => supervisorCommandSchema.parse(command))).toEqual(given)
  })
})

describe('the counter a desk begins with', () => {
  const view = viewOf(
    new Scenario(start)
      .give(budi, { type: 'OpenCounter', counter: one })
      .give(staff, { type: 'OpenCounter', counter: counterIdSchema.parse('3') }),
  )

  it('is the remembered one, else one’s own, else the first free, else the first', () => {
    expect(firstCounter(view, '4', 'Siti')?.id).toBe('4')
    expect(firstCounter(view, null, 'Siti')?.id).toBe('3')
    expect(firstCounter(view, 'gone', 'Agus')?.id).toBe('2')
    const full = { ...view, counters: view.counters.map((counter) => ({ ...counter, staff: 'Budi' })) }
    expect(firstCounter(full, null, 'Agus')?.id).toBe('1')
  })
})

describe('ticket machines', () => {
  it('are silent while all is well, and each trouble has its own line', () => {
    const machine = (printer: DeskView['printers'][number]['printer']) => ({ kiosk: mainKiosk, printer, detail: '' })
    expect(printerLines([machine({ state: 'ready', paperLow: false })])).toEqual([])
    expect(
      printerLines([
        machine({ state: 'ready', paperLow: true }),
        machine({ state: 'absent' }),
        machine({ state: 'trouble', trouble: 'paper-out' }),
      ]),
    ).toEqual([
      { machine: 1, key: 'printer_paper_low', meanwhile: false },
      { machine: 2, key: 'printer_absent', meanwhile: true },
      { machine: 3, key: 'printer_paper_out', meanwhile: true },
    ])
    const all = printerLines(paperTroubles.map((trouble) => machine({ state: 'trouble', trouble })))
    expect(all.every(({ key }) => key !== undefined)).toBe(true)
  })
})
