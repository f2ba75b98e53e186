import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PNG } from 'pngjs'
import { expect, onTestFinished, test } from 'vitest'
import { attachMemory } from '../../hardware/emulator/attach-memory.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80, epsonT88, generic58, generic80, type EmulatedProfile } from '../../hardware/emulator/profile.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { parseAddresses } from '../../hardware/printer/address-list.ts'
import { encodeLayout } from '../../hardware/printer/encode.ts'
import { printerProfiles, type PrinterProfile } from '../../hardware/printer/profiles.ts'
import { layoutPaper } from '../../hardware/printer/ticket.ts'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { readLogo } from '../../kiosk/agent/logo-keeper.ts'
import { PaperAlbum } from '../../kiosk/agent/paper-album.ts'
import { asDataUrl, previewSheet } from '../../kiosk/agent/preview.ts'
import { openPrinters } from '../../kiosk/agent/printers.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { languages } from '../../shared/language.ts'
import { wireLimits, type PreviewAnswer } from '../../shared/wire.ts'
import { testFolder } from '../hub/folder.ts'
import { runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { fullTicket, setupSlip, ticket } from './ticket-papers.ts'

/** A paper as its own printer would print it, shown before it is printed. */

const printers: readonly (readonly [string, PrinterProfile, EmulatedProfile])[] = [
  ['epson80', printerProfiles.epson80, epson80],
  ['epsonT88', printerProfiles.epsonT88, epsonT88],
  ['generic80', printerProfiles.generic80, generic80],
  ['generic58', printerProfiles.generic58, generic58],
]

test.each(printers)('on %s it is dot for dot what comes out of the printer', async (_name, profile, emulated) => {
  for (const language of languages) {
    const paper = { ...fullTicket, language }
    const shown = await previewSheet(paper, profile, null)
    const printer = new EmulatedPrinter({ ...emulated, speedMmPerSecond: null }, { clock: new ManualClock() })
    attachMemory(printer).write(await encodeLayout(layoutPaper(paper, profile), profile))
    const printed = printer.sheets()[0] ?? printer.hanging()
    expect([shown.operations, shown.warnings, shown.unknownCount]).toEqual([printed.operations, [], 0])
    expect(Buffer.from(shown.png()).equals(printed.png())).toBe(true)
  }
})

test.each(printers)('on %s its number is whole and its code is read by zbar', async (name, profile) => {
  const shown = await previewSheet(fullTicket, profile, null)
  expect(readByZbar(shown.png())).toBe(fullTicket.link)
  const texts = shown.operations.flatMap((one) => (one.kind === 'text' ? [one.text] : []))
  // The poorest one draws it from black cells.
  expect(texts.includes('B107')).toBe(name !== 'generic58')
})

test('it fits into one message, also where it is as long as a paper gets', async () => {
  const words = 'Kata-kata yang panjang sekali 😀 '.repeat(400)
  const long = { id: words, en: words, su: words }
  const paper = {
    ...fullTicket,
    office: long,
    heading: long,
    service: long,
    affected: long,
    bring: long,
    closing: long,
  }
  for (const [, profile] of printers)
    for (const each of [paper, setupSlip, { kind: 'test-strip', language: 'su' } as const]) {
      const url = asDataUrl(await previewSheet(each, profile, null))
      expect(url).toMatch(/^data:image\/png;base64,iVBOR/)
      expect(url?.length).toBeLessThan(wireLimits.messageBytesMax - 500)
    }
})

test('a picture too large for a message is none', async () => {
  const noise = new PNG({ width: 1000, height: 4000, colorType: 0 })
  for (let i = 0; i < noise.data.length; i += 1) noise.data[i] = (i * 2654435761) >>> 24
  const sheet: Sheet = {
    ...(await previewSheet(ticket, printerProfiles.epson80, null)),
    png: () => PNG.sync.write(noise),
  }
  expect(asDataUrl(sheet)).toBe(null)
})

test('with the office’s logo it shows that where the printer keeps it, and else without', async () => {
  const folder = testFolder()
  const picture = new PNG({ width: 100, height: 40 })
  picture.data.fill(0)
  for (let i = 3; i < picture.data.length; i += 4) picture.data[i] = 255
  writeFileSync(path.join(folder, 'logo.png'), PNG.sync.write(picture))
  const logo = await readLogo(folder, () => {})
  const shownAt = async (setting: string) => {
    const parsed = parseAddresses(setting)
    if (parsed.kind === 'wrong') throw new Error(parsed.message)
    const album = new PaperAlbum(folder, () => Date.now())
    const opened = await openPrinters(parsed.addresses, { clock: systemClock, log: () => {}, album, logo })
    onTestFinished(() => opened.port.close())
    return opened
  }
  const keeps = await shownAt('virtual:?profile=epson80')
  const height = async (opened: typeof keeps) =>
    PNG.sync.read(Buffer.from((await opened.preview(ticket))?.split(',')[1] ?? '', 'base64')).height
  const without = await height(await shownAt('virtual:?profile=epson80&logo=none'))
  await expect.poll(async () => (await height(keeps)) - without, { timeout: 5_000 }).toBe(40)
})

test('a desk is shown the ticket of the main kiosk’s printer by its agent, with its own words', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const agent = await startAgent({
    hub: hub.address,
    printer: 'virtual:?profile=generic58&qr=gsk',
    papers: path.join(testFolder(), 'papers'),
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  await viewWhere<DeskView>(desk, ({ printers: all }) => all.some((one) => one.printer.state === 'ready'))
  const words = { heading: { id: 'Jalan Merdeka 1', en: 'Merdeka Street 1', su: 'Jalan Merdeka 1' }, closing: null }
  const answer: PreviewAnswer = await desk
    .timeout(5_000)
    .emitWithAck('preview', { ...words, showAhead: true, showWait: true, showQr: true })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  const png = Buffer.from(answer.picture.split(',')[1] ?? '', 'base64')
  // 58 mm of paper, 8 dots to the millimetre.
  expect(PNG.sync.read(png).width).toBe(462)
  expect(readByZbar(png)).toMatch(/^http:\/\/.+\/t\/[\w-]+$/)
})

function readByZbar(png: Uint8Array): string {
  const file = path.join(testFolder(), 'preview.png')
  writeFileSync(file, png)
  return execFileSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8' }).trim()
}
