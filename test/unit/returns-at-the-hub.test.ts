import { expect, test, vi } from 'vitest'
import { momentOf } from '../../shared/day.ts'
import { daySchema } from '../../shared/ids.ts'
import { shortCode } from '../../shared/short-code.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import type { PhoneView } from '../../shared/views/phone.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { ask, client, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'

// The promises of an outage through the whole hub, on a virtual clock: over nights, restarts and wrong tries.

const outage = {
  kind: 'outage',
  scope: { office: false, services: [], systems: ['national-server'] },
  cause: null,
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'hold',
}
const at = (date: string, clock: string) =>
  momentOf(daySchema.parse(date), Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)), 'Asia/Jakarta')

test('N14 D12 a notice set the evening before goes up at its minute, also in a hub that was started anew meanwhile', async () => {
  const clock = new VirtualClock(at('2026-11-24', '19:30'))
  const evening = await runningHub({ clock })
  const desk = await signedInDesk(evening)
  const raiseAt = at('2026-11-25', '03:10')
  const set = await give(desk, { type: 'ScheduleNotice', content: outage, raiseAt })
  expect(set).toEqual({ ok: true, outcome: { kind: 'notice-scheduled', notice: 1 } })
  await evening.stop()

  clock.advance(7 * 60 * 60_000)
  const night = await runningHub({ clock, data: evening.data })
  const lobby = await client(night, { as: 'lobby', screen: 'test-lobby-1' })
  const before = await viewWhere<LobbyView>(lobby, ({ planned }) => planned.length === 1)
  expect(before.view).toMatchObject({ notices: [], planned: [{ id: 1, since: raiseAt }] })

  clock.advance(raiseAt - clock.now() + 1_000)
  // The ledger writes in its own time while the clock stands.
  const up = await vi.waitFor(async () => {
    const { view } = (await (await fetch(`${night.address}/api/lobby.json`)).json()) as ViewMessage<LobbyView>
    expect(view.notices).toHaveLength(1)
    return view
  })
  expect(up).toMatchObject({ planned: [], notices: [{ id: 1, kind: 'outage' }] })
  const { updatedAt = 0 } = up.notices[0] ?? {}
  expect(updatedAt - raiseAt).toBeGreaterThanOrEqual(0)
  expect(updatedAt - raiseAt).toBeLessThanOrEqual(1_000)
})

test('B4 B7 a paper from the day of the outage brings its holder near the front on another day, once', async () => {
  const clock = new VirtualClock(at('2026-11-24', '08:00'))
  const hub = await runningHub({ clock })
  const desk = await signedInDesk(hub)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await give(desk, { type: 'RaiseNotice', content: outage })
  const taken = await give(kiosk, { type: 'TakeReturnTicket', service: 'id-card-printing' })
  if (!taken.ok || taken.outcome.kind !== 'return-taken') throw new Error('no return ticket was given')
  const { token, number, from, until } = taken.outcome
  expect({ number, from, until }).toEqual({ number: 'B001', from: '2026-11-25', until: '2026-12-08' })

  const phone = await client(hub, { as: 'phone', token })
  const told = await viewWhere<PhoneView>(phone, ({ promise }) => promise !== null)
  expect(told.view.promise).toMatchObject({ number: 'B001', from, until, usedOn: null, today: '2026-11-24' })
  expect(await give(kiosk, { type: 'UseReturnTicket', code: token })).toMatchObject({
    refusal: { reason: 'service-stopped' },
  })

  await give(desk, { type: 'ResolveNotice', notice: 1 })
  clock.jumpTo(at('2026-11-26', '08:00'))
  await ask(desk, { type: 'SignIn', name: 'Siti', pin: '482913' })
  await give(kiosk, { type: 'TakeTicket', service: 'id-card-printing', class: 'regular' })
  const code = `${number.toLowerCase()} ${shortCode(token)}`
  const back = await give(kiosk, { type: 'UseReturnTicket', code })
  expect(back).toMatchObject({ ok: true, outcome: { kind: 'ticket-taken', number: 'B002', ahead: 0 } })
  const again = await give(kiosk, { type: 'UseReturnTicket', code: `http://10.0.0.1:8080/t/${token}` })
  expect(again).toEqual({ ok: false, refusal: { reason: 'return-used' } })
  const called = await give(desk, { type: 'CallNext', counter: '2' })
  expect(called).toMatchObject({ ok: true, outcome: { kind: 'ticket-called', ticket: 3 } })
})

test('a kiosk that has been wrong about codes too often waits, and the desk does not', async () => {
  const clock = new VirtualClock()
  const hub = await runningHub({ clock })
  const desk = await signedInDesk(hub)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const wrong = { type: 'UseReturnTicket', code: 'A001 BCDF' }
  for (let i = 0; i < 12; i++)
    expect(await give(kiosk, wrong)).toEqual({ ok: false, refusal: { reason: 'no-such-return' } })
  expect(await give(kiosk, wrong)).toEqual({ ok: false, refusal: { reason: 'wait-before-retry', waitMs: 600_000 } })
  expect(await give(desk, wrong)).toEqual({ ok: false, refusal: { reason: 'no-such-return' } })
  clock.advance(600_000)
  expect(await give(kiosk, wrong)).toEqual({ ok: false, refusal: { reason: 'no-such-return' } })
})

test('the outage key: a notice is raised at a kiosk by name and PIN, and by nobody else', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const lobby = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const raise = { type: 'RaiseByKey', name: 'siti', pin: '482913', content: outage }
  expect(await ask(kiosk, { ...raise, pin: '000000' })).toEqual({ ok: false, refusal: { reason: 'wrong-name-or-pin' } })
  expect(await ask(lobby, raise)).toEqual({ ok: false, refusal: { reason: 'not-allowed' } })
  expect(await ask(desk, raise)).toEqual({ ok: false, refusal: { reason: 'not-allowed' } })
  expect(await ask(kiosk, { type: 'SignIn', name: 'Siti', pin: '482913' })).toMatchObject({ ok: false })
  expect(await ask(kiosk, { ...raise, content: { ...outage, kind: 'fire' } })).toEqual({
    ok: false,
    refusal: { reason: 'not-understood', field: 'content.kind' },
  })
  expect(await ask(kiosk, raise)).toEqual({ ok: true })
  expect(await ask(kiosk, raise)).toEqual({ ok: false, refusal: { reason: 'notice-already-raised', notice: 1 } })
  const told = await viewWhere<DeskView>(desk, ({ notices }) => notices.length === 1)
  expect(told.view.notices[0]).toMatchObject({
    raisedBy: 'Siti',
    kind: 'outage',
    content: { scope: outage.scope },
  })
  // Nobody is signed in at the kiosk by that.
  expect(await give(kiosk, { type: 'ResolveNotice', notice: 1 })).toMatchObject({ refusal: { reason: 'not-allowed' } })
})
