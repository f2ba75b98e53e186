import { expect, onTestFinished, test } from 'vitest'
import { detect, whoAreYou } from '../../hardware/printer/detect.ts'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { type EmulatedProfile, epsonT88, generic58 } from '../../hardware/emulator/profile.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import type { ByteLink, Transport } from '../../hardware/printer/link.ts'
import { PrinterDriver } from '../../hardware/printer/driver.ts'
import { virtualTransport } from '../../hardware/printer/virtual.ts'
import { parseAddresses } from '../../hardware/printer/address-list.ts'
import { printerProfiles } from '../../hardware/printer/profiles.ts'
import { PaperAlbum } from '../../kiosk/agent/paper-album.ts'
import { openPrinters } from '../../kiosk/agent/printers.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { testFolder } from '../hub/folder.ts'
import { fullTicket } from './ticket-papers.ts'

test.each([
  [['EPSON', 'TM-T88V'], 'epsonT88', 42],
  [['EPSON', 'TM-T70II'], 'epsonT88', 42],
  [['EPSON', 'TM-T20III'], 'epson80', 48],
  [['EPSON', 'TM-T82X'], 'epson80', 48],
  [['EPSON', 'TM-m30III'], 'epson80', 48],
  [['EPSON', 'TM-X900'], 'generic80', 48],
  [['BIXOLON', 'SRP-350III'], 'generic80', 42],
  [['Star', 'TSP650II'], 'star', 48],
  [['3nStar', 'RPT008'], 'generic80', 48],
  [['XPRINTER', 'XP-80'], 'generic80', 48],
])('%j is driven as %s, with %i columns', (texts, profileName, columns) => {
  const found = detect(texts)
  expect([found?.name, found?.profileName, found?.profile.columns]).toEqual([texts.join(' '), profileName, columns])
})

test('a printer that says nothing is nobody, and what it says is safe to show', () => {
  expect([detect([]), detect(['', ' '])]).toEqual([null, null])
  expect(detect(['EPSON\x1b\n', 'TM-T20\u00e9'.padEnd(200, 'x')])).toEqual({
    name: `EPSON ${'TM-T20'.padEnd(30, 'x')}`,
    profileName: 'epson80',
    profile: printerProfiles.epson80,
  })
})

test('P-7 a ticket is laid out for what the printer turned out to be', async () => {
  const epson = await agentOf({ ...epsonT88, speedMmPerSecond: null })
  const { port, encode } = epson.printers
  // At once: the ticket of whoever is first waits for the printer's name.
  expect(await port.print(await encode('A012', fullTicket))).toEqual({ kind: 'printed' })
  const [sheet] = epson.device.sheets()
  expect(sheet).toMatchObject({ unknownCount: 0, warnings: [] })
  // The black bar is as wide as the paper: 42 characters, where 48 would have gone on in a second line.
  const bar = sheet?.operations
    .filter(({ kind }) => kind === 'text')
    .map((one) => ('text' in one ? one.text.length : 0))
  expect(Math.max(...(bar ?? []))).toBe(42)
})

test('P-7 the first ticket of a mute printer waits 300 ms for its layout, and no other one waits', async () => {
  const clock = new ManualClock()
  const transport = virtualTransport(new EmulatedPrinter(generic58, { clock }))
  const driver = new PrinterDriver(transport, printerProfiles.generic80, clock, () => undefined, true)
  let known: unknown = null
  void driver.profile().then((profile) => (known = profile))
  await passing(clock, 290)
  expect(known).toBe(null)
  await passing(clock, 20)
  expect(known).toEqual(printerProfiles.generic80)
  await passing(clock, 1000)
  expect(await driver.profile()).toEqual(printerProfiles.generic80)
  void driver.close()
  await passing(clock, 1000)
})

test('P-7 a printer whose cover is opened while it is asked is asked again when it is closed', async () => {
  const clock = new ManualClock()
  const device = new EmulatedPrinter({ ...epsonT88, speedMmPerSecond: null }, { clock })
  const memory = virtualTransport(device)
  let isFirst = true
  const transport: Transport = {
    ...memory,
    async connect(deadlineMs) {
      const connected = await memory.connect(deadlineMs)
      if (connected.kind === 'failed') return connected
      const { link } = connected
      const write: ByteLink['write'] = (bytes, ms) => {
        if (isFirst && Buffer.from(bytes).equals(whoAreYou)) {
          isFirst = false
          device.change({ coverOpen: true })
        }
        return link.write(bytes, ms)
      }
      return {
        kind: 'open',
        link: {
          write,
          onData: (listener) => link.onData(listener),
          onEnd: (listener) => link.onEnd(listener),
          check: () => link.check(),
          close: () => link.close(),
        },
      }
    },
  }
  const driver = new PrinterDriver(transport, printerProfiles.generic80, clock, () => undefined, true)
  await passing(clock, 3000)
  expect(driver.status()).toMatchObject({ trouble: 'cover-open' })
  device.change({ coverOpen: false })
  await passing(clock, 3000)
  expect(driver.status()).toMatchObject({ trouble: null, detail: expect.stringContaining('TM-T88III') })
  expect(await driver.profile()).toEqual(printerProfiles.epsonT88)
  void driver.close()
  await passing(clock, 1000)
})

async function passing(clock: ManualClock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(10)
  }
  await new Promise((resolve) => setImmediate(resolve))
}

/** An agent's printer whose setting says only where it is. */
async function agentOf(emulated: EmulatedProfile) {
  const device = new EmulatedPrinter(emulated)
  const line = await attachTcp(device)
  const parsed = parseAddresses(`tcp://127.0.0.1:${line.port}`)
  if (parsed.kind === 'wrong') throw new Error(parsed.message)
  const album = new PaperAlbum(testFolder(), () => Date.now())
  const printers = await openPrinters(parsed.addresses, { clock: systemClock, log: () => undefined, album, logo: null })
  onTestFinished(async () => {
    await printers.port.close()
    await line.close()
  })
  return { device, printers }
}
