import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { PNG } from 'pngjs'
import { expect, onTestFinished, test } from 'vitest'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80, generic80 } from '../../hardware/emulator/profile.ts'
import { parse } from '../../hardware/emulator/parse.ts'
import { parseAddresses } from '../../hardware/printer/address-list.ts'
import { logoPicture, storeLogo } from '../../hardware/printer/logo.ts'
import { PaperAlbum } from '../../kiosk/agent/paper-album.ts'
import { readLogo } from '../../kiosk/agent/logo-keeper.ts'
import { openPrinters } from '../../kiosk/agent/printers.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { testFolder } from '../hub/folder.ts'
import { statusOf, until } from './printer-rig.ts'
import { ticket } from './ticket-papers.ts'

/** The office's logo: what it looks like in black dots, and that each printer is given it once. */

type Pixel = readonly [number, number, number, number]
const black: Pixel = [0, 0, 0, 255]
const white: Pixel = [255, 255, 255, 255]
const clear: Pixel = [0, 0, 0, 0]

function pixels(width: number, height: number, at: (x: number, y: number) => Pixel) {
  const data = Uint8Array.from({ length: height }, (_, y) => y).reduce<number[]>((all, y) => {
    for (let x = 0; x < width; x += 1) all.push(...at(x, y))
    return all
  }, [])
  return { width, height, data: Uint8Array.from(data) }
}

test('a logo becomes black dots where it is dark, and paper where it is light or clear', () => {
  const quarters = pixels(10, 2, (x, y) => (y === 0 ? (x < 5 ? black : white) : x < 5 ? clear : [200, 0, 0, 255]))
  expect(logoPicture(quarters, { dots: 576 })).toEqual({
    widthDots: 10,
    heightDots: 2,
    rows: Uint8Array.of(0b1111_1000, 0, 0b0000_0111, 0b1100_0000),
  })
  expect(
    logoPicture(
      pixels(8, 8, () => white),
      { dots: 576 },
    ),
  ).toBe(null)
})

test('a logo is at most half as wide as the paper and 120 dots high, and keeps its shape', () => {
  const size = (width: number, height: number, dots: number) => {
    const picture = logoPicture(
      pixels(width, height, () => black),
      { dots },
    )
    return [picture?.widthDots, picture?.heightDots]
  }
  expect([size(1000, 100, 576), size(100, 1000, 576), size(30, 20, 576), size(1, 1000, 384)]).toEqual([
    [288, 28],
    [12, 120],
    [30, 20],
    [1, 120],
  ])
})

test('storing a logo prints nothing, and is understood whole', () => {
  const picture = logoPicture(
    pixels(300, 90, (x) => (x % 7 < 3 ? black : white)),
    { dots: 576 },
  )
  if (!picture) throw new Error('it is empty')
  const operations = parse(storeLogo(picture))
  expect(operations.map(({ kind }) => kind)).toEqual(['logo-store'])
  expect(operations[0]).toMatchObject({ logos: [{ picture: { widthDots: 288, heightDots: 86 } }] })
})

test('a printer with a memory is given the logo once, and again when the file has changed', async () => {
  const folder = testFolder()
  const stored: string[] = []
  const device = new EmulatedPrinter({ ...epson80, speedMmPerSecond: null })
  logo(folder, 40)
  const setting = await attached(device, 'epson80')
  const run = async () => {
    const { port, encode, log, close } = await agentOf(setting, folder)
    await statusOf(port, ({ trouble, confirms }) => trouble === null && confirms)
    // A logo that is sent stands in line before the first ticket, which may still be without it.
    expect(await port.print(await encode('A012', ticket))).toEqual({ kind: 'printed' })
    expect(await port.print(await encode('A013', ticket))).toEqual({ kind: 'printed' })
    const sheet = device.sheets().at(-1)
    expect(sheet).toMatchObject({ unknownCount: 0, warnings: [] })
    expect(sheet?.operations.map(({ kind }) => kind).filter((kind) => kind.startsWith('logo'))).toEqual(['logo-print'])
    stored.push(...log.filter((line) => line.startsWith('logo: ')))
    await close()
  }
  await run()
  await run()
  logo(folder, 60)
  await run()
  expect(stored).toEqual(['logo: printed', 'logo: printed'])
})

test('a printer without a memory prints its tickets as always, and so does one whose logo cannot be read', async () => {
  const folder = testFolder()
  const device = new EmulatedPrinter({ ...generic80, speedMmPerSecond: null })
  logo(folder, 40)
  const { port, encode } = await agentOf(await attached(device, 'generic80'), folder)
  await statusOf(port, ({ trouble }) => trouble === null)
  expect(await port.print(await encode('A012', ticket))).toEqual({ kind: 'sent' })
  await until(() => device.sheets().length === 1)
  expect(device.sheets()[0]?.operations.some(({ kind }) => kind.startsWith('logo'))).toBe(false)

  const log: string[] = []
  writeFileSync(path.join(folder, 'logo.png'), 'not a picture')
  expect(await readLogo(folder, (line) => log.push(line))).toBe(null)
  expect(await readLogo(testFolder(), (line) => log.push(line))).toBe(null)
  expect(log).toEqual([expect.stringMatching(/^logo\.png cannot be used: /)])
})

function logo(folder: string, size: number): void {
  const png = new PNG({ width: size, height: size })
  png.data.fill(0)
  for (let i = 3; i < png.data.length; i += 4) png.data[i] = 255
  writeFileSync(path.join(folder, 'logo.png'), PNG.sync.write(png))
}

async function attached(device: EmulatedPrinter, profile: string): Promise<string> {
  const line = await attachTcp(device)
  onTestFinished(() => line.close())
  return `tcp://127.0.0.1:${line.port}?profile=${profile}`
}

/** One run of an agent's printer, with the data folder of its office; `log` is its journal. */
async function agentOf(setting: string, folder: string) {
  const parsed = parseAddresses(setting)
  if (parsed.kind === 'wrong') throw new Error(parsed.message)
  const log: string[] = []
  const { port, encode } = await openPrinters(parsed.addresses, {
    clock: systemClock,
    log: (line) => log.push(line),
    album: new PaperAlbum(path.join(folder, 'papers'), () => Date.now()),
    logo: await readLogo(folder, (line) => log.push(line)),
  })
  const close = () => port.close()
  onTestFinished(close)
  return { port, encode, log, close }
}
