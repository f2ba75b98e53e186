import { expect, test } from 'vitest'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { type EmulatedProfile, epson80, generic80 } from '../../hardware/emulator/profile.ts'
import { PrinterDriver } from '../../hardware/printer/driver.ts'
import { encodeLayout } from '../../hardware/printer/encode.ts'
import type { Connected, Transport } from '../../hardware/printer/link.ts'
import type { PrintOutcome } from '../../hardware/printer/port.ts'
import { printerProfiles } from '../../hardware/printer/profiles.ts'
import { layoutPaper } from '../../hardware/printer/ticket.ts'
import { virtualTransport } from '../../hardware/printer/virtual.ts'
import { job, printed } from './printer-rig.ts'
import { ticket } from './ticket-papers.ts'

/**
 * The driver by itself, on a clock that stands still until it is moved: what would take minutes on a real line.
 * The device is the emulated printer in memory.
 */
test('P-4 a cut at any byte of a ticket never doubles it, never lies, and never spoils the next one', async () => {
  const bytes = await encodeLayout(layoutPaper(ticket, printerProfiles.epson80), printerProfiles.epson80)
  for (let byte = 1; byte <= bytes.length + 11; byte += 1) {
    const { device, driver, clock } = await standing(epson80)
    device.dieAtByte(byte)
    const outcome = await settled(clock, driver.print({ name: 'A012', bytes }))
    expect(outcome).toEqual({ kind: 'unknown', reason: 'no-answer' })
    device.powerOn()
    await advance(clock, 3000)
    expect(await settled(clock, driver.print(job('B001')))).toEqual({ kind: 'printed' })
    const papers = device.sheets().map(({ lines }) => lines.map((line) => line.trim()).filter((line) => line !== ''))
    expect(papers.filter((lines) => lines.includes('A012')).length).toBeLessThan(2)
    expect(papers.at(-1)).toEqual(['B001', 'second line'])
    await closed(clock, driver)
  }
}, 60_000)

test('D-1 a job is written once, whatever happens to it', async () => {
  const { device, driver, clock, written } = await standing(epson80)
  device.stall()
  const outcome = settled(clock, driver.print(job('A001')))
  expect((await outcome).kind).toBe('unknown')
  device.resume()
  await advance(clock, 60_000)
  expect(written.filter((bytes) => bytes.includes('A001')).length).toBe(1)
  await closed(clock, driver)
})

test('D-2 a printer that tells its changes gets the job as its first byte, another one is asked first', async () => {
  const first = async (emulated: EmulatedProfile) => {
    const { driver, clock, written } = await standing(emulated)
    written.length = 0
    await settled(clock, driver.print(job('A001')))
    await closed(clock, driver)
    return written[0]?.includes('A001')
  }
  expect([await first(epson80), await first({ ...epson80, automaticStatus: false })]).toEqual([true, false])
})

test('D-2 a press does not wait for a question that is under way', async () => {
  const { driver, clock, written, slowAnswers } = await standing(epson80)
  slowAnswers(200)
  written.length = 0
  for (let passed = 0; passed < 1500 && written.length === 0; passed += 10) await advance(clock, 10)
  expect(written.map((bytes) => bytes.slice(0, 2))).toEqual(['\x10\x04'])
  const outcome = driver.print(job('A001'))
  await advance(clock, 10)
  expect(written[1]).toContain('A001')
  expect(await settled(clock, outcome)).toEqual({ kind: 'printed' })
  await advance(clock, 5000)
  expect(driver.status()).toMatchObject({ trouble: null, speaks: true })
  await closed(clock, driver)
})

test('D-2 in a rush of presses no ticket waits for a question, as long as the printer confirms', async () => {
  const { driver, clock, written, slowAnswers } = await standing({ ...epson80, speedMmPerSecond: null })
  slowAnswers(100)
  const late: string[] = []
  for (let ticket = 1; ticket <= 20; ticket += 1) {
    // The look that follows on the job before is under way, and is interrupted.
    await advance(clock, 50)
    written.length = 0
    const outcome = driver.print(job(`A${ticket}`))
    await advance(clock, 10)
    if (!written[0]?.includes(`A${ticket}`)) late.push(`A${ticket}`)
    expect(await settled(clock, outcome, 10)).toEqual({ kind: 'printed' })
  }
  expect(late).toEqual([])
  await closed(clock, driver)
})

test('P-6 answers that were late never hide what the printer told since', async () => {
  const { device, driver, clock, written, slowAnswers } = await standing({ ...epson80, speedMmPerSecond: null })
  slowAnswers(100)
  written.length = 0
  for (let passed = 0; passed < 1500 && written.length === 0; passed += 10) await advance(clock, 10)
  // The question is interrupted, so the next one waits for all answers, and the cover opens meanwhile.
  await settled(clock, driver.print(job('A001')))
  await advance(clock, 50)
  device.change({ coverOpen: true })
  await advance(clock, 120)
  const troubles = [driver.status().trouble]
  driver.onStatus(({ trouble }) => troubles.push(trouble))
  await advance(clock, 3000)
  expect(troubles).toEqual(['cover-open'])
  await closed(clock, driver)
})

test('D-4 what a printer lost in a short power cut is asked for again', async () => {
  const { device, driver, clock, written } = await standing(epson80)
  const askedForChanges = () => written.filter((bytes) => bytes.includes('\x1da')).length
  const before = askedForChanges()
  device.powerCycle()
  device.change({ coverOpen: true })
  await advance(clock, 1500)
  expect(driver.status().trouble).toBe('cover-open')
  device.change({ coverOpen: false })
  await advance(clock, 2500)
  expect([before, askedForChanges()]).toEqual([1, 2])
  await closed(clock, driver)
})

test('a printer is asked once whether it confirms, and not again after its cable was out', async () => {
  const { device, driver, clock, written } = await standing({ ...epson80, confirms: false })
  expect(driver.status()).toMatchObject({ trouble: null, speaks: true, confirms: false })
  device.unplug()
  await advance(clock, 2000)
  device.plug()
  await advance(clock, 5000)
  expect(driver.status().trouble).toBe(null)
  expect(written.filter((bytes) => bytes.includes('\x1d(H')).length).toBe(1)
  expect(await settled(clock, driver.print(job('A001')))).toEqual({ kind: 'sent' })
  await closed(clock, driver)
})

test('P-5 it tries to reconnect for ever, at least every two seconds and never in a rush', async () => {
  const clock = new ManualClock()
  let tries = 0
  const failure = { trouble: 'unplugged', detail: 'gone' } as const
  const transport: Transport = {
    name: 'nowhere',
    manner: 'kept',
    byteMs: 0,
    connect(): Promise<Connected> {
      tries += 1
      return Promise.resolve({ kind: 'failed', failure })
    },
  }
  const driver = new PrinterDriver(transport, printerProfiles.generic80, clock, () => undefined)
  await advance(clock, 60_000)
  expect(tries).toBeGreaterThanOrEqual(30)
  expect(tries).toBeLessThan(36)
  expect(driver.status()).toMatchObject(failure)
  await closed(clock, driver)
})

test('P-1 a job never waits beyond its deadline, and a long queue is refused', async () => {
  const { device, driver, clock } = await standing(generic80, 'generic80')
  device.stall()
  const outcomes = Array.from({ length: 150 }, (_, index) => driver.print(job(`A${index}`)))
  await advance(clock, 15_000)
  const first = await outcomes[0]
  expect(first?.kind).toMatch(/^(unknown|refused)$/)
  expect(await outcomes[149]).toEqual({ kind: 'refused', reason: 'error' })
  await closed(clock, driver)
  expect((await Promise.all(outcomes)).every(({ kind }) => kind !== 'printed' && kind !== 'sent')).toBe(true)
  expect(printed(device)).toEqual([])
})

interface Standing {
  readonly device: EmulatedPrinter
  readonly driver: PrinterDriver
  readonly clock: ManualClock
  /** Everything written to the device, one Latin-1 text for each write. */
  readonly written: string[]
  /** From now on, what the device says takes so long to arrive. */
  readonly slowAnswers: (ms: number) => void
}

/** A driver that has found its printer, greeted it and is at rest. */
async function standing(emulated: EmulatedProfile, profile: 'epson80' | 'generic80' = 'epson80'): Promise<Standing> {
  const clock = new ManualClock()
  const device = new EmulatedPrinter(emulated, { clock })
  const written: string[] = []
  let answerDelayMs = 0
  const transport = virtualTransport(device)
  const listened: Transport = {
    ...transport,
    async connect(deadlineMs) {
      const connected = await transport.connect(deadlineMs)
      if (connected.kind === 'failed') return connected
      const { link } = connected
      const write: typeof link.write = (bytes, ms) => {
        written.push(Buffer.from(bytes).toString('latin1'))
        return link.write(bytes, ms)
      }
      const onData: typeof link.onData = (listener) =>
        link.onData((bytes) =>
          answerDelayMs === 0 ? listener(bytes) : void clock.after(answerDelayMs, () => listener(bytes)),
        )
      return { kind: 'open', link: { ...link, write, onData } }
    },
  }
  const driver = new PrinterDriver(listened, printerProfiles[profile], clock, () => undefined)
  await advance(clock, 1900)
  const slowAnswers = (ms: number) => {
    answerDelayMs = ms
  }
  return { device, driver, clock, written, slowAnswers }
}

/** Moves time on in small steps, letting everything that waits on promises have its turn in between. */
async function advance(clock: ManualClock, ms: number): Promise<void> {
  const stepMs = Math.max(10, ms / 2000)
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(stepMs)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function settled(clock: ManualClock, outcome: Promise<PrintOutcome>, stepMs = 50): Promise<PrintOutcome> {
  const found: PrintOutcome[] = []
  void outcome.then((value) => found.push(value))
  for (let passed = 0; passed < 60_000 && found.length === 0; passed += stepMs) await advance(clock, stepMs)
  const [settledOutcome] = found
  if (!settledOutcome) throw new Error('no outcome within a minute')
  return settledOutcome
}

async function closed(clock: ManualClock, driver: PrinterDriver): Promise<void> {
  const done = driver.close()
  await advance(clock, 2000)
  await done
}
