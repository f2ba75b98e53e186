import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import type { DeviceDoor } from '../../shared/wire.ts'
import { testFolder } from '../hub/folder.ts'
import {
  ask,
  client,
  deviceDoor,
  give,
  runningHub,
  signedInDesk,
  viewWhere,
  type Client,
  type RunningHub,
} from '../hub/running-hub.ts'
import { until } from './printer-rig.ts'

/** Several kiosks in one hall, and several agents at one kiosk: a real hub, real agents, a printer on a socket for each. */

test('each ticket comes out at the kiosk where it was taken, and nowhere else', async () => {
  const { hub, main, second } = await hallOfTwo()
  const printers = { main: await printer(hub, undefined), second: await printer(hub, second.agent) }
  await Promise.all([main, second.kiosk].map(isReady))
  const [atMain, atSecond] = await Promise.all([pressed(main, 12), pressed(second.kiosk, 12)])
  await Promise.all([main, second.kiosk].map(isAtRest))
  expect([printers.main.numbers(), printers.second.numbers()]).toEqual([atMain, atSecond])
  expect(hub.errors).toEqual([])
})

test('a printer in trouble holds up its own kiosk only, and its tickets go nowhere else', async () => {
  const { hub, main, second } = await hallOfTwo()
  const printers = { main: await printer(hub, undefined), second: await printer(hub, second.agent) }
  await Promise.all([main, second.kiosk].map(isReady))
  printers.main.device.change({ coverOpen: true })
  await viewWhere<KioskView>(main, (view) => view.printer.state !== 'ready')
  const [atMain, atSecond] = await Promise.all([pressed(main, 3), pressed(second.kiosk, 3)])
  await isAtRest(second.kiosk)
  const { view } = await viewWhere<KioskView>(main, ({ papers }) => papers.length === 3 && papers.every(isTold))
  const told = view.papers.map(({ number, state }) => `${number} ${state}`).toSorted()
  expect(told).toEqual(atMain.map((number) => `${number} refused`))
  expect([printers.main.numbers(), printers.second.numbers()]).toEqual([[], atSecond])
})

test('two agents at one kiosk: each ticket comes out once, at one of them, and the ledger knows', async () => {
  const hub = await runningHub()
  const main = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const printers = [await printer(hub, undefined), await printer(hub, undefined)]
  await isReady(main)
  const numbers = await pressed(main, 30)
  await isAtRest(main)
  await until(() => printers.flatMap((one) => one.numbers()).length >= numbers.length)
  expect(printers.flatMap((one) => one.numbers()).toSorted()).toEqual(numbers.toSorted())
  const { view } = await viewWhere<KioskView>(main, ({ papers }) => papers.every(isTold))
  expect(new Set(view.papers.map(({ state }) => state))).toEqual(new Set(['printed']))
})

/** A hub with its own kiosk, and a second kiosk that a supervisor has let in, screen and agent. */
async function hallOfTwo() {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const main = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const screen = { as: 'kiosk', screen: 'test-kiosk-2' }
  const kiosk = await client(hub, { ...screen, device: await letIn(hub, desk, screen) }, elsewhere)
  return { hub, main, second: { kiosk, agent: await letIn(hub, desk, { as: 'agent' }) } }
}

/** What a device of the second kiosk keeps to be known by. */
async function letIn(hub: RunningHub, desk: Client, hello: object): Promise<string> {
  const stranger = await client(hub, hello, elsewhere)
  const shown = await deviceDoor(stranger)
  if (shown.state !== 'unpaired') throw new Error('it is in already')
  const told = new Promise<DeviceDoor>((resolve) => stranger.once('device', resolve))
  expect(await ask(desk, { type: 'PairDevice', code: shown.pairingCode, name: 'Aula 2' })).toEqual({ ok: true })
  const paired = await told
  stranger.close()
  if (paired.state !== 'paired') throw new Error('it is not let in')
  return paired.device
}

/** An agent with a printer of its own. */
async function printer(hub: RunningHub, token: string | undefined) {
  const device = new EmulatedPrinter({ ...epson80, speedMmPerSecond: 2_000 })
  const line = await attachTcp(device)
  onTestFinished(() => line.close())
  const agent = await startAgent({
    hub: hub.address,
    printer: `tcp://127.0.0.1:${line.port}?profile=epson80`,
    papers: path.join(testFolder(), 'papers'),
    device: token,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  return {
    device,
    /** The numbers on its papers, in the order in which they came out. */
    numbers: () =>
      device.sheets().flatMap(({ lines }) => lines.map((line) => line.trim()).filter((line) => /^C\d{3}$/.test(line))),
  }
}

async function pressed(kiosk: Client, count: number): Promise<readonly string[]> {
  const numbers: string[] = []
  for (let i = 0; i < count; i += 1) {
    const answer = await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
    if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error(JSON.stringify(answer))
    numbers.push(answer.outcome.number)
  }
  return numbers
}

async function isReady(kiosk: Client): Promise<void> {
  await viewWhere<KioskView>(kiosk, (view) => view.printer.state === 'ready')
}

async function isAtRest(kiosk: Client): Promise<void> {
  await viewWhere<KioskView>(kiosk, ({ papers }) => papers.every(isTold))
}

function isTold({ state }: KioskView['papers'][number]): boolean {
  return state !== 'wanted' && state !== 'started'
}

/** What a socket from another machine looks like to the hub. */
const elsewhere = { 'x-forwarded-for': '10.0.0.9' }
