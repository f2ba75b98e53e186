import { expect, test } from 'vitest'
import type { DeskView } from '../../shared/views/desk.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { ask, client, deviceDoor, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'

// A TV of another machine, and what a desk knows of it and asks of it.

const elsewhere = { 'x-forwarded-for': '10.0.0.9' }
const report = { version: 'test', widthPx: 1920, heightPx: 1080, sound: 'off', call: null, isLegible: false }

test('a TV is let in by the code it shows, gets its name, and is told what to show', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const tv = await client(hub, { as: 'lobby', screen: 'test-lobby-1' }, elsewhere)
  const door = await deviceDoor(tv)
  if (door.state !== 'unpaired') throw new Error('it is let in already')
  const paired = new Promise<unknown>((resolve) => tv.once('device', resolve))
  expect(await ask(desk, { type: 'PairDevice', code: door.pairingCode, name: 'Pintu masuk' })).toEqual({ ok: true })
  const token = (await paired) as { readonly device: string }
  tv.close()

  const back = await client(hub, { as: 'lobby', screen: 'test-lobby-1', device: token.device }, elsewhere)
  const known = await viewWhere<DeskView>(desk, ({ screens }) => screens[0]?.name === 'Pintu masuk')
  expect(known.view.screens).toEqual([
    {
      screen: 'test-lobby-1',
      kind: 'lobby',
      name: 'Pintu masuk',
      painted: {},
      report: null,
      settings: null,
      number: null,
    },
  ])
  const settings = {
    screen: 'test-lobby-1',
    name: 'Pintu masuk',
    shows: { kind: 'services', services: ['family-card'] },
  }
  expect(await give(desk, { type: 'SetScreen', settings })).toMatchObject({ ok: true })
  const told = await viewWhere<LobbyView>(back, ({ screens }) => screens.length === 1)
  expect(told.view.screens).toEqual([settings])
  back.close()
  const absent = await viewWhere<DeskView>(desk, ({ absentScreens }) => absentScreens.length === 1)
  expect(absent.view.absentScreens).toEqual([settings])
})

test('a desk sees how a TV is, and has it reload or show its name; nobody else has', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const tv = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const status = await client(hub, { as: 'status' })
  const heard: unknown[] = []
  tv.on('screen', (order, done) => {
    heard.push(order)
    done()
  })
  tv.emit('report', report as never)
  status.emit('report', report as never)
  const seen = await viewWhere<DeskView>(desk, ({ screens }) => screens[0]?.report !== null)
  expect(seen.view.screens.map(({ screen, report: said }) => [screen, said])).toEqual([['test-lobby-1', report]])

  const order = { screen: 'test-lobby-1' as never, order: 'show-name' } as const
  expect(await desk.timeout(5_000).emitWithAck('screen', order)).toEqual({ ok: true })
  expect(await desk.timeout(5_000).emitWithAck('screen', { ...order, order: 'reload' })).toEqual({ ok: true })
  expect(await status.timeout(5_000).emitWithAck('screen', order)).toEqual({
    ok: false,
    refusal: { reason: 'not-allowed' },
  })
  expect(await desk.timeout(5_000).emitWithAck('screen', { ...order, screen: 'test-lobby-9' as never })).toEqual({
    ok: false,
    refusal: { reason: 'no-such-screen' },
  })
  expect(heard).toEqual(['show-name', 'reload'])
})
