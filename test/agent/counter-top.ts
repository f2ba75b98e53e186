import { expect, onTestFinished } from 'vitest'
import { Spooler } from '../../kiosk/agent/spooler.ts'
import { commandIdSchema } from '../../shared/ids.ts'
import { minute, morning } from '../core/story.ts'
import { DecidingHub } from '../fakes/deciding-hub.ts'
import { FakePrinter } from '../fakes/fake-printer.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

/** One run of the agent, with all that is around it. */
export interface CounterTop {
  readonly hub: DecidingHub
  readonly clock: VirtualClock
  readonly printer: FakePrinter
  readonly spooler: Spooler
  crash(): void
}

let ids = 0

/** One run of the agent: a spooler between a printer and the hub, connected. */
export function counterTop({
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

export function paperFacts(hub: DecidingHub): readonly string[] {
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
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export async function later(clock: VirtualClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advance(500)
    await settled()
  }
}

export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !holds(); turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(holds()).toBe(true)
}
