import { request } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wireLimits, type DeskDoor, type DeviceDoor } from '../../shared/wire.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { guardLimits } from '../../kiosk/hub/guard.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { ask, client, deviceDoor, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'

const take = { type: 'TakeTicket', service: 'family-card', class: 'regular' }
const callNext = { type: 'CallNext', counter: '1' }
const outage = {
  kind: 'outage',
  scope: { office: false, services: [], systems: ['national-server'] },
  cause: 'Server pusat tidak dapat dihubungi',
  instruction: null,
  since: null,
  expectedEnd: null,
  nextNews: null,
  newTickets: 'stop',
  waiting: 'keep',
}
const notAllowed = { ok: false, refusal: { reason: 'not-allowed' } }

test('K1 the main job: a kiosk takes, a desk calls, the lobby shows, an outage reaches all', async () => {
  const hub = await runningHub()
  const [kiosk, lobby, desk] = await Promise.all([
    client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }),
    client(hub, { as: 'lobby', screen: 'test-lobby-1' }),
    signedInDesk(hub),
  ])
  expect(await give(kiosk, take)).toMatchObject({ ok: true, outcome: { number: 'C001', ahead: 0 } })
  expect(await give(desk, callNext)).toMatchObject({ ok: true, outcome: { kind: 'ticket-called' } })
  const called = await viewWhere<LobbyView>(lobby, ({ calls }) => calls.length > 0)
  expect(called.view.calls[0]).toMatchObject({ number: 'C001', counter: { en: 'Counter 1' } })

  expect(await give(desk, { type: 'RaiseNotice', content: outage })).toMatchObject({ ok: true, outcome: { notice: 1 } })
  await viewWhere<LobbyView>(lobby, ({ notices }) => notices.length === 1)
  expect(await give(kiosk, { ...take, service: 'id-card-printing' })).toEqual({
    ok: false,
    refusal: { reason: 'service-stopped', notice: 1 },
  })
  expect(await give(lobby, { type: 'ReportPainted', notice: 1, revision: 1 })).toMatchObject({ ok: true })
  const seen = await viewWhere<DeskView>(
    desk,
    ({ notices }) => notices[0]?.screens.some(({ painted }) => painted) === true,
  )
  expect(seen.view.notices[0]?.screens).toEqual([
    { screen: 'test-kiosk-1', painted: false },
    { screen: 'test-lobby-1', painted: true },
  ])
  expect(hub.errors).toEqual([])
})

test('K1 what a socket may do follows from what it is: strangers watch and nothing else', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const lobby = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const status = await client(hub, { as: 'status' })
  const otherDesk = await client(hub, { as: 'desk', screen: 'test-desk-2' })
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  for (const socket of [lobby, status, otherDesk]) expect(await give(socket, take)).toEqual(notAllowed)
  for (const socket of [lobby, status, otherDesk, kiosk]) {
    expect(await give(socket, callNext)).toEqual(notAllowed)
    expect(await give(socket, { type: 'RaiseNotice', content: outage })).toEqual(notAllowed)
    expect(await give(socket, { type: 'SetOffice', office: {} })).toMatchObject({ ok: false })
    expect(await give(socket, { type: 'TurnDay' })).toEqual(notAllowed)
  }
  expect(await give(desk, { type: 'TurnDay' })).toEqual(notAllowed)
  expect(await ask(lobby, { type: 'SignIn', name: 'Siti', pin: '482913' })).toEqual(notAllowed)
})

test('K1 a kiosk or desk that comes through a proxy or under a foreign name is not this machine', async () => {
  const hub = await runningHub()
  await signedInDesk(hub)
  const proxied = { 'x-forwarded-for': '10.0.0.9' }
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }, proxied)
  expect(await give(kiosk, take)).toEqual(notAllowed)
  const desk = await client(hub, { as: 'desk', screen: 'test-desk-2' }, proxied)
  expect(await ask(desk, { type: 'SignIn', name: 'Siti', pin: '482913' })).toEqual(notAllowed)
  // A page of another site whose name was made to point here asks with that name as its host.
  const rebound = { host: 'evil.example', origin: 'http://evil.example' }
  await expect(client(hub, { as: 'kiosk', screen: 'test-kiosk-2' }, rebound)).rejects.toThrow('websocket error')
})

test('K1 a browser page of another site opens no socket', async () => {
  const hub = await runningHub()
  const foreign = ['http://evil.example', 'null', 'https://127.0.0.1', `${hub.address}1`, 'loket://other']
  for (const origin of foreign) {
    await expect(client(hub, { as: 'lobby', screen: 'test-lobby-1' }, { origin }), origin).rejects.toThrow(
      'websocket error',
    )
  }
  await expect(client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }, { origin: 'loket://kiosk' })).resolves.toBeDefined()
})

test('K1 a second kiosk shows a code, is let in at a desk, and takes numbers as itself', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const proxied = { 'x-forwarded-for': '10.0.0.9' }
  const stranger = await client(hub, { as: 'kiosk', screen: 'test-kiosk-2' }, proxied)
  const shown = await deviceDoor(stranger)
  if (shown.state !== 'unpaired') throw new Error('it is in already')
  expect(await ask(desk, { type: 'PairDevice', code: 'WRONG-ONE', name: 'Hall' })).toMatchObject({ ok: false })
  const letIn = new Promise<DeviceDoor>((resolve) => stranger.once('device', resolve))
  expect(await ask(desk, { type: 'PairDevice', code: shown.pairingCode.toLowerCase(), name: 'Aula 2' })).toEqual({
    ok: true,
  })
  const paired = await letIn
  if (paired.state !== 'paired') throw new Error('it is not let in')
  expect(await ask(desk, { type: 'PairDevice', code: shown.pairingCode, name: 'Again' })).toMatchObject({ ok: false })

  const known = await client(hub, { as: 'kiosk', screen: 'test-kiosk-2', device: paired.device }, proxied)
  expect(await give(known, take)).toMatchObject({ ok: true })
  const view = await viewWhere<KioskView>(known, ({ papers }) => papers.length === 1)
  expect(view.view.papers).toMatchObject([{ number: 'C001', state: 'wanted' }])
})

test('K2 whatever is sent in place of a message, the hub answers or is silent, and goes on', async () => {
  const hub = await runningHub()
  const watcher = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const attacker = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const raw = attacker as unknown as { emit: (name: string, ...args: unknown[]) => void }
  const names = fc.constantFrom('command', 'door', 'refresh', 'view', 'nothing', '__proto__')
  await fc.assert(
    fc.asyncProperty(names, fc.array(fc.anything({ maxDepth: 2 }), { maxLength: 3 }), async (name, args) => {
      raw.emit(name, ...args.filter((value) => typeof value !== 'bigint' && typeof value !== 'symbol'))
    }),
    { numRuns: 1_000 },
  )
  for (const payload of [null, undefined, 7, [], {}, { id: 'x' }, { id: 'long-enough', command: null }]) {
    expect(await attacker.timeout(5_000).emitWithAck('command', payload as never)).toMatchObject({ ok: false })
  }
  expect(await give(attacker, { type: 'TakeTicket', service: 'family-card' })).toEqual({
    ok: false,
    refusal: { reason: 'not-understood', field: 'class' },
  })
  expect(await give(attacker, take)).toMatchObject({ ok: true })
  await viewWhere<LobbyView>(watcher, ({ services }) => services.some(({ waiting }) => waiting === 1))
})

test('K2 packets that once ended servers of this kind, and one that is too large, end at most their own connection', async () => {
  const hub = await runningHub()
  const watcher = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  // CVE-2023-32695, CVE-2022-2421 and GHSA-677m-j7p3-52f9, as engine.io messages.
  const packets = [
    '42[{"toString":"foo"}]',
    '451-["a",{"_placeholder":true,"num":"splice"}]',
    '4599999-["a"]',
    '42["command"',
  ]
  for (const packet of packets) {
    const socket = await client(hub, { as: 'lobby', screen: 'test-lobby-2' })
    socket.io.engine.write(packet.slice(1))
    socket.close()
  }
  const large = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const gone = new Promise((resolve) => large.once('disconnect', resolve))
  large.emit('command', { id: 'far-too-large', command: 'x'.repeat(100_000) }, () => {})
  expect(await gone).toBe('transport close')
  await viewWhere<LobbyView>(watcher, () => true)
  expect(hub.errors).toEqual([])
})

test('K1 a hello that is not understood is refused by name', async () => {
  const hub = await runningHub()
  for (const hello of [{}, { as: 'god' }, { as: 'lobby' }, { as: 'phone', token: '../../etc' }]) {
    await expect(client(hub, hello)).rejects.toThrow('hello-not-understood')
  }
})

test('a beat tells a screen that missed a view, and refresh brings it', async () => {
  const hub = await runningHub()
  const lobby = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const beat = await new Promise<{ epoch: string; version: number }>((resolve) => lobby.once('beat', resolve))
  const view = await viewWhere<LobbyView>(lobby, () => true)
  expect({ epoch: view.epoch, version: view.version }).toEqual({ epoch: beat.epoch, version: beat.version })
})

test('a person who is removed is out at once', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  await ask(desk, { type: 'AddPerson', name: 'Budi', pin: '113355', role: 'staff' })
  const other = await client(hub, { as: 'desk', screen: 'test-desk-2' })
  await ask(other, { type: 'SignIn', name: 'Budi', pin: '113355' })
  expect(await ask(other, { type: 'AddPerson', name: 'Eve', pin: '113355', role: 'staff' })).toEqual(notAllowed)
  const door = new Promise<DeskDoor>((resolve) => other.once('door', resolve))
  await ask(desk, { type: 'RemovePerson', name: 'Budi' })
  expect(await door).toEqual({ state: 'sign-in' })
  expect(await give(other, callNext)).toEqual(notAllowed)
})

test('pages, health and documents answer with strict headers, and the papers only to this machine', async () => {
  const hub = await runningHub()
  const health = await fetch(`${hub.address}/healthz`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ ready: true, reason: null })
  for (const page of ['/', '/kiosk', '/lobby', '/desk', '/status', '/t/anything']) {
    const answer = await fetch(hub.address + page)
    expect(answer.status, page).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).not.toMatch(/<script(?![^>]*src)/)
  }
  expect((await fetch(`${hub.address}/nothing-here`)).status).toBe(404)
  expect((await fetch(`${hub.address}/../../etc/passwd`)).status).toBe(404)
  expect((await fetch(`${hub.address}/kiosk`, { method: 'POST' })).status).toBe(405)
  expect((await fetch(`${hub.address}/api/papers.json`)).status).toBe(200)
  expect(await statusAs(`${hub.address}/api/papers.json`, 'evil.example')).toBe(403)

  const desk = await signedInDesk(hub)
  await give(desk, { type: 'RaiseNotice', content: outage })
  const summary = await (await fetch(`${hub.address}/api/v2/summary.json`)).json()
  expect(summary).toMatchObject({
    status: { indicator: 'major' },
    components: expect.arrayContaining([
      expect.objectContaining({ id: 'id-card-printing', status: 'major_outage' }),
      expect.objectContaining({ id: 'letters', status: 'operational' }),
    ]),
    incidents: [{ impact: 'major', components: [{ id: 'id-card-recording' }, { id: 'id-card-printing' }] }],
  })
  expect(await (await fetch(`${hub.address}/feed.atom`)).text()).toContain('<entry>')
  expect(await (await fetch(`${hub.address}/metrics`)).text()).toContain('loket_notices 1\n')
})

/** `fetch` does not let a caller choose the host header; an attacker's browser, led astray by DNS, does. */
function statusAs(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('U1 a desk left open over night asks who is there, and is shown nothing until somebody says so', async () => {
  const clock = new VirtualClock()
  const hub = await runningHub({ clock })
  const desk = await signedInDesk(hub)
  const asked = new Promise<DeskDoor>((resolve) => desk.on('door', resolve))
  clock.advance(guardLimits.sessionMs + wireLimits.beatMs)
  expect(await asked).toEqual({ state: 'sign-in' })
  const views: unknown[] = []
  desk.on('view', (view) => views.push(view))
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await give(kiosk, take)
  clock.advance(1_000)
  expect(await give(desk, callNext)).toEqual(notAllowed)
  expect(views).toEqual([])
})
