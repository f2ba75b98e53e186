import { describe, expect, it } from 'vitest'
import { paperLifeMs } from '../../shared/decide/paper.ts'
import { counterTop, later, settled } from '../agent/counter-top.ts'
import { minute } from '../core/story.ts'

/** What the spooler does when the hub is away, slow or cannot save, how it tells of the printer, and how it stops. */
const wellPrinter = { trouble: null, paperLow: false, speaks: true, confirms: true }

describe('A-4 nothing is lost, and nothing comes late', () => {
  it('A-4 a report waits for the hub, and what was pressed meanwhile comes with the next view', async () => {
    const { hub, printer } = counterTop()
    printer.hold()
    const first = hub.press()
    await settled()
    hub.leave()
    printer.release()
    await settled()
    expect([printer.papers, hub.paper(first).state]).toEqual([['B001'], 'started'])
    const second = hub.press()
    await settled()
    expect(printer.papers).toEqual(['B001'])
    hub.comeBack()
    await settled()
    expect(printer.papers).toEqual(['B001', 'B002'])
    expect([hub.paper(first).state, hub.paper(second).state]).toEqual(['printed', 'printed'])
  })

  it('A-4 an outcome that could not be saved is reported until it is', async () => {
    const { hub, printer, clock } = counterTop()
    printer.hold()
    const ticket = hub.press()
    await settled()
    hub.full = true
    printer.release()
    await settled()
    expect(hub.paper(ticket).state).toBe('started')
    for (let i = 0; i < 5; i++) await later(clock, 2_000)
    hub.full = false
    await later(clock, 2_000)
    expect(hub.paper(ticket).state).toBe('printed')
    expect(printer.papers).toEqual(['B001'])
  })

  it('A-4 a start that could not be saved is asked again after a while, not at once', async () => {
    const { hub, printer, clock } = counterTop()
    const ticket = hub.press()
    hub.full = true
    await settled()
    expect(hub.asked.filter((type) => type === 'StartPrinting')).toHaveLength(1)
    await later(clock, 2_000)
    expect(hub.asked.filter((type) => type === 'StartPrinting').length).toBeLessThanOrEqual(3)
    expect(printer.offered).toEqual([])
    hub.full = false
    await later(clock, 2_000)
    expect(printer.papers).toEqual(['B001'])
    expect(hub.paper(ticket).state).toBe('printed')
  })

  it('A-4 a new roll of paper releases nothing stale', async () => {
    const { hub, printer, clock } = counterTop()
    printer.trouble('paper-out')
    const tickets = Array.from({ length: 5 }, () => hub.press())
    await settled()
    await later(clock, paperLifeMs + 1000)
    printer.trouble(null)
    await settled()
    expect(printer.papers).toEqual([])
    expect(tickets.map((ticket) => hub.paper(ticket).state)).toEqual(tickets.map(() => 'refused'))
    hub.press()
    await settled()
    expect(printer.papers).toEqual(['B006'])
  })

  it('A-4 tickets that waited too long behind a slow printer are dropped, and the ledger says so', async () => {
    const { hub, printer, clock } = counterTop()
    printer.hold()
    const tickets = [hub.press(), hub.press(), hub.press()]
    await settled()
    await later(clock, paperLifeMs + 1000)
    printer.release()
    await settled()
    expect(printer.papers).toEqual(['B001'])
    expect(tickets.map((ticket) => hub.paper(ticket).state)).toEqual(['printed', 'dropped', 'dropped'])
  })

  it('A-4 a paper that the hub lets begin only when nobody waits any more is refused', async () => {
    const { hub, printer, clock } = counterTop()
    const ticket = hub.press()
    hub.leave('before-answering')
    hub.onView?.(hub.view())
    await settled()
    expect(hub.paper(ticket).state).toBe('started')
    clock.advance(5 * minute)
    hub.comeBack()
    await settled()
    expect(printer.offered).toEqual([])
    expect(hub.paper(ticket)).toMatchObject({ state: 'refused', reason: 'offline' })
  })

  it('A-4 a paper that cannot be laid out is refused, and the next one comes', async () => {
    const { hub, printer } = counterTop({ unprintable: 'B001' })
    const tickets = [hub.press(), hub.press()]
    await settled()
    expect(tickets.map((ticket) => hub.paper(ticket))).toMatchObject([
      { state: 'refused', reason: 'error' },
      { state: 'printed' },
    ])
    expect(printer.papers).toEqual(['B002'])
  })
})

describe('how the printer is', () => {
  it('is told at each change, and of changes while the hub was away only the newest', async () => {
    const { hub, printer } = counterTop()
    await settled()
    expect(hub.printer).toEqual({ ...wellPrinter, detail: 'the fake printer is ready' })
    hub.leave()
    for (let i = 0; i < 50; i++) {
      printer.trouble('cover-open')
      await settled()
      printer.trouble(i === 49 ? 'paper-out' : null)
      await settled()
    }
    hub.comeBack()
    await settled()
    expect(hub.printer).toEqual({ ...wellPrinter, trouble: 'paper-out', detail: 'the fake printer: paper-out' })
    expect(hub.facts.filter(({ type }) => type === 'PrinterReported').length).toBeLessThanOrEqual(3)
  })

  it('is told again when it could not be saved', async () => {
    const { hub, printer, clock } = counterTop()
    await settled()
    hub.full = true
    printer.trouble('cover-open')
    await settled()
    hub.full = false
    await later(clock, 2_000)
    expect(hub.printer).toMatchObject({ trouble: 'cover-open' })
  })
})

describe('stopping', () => {
  it('starts nothing more, and leaves what waits to the next run', async () => {
    const { hub, printer, spooler, clock } = counterTop()
    printer.hold()
    const tickets = [hub.press(), hub.press()]
    await settled()
    const stopped = spooler.stop()
    await printer.close()
    await stopped
    expect(tickets.map((ticket) => hub.paper(ticket))).toMatchObject([
      { state: 'unknown', reason: 'closed' },
      { state: 'wanted' },
    ])
    const next = counterTop({ hub, clock })
    await settled()
    expect(next.printer.papers).toEqual(['B002'])
  })

  it('does not wait for a hub that is away', async () => {
    const { hub, printer, spooler, clock } = counterTop()
    printer.hold()
    hub.press()
    await settled()
    hub.leave()
    printer.release()
    await settled()
    let isStopped = false
    void spooler.stop().then(() => (isStopped = true))
    await later(clock, 5_000)
    expect(isStopped).toBe(true)
  })
})
