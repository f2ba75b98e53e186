import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { type EmulatedProfile, generic58, generic80 } from '../../hardware/emulator/profile.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { startAgent, type Agent } from '../../kiosk/agent/agent.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { testFolder } from '../hub/folder.ts'
import { client, give, runningHub, viewWhere } from '../hub/running-hub.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { until } from '../unit/printer-rig.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The whole way from a printer nobody knows to its first ticket: a running office with the built page and a real agent,
 * a printer in software on a real socket, a strip that is read as a person would read it, and a second start with the
 * line that was copied.
 */
const web = path.join(import.meta.dirname, '..', '..', 'dist', 'web')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions)
})
afterAll(() => browser.close())

test.each<[string, EmulatedProfile, string]>([
  [
    'a 58 mm clone with a QR code of its own kind, and neither large nor white letters',
    { ...generic58, cloneQr: true, inverse: false },
    'columns=32&dots=384&qr=escz&cut=none&status=yes&heightMax=2&inverse=no&codepage=cp437&feed=4',
  ],
  [
    'an 80 mm printer that draws only pictures of codes',
    { ...generic80, qr: false },
    'columns=48&dots=576&qr=raster&cut=66&status=yes&heightMax=8&inverse=yes&codepage=cp437&feed=0',
  ],
])('%s gets its setting from the strip, and its first ticket with that', async (_name, emulated, switches) => {
  const device = new EmulatedPrinter({ ...emulated, speedMmPerSecond: null })
  const line = await attachTcp(device)
  onTestFinished(() => line.close())
  const hub = await runningHub({ web })
  const unknown = await agentAt(hub.address, `tcp://127.0.0.1:${line.port}`)

  const { page, errors } = await open(hub.address)
  await page.getByText('This machine prints on a real printer.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Print a test strip' }).click()
  await page.getByRole('button', { name: 'Begin the questions' }).click()
  await until(() => linesOf(newestPaper(device)).some((text) => text.startsWith('5.')))
  for (const answer of answersTo(newestPaper(device)))
    await page.getByRole('group').getByRole('button', { name: answer, exact: true }).click()
  device.tearOff()
  await page.getByRole('textbox').fill(`tcp://127.0.0.1:${line.port}`)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied.').waitFor()
  const setting = await page.evaluate(() => navigator.clipboard.readText())
  expect(setting).toBe(`tcp://127.0.0.1:${line.port}?profile=custom&${switches}`)
  expect(errors).toEqual([])

  await unknown.stop()
  await agentAt(hub.address, setting)
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await viewWhere<KioskView>(kiosk, ({ printer }) => printer.state === 'ready')
  const before = device.snapshot().sheetsMade
  await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })
  await until(() => linesOf(newestPaper(device)).some((text) => text.startsWith('Kode:')))
  if (emulated.cutter.kind === 'tear-bar') device.tearOff()
  await until(() => device.snapshot().sheetsMade > before)
  const ticket = newestPaper(device)
  expect(ticket).toMatchObject({ unknownCount: 0, warnings: [] })
  expect(linesOf(ticket)).toContain('D001')
  expect(readBy('zbarimg', ticket)).toMatch(/^http:\/\/.+\/t\/[\w-]+$/)
})

/** What came out last, or still hangs out of a printer without a blade. */
function newestPaper(device: EmulatedPrinter): Sheet {
  const hanging = device.hanging()
  return hanging.lines.length > 0 ? hanging : (device.sheets().at(-1) ?? hanging)
}

function linesOf(sheet: Sheet): readonly string[] {
  return sheet.lines.map((text) => text.trim())
}

/** The buttons somebody presses who has this strip in the hand, in the order of the questions. */
function answersTo(strip: Sheet): readonly string[] {
  const lines = linesOf(strip)
  const complaints = new Set(strip.warnings.flatMap(({ kind, detail }) => [kind, detail]))
  const longest = [48, 42, 32].find((columns) => lines.some((text) => new RegExp(`^${columns}-+<$`).test(text)))
  const codes = lines.slice(
    lines.findIndex((text) => text.startsWith('4.')),
    lines.findIndex((text) => text.startsWith('5.')),
  )
  const below = (label: string) => codes[codes.indexOf(label) + 1] ?? ''
  return [
    longest === 32 ? 'Only row 32' : `Up to row ${longest}`,
    !complaints.has('size-beyond-printer')
      ? 'The one at B'
      : complaints.has('white on black')
        ? 'Neither: A and B are alike, C is not there'
        : 'Only the one at C, of black squares',
    'No, only letters',
    lines.includes('A é è ñ ü') ? 'Row A' : lines.includes('B é è ñ ü') ? 'Row B' : 'Neither',
    below('A').startsWith('[QR')
      ? 'The one at A (and perhaps others)'
      : below('B').startsWith('[QR')
        ? 'Not A, but the one at B'
        : below('C').startsWith('[picture')
          ? 'Only the one at C'
          : 'None of them',
    strip.end === 'partly-cut' ? 'Yes, it was cut' : 'No',
  ]
}

function readBy(program: string, sheet: Sheet): string {
  const file = path.join(testFolder(), 'ticket.png')
  writeFileSync(file, sheet.png())
  return execFileSync(program, ['-q', '--raw', file], { encoding: 'utf8' }).trim()
}

async function agentAt(hub: string, printer: string): Promise<Agent> {
  const agent = await startAgent({
    hub,
    printer,
    papers: path.join(testFolder(), 'papers'),
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: () => {},
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  return agent
}

async function open(address: string): Promise<{ page: Page; errors: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${address}/printer?lang=en`)
  return { page, errors }
}
