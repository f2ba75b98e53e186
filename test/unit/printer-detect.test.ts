import { expect, onTestFinished, test } from 'vitest'
import { detect } from '../../hardware/printer/detect.ts'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { type EmulatedProfile, epsonT88, generic58 } from '../../hardware/emulator/profile.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
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
  const advance = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10) {
      await new Promise((resolve) => setImmediate(resolve))
      clock.advance(10)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  await advance(290)
  expect(known).toBe(null)
  await advance(20)
  expect(known).toEqual(printerProfiles.generic80)
  await advance(1000)
  expect(await driver.profile()).toEqual(printerProfiles.generic80)
  void driver.close()
  await advance(1000)
})

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
