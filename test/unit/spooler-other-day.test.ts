import { expect, onTestFinished, test } from 'vitest'
import { Spooler } from '../../kiosk/agent/spooler.ts'
import { commandIdSchema } from '../../shared/ids.ts'
import { later, settled } from '../agent/counter-top.ts'
import { minute, morning } from '../core/story.ts'
import { DecidingHub } from '../fakes/deciding-hub.ts'
import { FakePrinter } from '../fakes/fake-printer.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

test('A-2 a report that a hub with a wrong date refused is given again once the date is right', async () => {
  const clock = new VirtualClock(morning + minute)
  const hub = new DecidingHub(clock)
  const ticket = hub.press()
  hub.byAnotherAgent({ type: 'StartPrinting', ticket, attempt: 1 })
  const link = hub.link()
  let dateIsWrong = true
  let refused = 0
  let ids = 0
  const spooler = new Spooler({
    printer: new FakePrinter(),
    give: async (id, command) => {
      if (command.type !== 'ReportPaper' || !dateIsWrong) return link.give(id, command)
      refused++
      return { ok: false, refusal: { reason: 'no-such-ticket' } }
    },
    commandId: () => commandIdSchema.parse(`of-this-agent-${++ids}`),
    encode: async (name) => ({ name, bytes: Buffer.from(name) }),
    clock,
    log: () => {},
  })
  onTestFinished(() => link.cut())
  spooler.show(hub.view())
  await settled()
  expect([refused, hub.paper(ticket).state]).toEqual([1, 'started'])
  // Not in a rush, as long as the date is wrong.
  await later(clock, 2 * minute + 1_000)
  expect(refused).toBe(3)
  dateIsWrong = false
  await later(clock, minute + 1_000)
  expect(hub.paper(ticket).state).toBe('unknown')
})
