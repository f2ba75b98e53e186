import { describe, expect, it } from 'vitest'
import type { SetupPaper } from '../../shared/views/printing.ts'
import { counterTop, later, paperFacts, settled, until } from '../agent/counter-top.ts'

/**
 * The spooler's rules on a virtual clock, with a printer that only pretends and a hub whose answers are the
 * core's own. A run of the agent is a spooler; a crash is a run whose link is cut and whose printer is forgotten.
 */
const setupSlip: SetupPaper = {
  kind: 'setup',
  language: 'id',
  office: { id: 'Kantor Kecil', en: 'Small office', su: 'Kantor Leutik' },
  code: 'ABCD-EFGH',
  link: 'http://127.0.0.1:8080/desk',
}

describe('A-1 a paper is begun once', () => {
  it('A-1 the ledger holds that it has started before its first byte goes out', async () => {
    const { hub, printer } = counterTop()
    const states: string[] = []
    printer.onFirstByte = () => states.push(hub.paper(ticket).state)
    const ticket = hub.press()
    await settled()
    expect(states).toEqual(['started'])
    expect(paperFacts(hub)).toEqual(['PrintingStarted 1/1', 'PaperReported 1/1 printed'])
    expect(printer.papers).toEqual(['B001'])
  })

  it('A-1 no byte goes out while the hub has not answered, and no second one when it answers late', async () => {
    for (const when of ['before-deciding', 'before-answering'] as const) {
      const { hub, printer, clock } = counterTop()
      hub.press()
      hub.leave(when)
      hub.onView?.(hub.view())
      await settled()
      expect(printer.offered).toEqual([])
      clock.advance(10_000)
      hub.comeBack()
      await settled()
      expect(printer.papers).toEqual(['B001'])
    }
  })

  it('A-1 a view that is older than the answer starts nothing again', async () => {
    const { hub, printer, spooler } = counterTop()
    hub.press()
    const old = hub.view()
    await settled()
    expect(old.wanted).toHaveLength(1)
    spooler.show(old)
    await settled()
    spooler.show(hub.view())
    await settled()
    expect(printer.papers).toEqual(['B001'])
    expect(paperFacts(hub)).toEqual(['PrintingStarted 1/1', 'PaperReported 1/1 printed'])
  })

  it('A-1 paper that was refused is not tried again by itself, and asked for again it is the original', async () => {
    const { hub, printer } = counterTop()
    printer.trouble('paper-out')
    const ticket = hub.press()
    await settled()
    expect(hub.paper(ticket)).toMatchObject({ state: 'refused', reason: 'paper-out', copy: 0 })
    printer.trouble(null)
    await settled()
    expect(printer.papers).toEqual([])
    expect(hub.printAgain(ticket)).toMatchObject({ ok: true })
    await settled()
    expect(printer.papers).toEqual(['B001'])
    expect(hub.paper(ticket)).toMatchObject({ state: 'printed', attempt: 2, copy: 0 })
  })

  it('A-1 paper in doubt is not tried again by itself, and asked for again it is a copy', async () => {
    for (const paper of [true, false]) {
      const { hub, printer } = counterTop()
      printer.breakNext(paper)
      const ticket = hub.press()
      await settled()
      expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'no-answer', copy: 0 })
      expect(printer.offered).toEqual(['B001'])
      expect(hub.printAgain(ticket)).toMatchObject({ ok: true })
      await settled()
      expect(printer.offered).toEqual(['B001', 'B001-copy-1'])
      expect(hub.paper(ticket)).toMatchObject({ state: 'printed', attempt: 2, copy: 1 })
    }
  })
})

describe('A-2 a crash leaves a question, never a second paper', () => {
  it('A-2 a paper under way at the crash is unknown, and asked for again it says COPY', async () => {
    const first = counterTop()
    const { hub, clock } = first
    first.printer.hold()
    const ticket = hub.press()
    await settled()
    expect(hub.paper(ticket).state).toBe('started')
    first.crash()
    const second = counterTop({ hub, clock })
    await settled()
    expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'closed', copy: 0 })
    expect(second.printer.offered).toEqual([])
    expect(hub.printAgain(ticket)).toMatchObject({ ok: true })
    await settled()
    expect(second.printer.papers).toEqual(['B001-copy-1'])
  })

  it('A-2 so is one whose start the ledger holds although the run before never heard so', async () => {
    const first = counterTop()
    const { hub, clock } = first
    const ticket = hub.press()
    hub.leave('before-answering')
    hub.onView?.(hub.view())
    await settled()
    first.crash()
    hub.comeBack()
    const second = counterTop({ hub, clock })
    await settled()
    expect([...first.printer.offered, ...second.printer.offered]).toEqual([])
    expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'closed' })
  })

  it('A-2 so is one that came out while its report was lost', async () => {
    const first = counterTop()
    const { hub, clock } = first
    first.printer.hold()
    const ticket = hub.press()
    await settled()
    hub.leave()
    first.printer.release()
    await settled()
    expect(first.printer.papers).toEqual(['B001'])
    first.crash()
    hub.comeBack()
    const second = counterTop({ hub, clock })
    await settled()
    expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'closed' })
    expect(second.printer.offered).toEqual([])
  })

  it('A-2 so is one that a run before had ordered and that was decided behind the back of this run, after a minute', async () => {
    const { hub, printer, clock } = counterTop()
    const ticket = hub.press()
    const view = hub.view()
    // The order of the run before arrives between this run's view and its own order.
    hub.byAnotherAgent({ type: 'StartPrinting', ticket, attempt: 1 })
    hub.onView?.(view)
    await settled()
    expect(hub.paper(ticket)).toMatchObject({ state: 'started' })
    await later(clock, 59_000)
    expect(hub.paper(ticket)).toMatchObject({ state: 'started' })
    await later(clock, 2_000)
    expect(printer.offered).toEqual([])
    expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'closed' })
  })

  it('A-2 what another agent of the kiosk prints and reports is left to it', async () => {
    const { hub, printer, clock } = counterTop()
    const ticket = hub.press()
    const view = hub.view()
    hub.byAnotherAgent({ type: 'StartPrinting', ticket, attempt: 1 })
    hub.onView?.(view)
    await later(clock, 20_000)
    hub.byAnotherAgent({ type: 'ReportPaper', ticket, attempt: 1, outcome: { kind: 'printed' } })
    await later(clock, 120_000)
    expect([printer.offered, hub.paper(ticket).state]).toEqual([[], 'printed'])
  })
})

describe('A-3 one at a time, in order', () => {
  it('A-3 papers come out in the order of the presses', async () => {
    const { hub, printer } = counterTop()
    printer.hold()
    for (let i = 0; i < 30; i++) hub.press()
    await settled()
    expect(printer.offered).toEqual(['B001'])
    printer.release()
    await until(() => printer.papers.length === 30)
    expect(printer.papers).toEqual(Array.from({ length: 30 }, (_, i) => `B${String(i + 1).padStart(3, '0')}`))
  })

  it('A-3 a slip comes before the tickets that wait', async () => {
    const { hub, printer, spooler } = counterTop()
    printer.hold()
    hub.press()
    hub.press()
    await settled()
    spooler.slip(setupSlip)
    printer.release()
    await settled()
    expect(printer.papers).toEqual(['B001', 'setup', 'B002'])
  })

  it('A-3 a slip that nothing came out of waits for the printer, and holds up no ticket', async () => {
    const { hub, printer, spooler } = counterTop()
    printer.trouble('paper-out')
    spooler.slip(setupSlip)
    const ticket = hub.press()
    await settled()
    expect(hub.paper(ticket).state).toBe('refused')
    expect(printer.offered).toEqual(['setup', 'B001'])
    printer.change({ paperLow: true })
    await settled()
    expect(printer.offered).toEqual(['setup', 'B001'])
    printer.trouble(null)
    await settled()
    expect(printer.papers).toEqual(['setup'])
    printer.trouble('cover-open')
    printer.trouble(null)
    await settled()
    expect(printer.papers).toEqual(['setup'])
  })

  it('A-3 a slip in doubt is not tried again', async () => {
    const { printer, spooler } = counterTop()
    printer.breakNext(false)
    spooler.slip(setupSlip)
    await settled()
    printer.trouble('offline')
    printer.trouble(null)
    await settled()
    expect(printer.offered).toEqual(['setup'])
  })
})
