import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { PrinterHands } from '../../kiosk/agent/hands.ts'
import type { Hand, HandAnswer, Machine, MachineShown } from '../../shared/wire.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { client, runningHub, type Client } from '../hub/running-hub.ts'
import { until } from './printer-rig.ts'

const well: Machine = {
  kind: 'built-in',
  powered: true,
  plugged: true,
  coverOpen: false,
  cutterJammed: false,
  paper: 'in',
}

describe('the hub between the page of the built-in printer and its agent', () => {
  test('M-1 brings what the agent says to the page, and what is done there to the agent', async () => {
    const hub = await runningHub()
    const page = await client(hub, { as: 'printer' })
    const shown = whatIsShown(page)
    const agent = await client(hub, { as: 'agent' })
    const done: Hand[] = []
    agent.on('hand', (hand, answer) => {
      done.push(hand)
      answer()
    })
    expect(await act(page, 'open-cover')).toEqual({ ok: false, reason: 'no-machine' })
    await tell(agent, well)
    await tell(agent, { ...well, coverOpen: true })
    await until(() => shown.length >= 2)
    expect(await act(page, 'close-cover')).toEqual({ ok: true })
    expect(done).toEqual(['close-cover'])
    // One that comes later sees at once how it is.
    const late = whatIsShown(await client(hub, { as: 'printer' }))
    agent.close()
    await until(() => shown.at(-1)?.kind === 'none' && late.at(-1)?.kind === 'none')
    expect(shown.slice(-3)).toEqual([well, { ...well, coverOpen: true }, { kind: 'none' }])
  })

  test('M-1 says so when the agent prints on a real printer, or does not answer', async () => {
    const hub = await runningHub()
    const [page, agent] = await Promise.all([client(hub, { as: 'printer' }), client(hub, { as: 'agent' })])
    await tell(agent, { kind: 'real' })
    expect(await act(page, 'unplug')).toEqual({ ok: false, reason: 'no-machine' })
    await tell(agent, well)
    expect(await act(page, 'unplug')).toEqual({ ok: false, reason: 'no-answer' })
  })

  test('M-1 lets in only pages of this machine, and hears only the main kiosk’s agent', async () => {
    const hub = await runningHub()
    const proxied = { 'x-forwarded-for': '10.0.0.9' }
    await expect(client(hub, { as: 'printer' }, proxied)).rejects.toThrow('only-on-this-machine')
    const [page, agent, hall, kiosk, lobby] = await Promise.all([
      client(hub, { as: 'printer' }),
      client(hub, { as: 'agent' }),
      client(hub, { as: 'agent', kiosk: 'hall' }),
      client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }),
      client(hub, { as: 'lobby', screen: 'test-lobby-1' }),
    ])
    const shown = whatIsShown(page)
    for (const other of [hall, kiosk, lobby, page]) await tell(other, { ...well, paper: 'out' })
    await tell(agent, well)
    await until(() => shown.some(({ kind }) => kind === 'built-in'))
    expect(shown.filter(({ kind }) => kind === 'built-in')).toEqual([well])
    for (const other of [agent, hall, kiosk, lobby])
      expect(await act(other, 'open-cover')).toEqual({ ok: false, reason: 'not-allowed' })
    for (const nonsense of ['explode', null, 7, { hand: 'unplug' }])
      expect(await act(page, nonsense)).toEqual({ ok: false, reason: 'not-understood' })
    await tell(agent, { ...well, paper: 'a lot' })
    expect(await page.timeout(5_000).emitWithAck('command', { id: 'test-command', command: {} })).toMatchObject({
      ok: false,
      refusal: { reason: 'not-allowed' },
    })
    expect(shown.at(-1)).toEqual(well)
    expect(hub.errors).toEqual([])
  })
})

describe('hands on the built-in printer', () => {
  test('do what they are asked, and tell how it is then', async () => {
    const { device, hands, told } = handsOn()
    const steps: readonly [Hand, Partial<Machine>][] = [
      ['open-cover', { coverOpen: true }],
      ['close-cover', { coverOpen: false }],
      ['take-paper-out', { paper: 'out' }],
      ['put-paper-in', { paper: 'in' }],
      ['unplug', { plugged: false }],
      ['plug', { plugged: true }],
      ['jam-cutter', { cutterJammed: true }],
      ['free-cutter', { cutterJammed: false }],
      ['power-cycle', { powered: false }],
    ]
    for (const [hand, change] of steps) {
      hands.act(hand)
      await until(() => JSON.stringify(told.at(-1)) === JSON.stringify({ ...well, ...change }))
    }
    await until(() => JSON.stringify(told.at(-1)) === JSON.stringify(well))
    expect(device.sheets()).toEqual([])
    hands.act('tear-off')
    expect(told.at(-1)).toEqual(well)
  })

  test('tell ten times a second at most, and end with the newest', async () => {
    const clock = new VirtualClock()
    const { device, told } = handsOn(clock)
    for (let i = 0; i < 101; i++) {
      device.change({ coverOpen: i % 2 === 0 })
      await turn()
      clock.advance(10)
      await turn()
    }
    clock.advance(100)
    await turn()
    expect(told.length).toBeLessThanOrEqual(12)
    expect(told.at(-1)).toEqual({ ...well, coverOpen: true })
  })

  test('tell again what was not heard', async () => {
    const clock = new VirtualClock()
    const { device, told, deafen } = handsOn(clock)
    deafen(true)
    device.change({ coverOpen: true })
    await turn()
    clock.advance(1_000)
    await turn()
    deafen(false)
    for (let i = 0; i < 3; i++) {
      clock.advance(1_000)
      await turn()
    }
    expect(told).toEqual([{ ...well, coverOpen: true }])
  })

  test('leave a real printer alone', async () => {
    const told: Machine[] = []
    const hands = new PrinterHands(null, systemClock, async (machine) => told.push(machine) > 0)
    hands.act('open-cover')
    hands.tell()
    await until(() => told.length > 0)
    expect(told).toEqual([{ kind: 'real' }])
    hands.stop()
  })
})

function handsOn(clock: VirtualClock | typeof systemClock = systemClock) {
  const device = new EmulatedPrinter(epson80, { clock })
  const told: Machine[] = []
  let isDeaf = false
  const hands = new PrinterHands(device, clock, async (machine) => {
    if (!isDeaf) told.push(machine)
    return !isDeaf
  })
  onTestFinished(() => hands.stop())
  return {
    device,
    hands,
    told,
    deafen: (deaf: boolean) => {
      isDeaf = deaf
    },
  }
}

function whatIsShown(page: Client): readonly MachineShown[] {
  const shown: MachineShown[] = []
  page.on('machine', (machine) => shown.push(machine))
  return shown
}

async function tell(socket: Client, machine: unknown): Promise<void> {
  await socket.timeout(5_000).emitWithAck('machine', machine as Machine)
}

function act(socket: Client, hand: unknown): Promise<HandAnswer> {
  return socket.timeout(5_000).emitWithAck('hand', hand as Hand)
}

async function turn(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve))
}
