import { expect, test } from 'vitest'
import { Submit, submitLimits } from '../../kiosk/hub/submit.ts'
import type { Actor, Command } from '../../shared/commands.ts'
import { commandIdSchema, mainKiosk, serviceIdSchema } from '../../shared/ids.ts'
import { MemoryLedger } from '../fakes/memory-ledger.ts'
import { seededRandomness } from '../fakes/seeded-randomness.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

test('S1 S3 a ticket is answered only once it is in the ledger', async () => {
  const { ledger, submit } = office()
  ledger.hold()
  let answered = false
  const answer = submit.give(id('press-0001'), kiosk, take).then((value) => {
    answered = true
    return value
  })
  await settle()
  expect(answered).toBe(false)
  expect(submit.state.ticketsGiven).toBe(0)
  ledger.release()
  expect(await answer).toMatchObject({ ok: true, outcome: { kind: 'ticket-taken', number: 'A001' } })
  expect(submit.state.ticketsGiven).toBe(1)
})

test('S2 what arrives while a batch is written goes into the next one together', async () => {
  const { ledger, submit } = office()
  await submit.give(id('press-0000'), kiosk, take)
  ledger.batches.length = 0
  ledger.hold()
  const first = submit.give(id('press-0001'), kiosk, take)
  await settle()
  const others = [2, 3, 4].map((n) => submit.give(id(`press-000${n}`), kiosk, take))
  ledger.release()
  const numbers = (await Promise.all([first, ...others])).map((answer) => answer.ok && answer.outcome)
  expect(numbers).toMatchObject([{ number: 'A002' }, { number: 'A003' }, { number: 'A004' }, { number: 'A005' }])
  expect(ledger.batches).toEqual([[3], [4, 5, 6]])
})

test('S4 the same press sent twice at once, again later, and again after a restart is one ticket', async () => {
  const { ledger, submit } = office()
  const both = await Promise.all([1, 2].map(() => submit.give(id('press-0001'), kiosk, take)))
  const again = await submit.give(id('press-0001'), kiosk, take)
  const restarted = new Submit(parts(ledger, new VirtualClock()), ledger.rows)
  const afterwards = await restarted.give(id('press-0001'), kiosk, take)
  expect([both[1], again, afterwards]).toEqual([both[0], both[0], both[0]])
  expect(ledger.rows.filter(({ event }) => event.type === 'TicketTaken')).toHaveLength(1)
})

test('S4 a press from an earlier day, sent again, is answered from the ledger and costs the others nothing', async () => {
  const clock = new VirtualClock()
  const { ledger, submit } = office(clock)
  const first = await submit.give(id('press-0001'), kiosk, take)
  clock.advance(24 * 60 * 60_000)
  await submit.give(id('press-0002'), kiosk, take)
  const today = ledger.rows.slice(ledger.rows.findLastIndex(({ event }) => event.type === 'DayBegan'))
  const restarted = new Submit(parts(ledger, clock), today)
  const [other, old] = await Promise.all([
    restarted.give(id('press-0003'), kiosk, take),
    restarted.give(id('press-0001'), kiosk, take),
  ])
  expect(old).toEqual(first)
  expect(other).toMatchObject({ ok: true, outcome: { number: 'A002' } })
})

test('S3 when nothing can be kept the answer is not-saved, and the same press works once there is room', async () => {
  const { ledger, submit, saving } = office()
  ledger.full = 'SQLITE_FULL'
  const refused = await submit.give(id('press-0001'), kiosk, take)
  expect(refused).toEqual({ ok: false, refusal: { reason: 'not-saved' } })
  expect(submit.state.ticketsGiven).toBe(0)
  ledger.full = null
  const taken = await submit.give(id('press-0001'), kiosk, take)
  expect(taken).toMatchObject({ ok: true, outcome: { number: 'A001' } })
  expect(saving).toEqual(['SQLITE_FULL', null])
})

test('a ledger that dies ends the hub, and nobody is told that anything was kept', async () => {
  const { ledger, submit, broken } = office()
  ledger.broken = true
  await expect(submit.give(id('press-0001'), kiosk, take)).rejects.toThrow('has ended')
  expect(broken).toHaveLength(1)
})

test('a rush beyond the limit is refused at once instead of growing for ever', async () => {
  const { ledger, submit } = office()
  ledger.hold()
  const presses = Array.from({ length: submitLimits.waiting + 1 }, (_, n) =>
    submit.give(id(`rush-${n}`.padEnd(8, 'x')), kiosk, take),
  )
  expect(await presses.at(-1)).toEqual({ ok: false, refusal: { reason: 'too-fast' } })
  ledger.release()
  await Promise.all(presses)
})

function office(clock = new VirtualClock()) {
  const ledger = new MemoryLedger()
  const saving: (string | null)[] = []
  const broken: unknown[] = []
  const submit = new Submit(
    { ...parts(ledger, clock), onSaving: (why) => saving.push(why), onBroken: (error) => broken.push(error) },
    [],
  )
  return { ledger, submit, saving, broken }
}

function parts(ledger: MemoryLedger, clock: VirtualClock): ConstructorParameters<typeof Submit>[0] {
  const nothing = () => {}
  const randomness = seededRandomness(7)
  return { ledger, clock, randomness, onCommitted: nothing, onSaving: nothing, onBroken: nothing }
}

/** Lets everything run that is ready to. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

const kiosk: Actor = { kind: 'kiosk', kiosk: mainKiosk }
const take: Command = { type: 'TakeTicket', service: serviceIdSchema.parse('id-card-recording'), class: 'regular' }
const id = (text: string) => commandIdSchema.parse(text)
