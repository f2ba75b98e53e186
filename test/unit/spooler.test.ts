import { onTestFinished, describe, expect, it } from 'vitest'
import { Spooler } from '../../kiosk/agent/spooler.ts'
import { paperLifeMs } from '../../shared/decide/paper.ts'
import { commandIdSchema } from '../../shared/ids.ts'
import type { SetupPaper } from '../../shared/views/printing.ts'
import { minute, morning } from '../core/story.ts'
import { DecidingHub } from '../fakes/deciding-hub.ts'
import { FakePrinter } from '../fakes/fake-printer.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

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
const wellPrinter = { trouble: null, paperLow: false, speaks: true, confirms: true }

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

  it('A-2 so is one that a run before had ordered and that was decided behind the back of this run', async () => {
    const { hub, printer } = counterTop()
    const ticket = hub.press()
    const view = hub.view()
    // The order of the run before arrives between this run's view and its own order.
    hub.byAnotherAgent({ type: 'StartPrinting', ticket, attempt: 1 })
    hub.onView?.(view)
    await settled()
    expect(printer.offered).toEqual([])
    expect(hub.paper(ticket)).toMatchObject({ state: 'unknown', reason: 'closed' })
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

interface CounterTop {
  readonly hub: DecidingHub
  readonly clock: VirtualClock
  readonly printer: FakePrinter
  readonly spooler: Spooler
  crash(): void
}

let ids = 0

/** One run of the agent: a spooler between a printer and the hub, connected. */
function counterTop({
  clock = new VirtualClock(morning + minute),
  hub = new DecidingHub(clock),
  unprintable = '',
}: { clock?: VirtualClock; hub?: DecidingHub; unprintable?: string } = {}): CounterTop {
  const printer = new FakePrinter()
  const link = hub.link()
  const spooler = new Spooler({
    printer,
    give: link.give,
    commandId: () => commandIdSchema.parse(`of-the-agent-${String(++ids)}`),
    encode: async (name) => {
      if (name === unprintable) throw new Error('no layout')
      return { name, bytes: Buffer.from(name) }
    },
    clock,
    log: () => {},
  })
  hub.onView = (view) => spooler.show(view)
  spooler.connected()
  spooler.show(hub.view())
  onTestFinished(() => link.cut())
  return {
    hub,
    clock,
    printer,
    spooler,
    crash: () => {
      link.cut()
      hub.onView = null
    },
  }
}

function paperFacts(hub: DecidingHub): readonly string[] {
  return hub.facts.flatMap((fact) => {
    switch (fact.type) {
      case 'PrintingStarted':
      case 'PaperDropped':
        return [`${fact.type} ${String(fact.ticket)}/${String(fact.attempt)}`]
      case 'PaperReported':
        return [`${fact.type} ${String(fact.ticket)}/${String(fact.attempt)} ${fact.outcome.kind}`]
      default:
        return []
    }
  })
}

/** Lets everything that needs no time come to rest. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function later(clock: VirtualClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advance(500)
    await settled()
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !holds(); turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(holds()).toBe(true)
}
