import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { startAgent, type Agent } from '../../kiosk/agent/agent.ts'
import type { Clock } from '../../kiosk/clock.ts'
import { backupLedger } from '../../kiosk/hub/ledger-backup.ts'
import { LedgerFile } from '../../kiosk/hub/ledger-file.ts'
import { parseRows } from '../../kiosk/hub/ledger-rows.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { evolve } from '../../shared/evolve.ts'
import { initialState } from '../../shared/state.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import type { Ticket } from '../../shared/ticket.ts'
import type { AgentView } from '../../shared/views/printing.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { client, give, runningHub, signedInDesk, viewWhere, type Client, type RunningHub } from '../hub/running-hub.ts'
import { until } from './printer-rig.ts'

/**
 * The promise "at most one original paper per ticket", over 200 tickets: a real hub with its ledger on disk,
 * the real agent, and a printer on a real socket that loses its power at random bytes, while the agent is stopped and
 * started, or killed. Every number given is in the ledger; each has at most one original; what the ledger calls
 * printed lies there whole, what it calls refused does not lie there at all, and whatever is in doubt is asked at the
 * desk. Afterwards staff ask for everything that is missing: originals where nothing came out, else copies.
 */
const seed = Number(process.env['PAPER_SEED'] ?? Math.trunc(Math.random() * 2 ** 31))

test(`P-once 140 tickets, a printer that dies at random bytes, an agent that is stopped: seed ${seed}`, async () => {
  const dice = diceOf(seed)
  const place = await counterTop(dice)
  let agent = await place.startedAgent()
  for (let given = 0; given < 140;) {
    if (dice(100) < 25) place.device.dieAtByte(dice(400))
    given = await place.press()
    if (dice(100) < 6) {
      await pause(dice(120))
      await agent.stop()
      if (dice(2) === 0 && given < 140) given = await place.press()
      agent = await place.startedAgent()
    }
    await place.notTooMany()
  }
  await place.everythingIsTold()
  await agent.stop()
  agent = await place.startedAgent()
  expect(await place.account()).toEqual({ lost: [], doubled: [] })
}, 120_000)

test(`P-once 60 tickets, a printer that dies at random bytes, an agent that is killed: seed ${seed}`, async () => {
  const dice = diceOf(seed + 1)
  const place = await counterTop(dice)
  let agent = place.spawnedAgent()
  for (let given = 0; given < 60;) {
    if (dice(100) < 20) place.device.dieAtByte(dice(400))
    given = await place.press()
    if (given % 14 === 5) {
      await pause(dice(150))
      await killed(agent)
      agent = place.spawnedAgent()
    }
    await place.notTooMany()
  }
  await place.everythingIsTold()
  expect(await place.account()).toEqual({ lost: [], doubled: [] })
}, 120_000)

async function counterTop(dice: Dice) {
  const hub = await runningHub()
  const device = new EmulatedPrinter({ ...epson80, speedMmPerSecond: 2_000 })
  const cable = await attachTcp(device)
  onTestFinished(() => cable.close())
  const printer = `tcp://127.0.0.1:${cable.port}?profile=epson80`
  const sheets: Sheet[] = []
  let powerComesBack = Promise.resolve()
  device.subscribe((event) => {
    if (event.kind === 'sheet') sheets.push(event.sheet)
    // Somebody switches it on again: mostly soon, sometimes only when everybody has given up.
    if (event.kind === 'power' && !event.on)
      powerComesBack = pause(dice(6) === 0 ? 700 : 30 + dice(120)).then(() => device.powerOn())
  })
  const [kiosk, watcher, desk] = await Promise.all([
    client(hub, { as: 'kiosk', screen: 'test-kiosk-1' }),
    client(hub, { as: 'agent' }),
    signedInDesk(hub),
  ])
  const pressed: string[] = []
  const underWay = newestPapers(watcher)
  const log: string[] = []
  const rest = (holds: () => boolean) =>
    until(holds, 30_000).catch(() => {
      const seen = { underWay: underWay(), printer: device.snapshot(), log: log.slice(-10) }
      throw new Error(`papers do not come to rest: ${JSON.stringify(seen, null, 1)}`)
    })

  return {
    device,
    /** Somebody presses; how many numbers have been given by then. */
    async press(): Promise<number> {
      const answer = await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
      if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error(JSON.stringify(answer))
      return pressed.push(answer.outcome.number)
    },
    /** A hall in which a few wait for their paper at a time. */
    notTooMany: () => rest(() => underWay() <= dice(4)),
    async everythingIsTold() {
      device.dieAtByte(Infinity)
      await powerComesBack
      await rest(() => underWay() === 0)
    },
    async startedAgent(): Promise<Agent> {
      const agent = await startAgent({
        hub: hub.address,
        printer,
        papers: path.join(hub.data, 'papers'),
        device: undefined,
        clock: fastClock,
        randomness: systemRandomness,
        log: (line) => log.push(line),
        onPaired: () => {},
      })
      onTestFinished(() => agent.stop())
      return agent
    },
    spawnedAgent(): ChildProcess {
      const program = path.join(import.meta.dirname, '../../kiosk/agent/main.ts')
      const flags = ['--hub', hub.address, '--printer', printer, '--data', hub.data]
      const agent = spawn(process.execPath, [program, ...flags], { stdio: 'ignore' })
      onTestFinished(() => killed(agent))
      return agent
    },
    async account() {
      // What is in doubt is asked at the desk, before anybody has answered.
      const { view } = await viewWhere<DeskView>(desk, ({ kind }) => kind === 'desk')
      const asked = view.doubtedPapers.map(({ number }) => number).toSorted()
      const before = sheets.length
      const told = ticketsOf(hub)
      expect(told.map(({ number }) => number)).toEqual(pressed)
      expect(papersOf(sheets, told)).toEqual(told.map(expectedPapers))
      const inDoubt = told.filter(({ paper }) => paper.state === 'unknown')
      expect(asked).toEqual(inDoubt.map(({ number }) => number).toSorted())

      const missing = told.filter(({ paper }) => paper.state === 'unknown' || paper.state === 'refused')
      expect(missing.length, 'the printer never died in time to hurt').toBeGreaterThan(3)
      for (const { id } of missing)
        expect(await give(desk, { type: 'PrintAgain', ticket: id })).toMatchObject({ ok: true })
      const wanted = missing.map(({ paper }) =>
        paper.state === 'refused' ? { originals: 1, copies: 0 } : { originals: 0, copies: 1 },
      )
      await expect.poll(() => papersOf(sheets.slice(before), missing), { timeout: 20_000 }).toEqual(wanted)
      expect(hub.errors).toEqual([])
      const all = papersOf(sheets, told)
      return {
        lost: pressed.filter((_, i) => all[i] === undefined || all[i].originals + all[i].copies === 0),
        doubled: pressed.filter((_, i) => (all[i]?.originals ?? 0) > 1),
      }
    },
  }
}

/** How many papers the hub still waits for. */
function newestPapers(watcher: Client): () => number {
  let newest: AgentView | null = null
  watcher.on('view', ({ view }) => {
    if (view.kind === 'agent') newest = view
  })
  watcher.emit('refresh')
  return () => (newest ? newest.wanted.length + newest.started.length : Infinity)
}

interface Papers {
  readonly originals: number
  readonly copies: number
}

/** What each ticket should have, where that is certain; a paper in doubt may be there, once, whole or broken. */
function expectedPapers({ paper }: Ticket): unknown {
  switch (paper.state) {
    case 'printed':
      return { originals: 1, copies: 0 }
    case 'refused':
      return { originals: 0, copies: 0 }
    case 'unknown':
      return { originals: expect.toSatisfy((count: number) => count <= 1), copies: 0 }
    default:
      return `a paper that is not ${paper.state} at the end`
  }
}

/** How often each number lies in the tray: every piece of paper that shows it counts, also a broken one. */
function papersOf(sheets: readonly Sheet[], tickets: readonly Ticket[]): readonly Papers[] {
  const counts = new Map(tickets.map(({ number }) => [number, { originals: 0, copies: 0 }]))
  for (const { lines } of sheets) {
    let isCopy = false
    for (const line of lines.map((text) => text.trim())) {
      if (line.startsWith('SALINAN')) isCopy = true
      const count = counts.get(line)
      if (!count) continue
      if (isCopy) count.copies++
      else count.originals++
      isCopy = false
    }
  }
  return [...counts.values()]
}

/** The tickets as the ledger's file has them, read from a checked copy while the hub goes on. */
function ticketsOf(hub: RunningHub): readonly Ticket[] {
  const copy = path.join(hub.data, `copy-${Date.now()}.db`)
  expect(backupLedger(path.join(hub.data, 'ledger.db'), copy)).toMatchObject({ ok: true })
  const ledger = new LedgerFile(copy)
  const read = ledger.readToday()
  ledger.close()
  if ('damage' in read) throw new Error(read.damage.what)
  const parsed = parseRows(read.rows)
  if ('damage' in parsed) throw new Error(parsed.damage.what)
  return allTickets(parsed.recorded.reduce(evolve, initialState).tickets)
}

/** Four times as fast as time itself, so that the driver's patience does not make the test long. */
const fastClock: Clock = {
  now: () => Date.now() * 4,
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs / 4)
    return () => clearTimeout(timer)
  },
}

type Dice = (sides: number) => number

/** Whole numbers from 0 below `sides`, the same for the same seed (mulberry32). */
function diceOf(start: number): Dice {
  let state = start >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function killed(agent: ChildProcess): Promise<void> {
  if (agent.exitCode !== null || agent.signalCode !== null) return
  const ended = new Promise((resolve) => agent.once('exit', resolve))
  agent.kill('SIGKILL')
  await ended
}
