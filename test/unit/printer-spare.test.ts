import { describe, expect, onTestFinished, test } from 'vitest'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80, generic58 } from '../../hardware/emulator/profile.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { parseAddresses } from '../../hardware/printer/address-list.ts'
import type { PrintJob } from '../../hardware/printer/port.ts'
import { SparePrinters } from '../../hardware/printer/spare.ts'
import { openPrinters } from '../../kiosk/agent/printers.ts'
import { PaperAlbum } from '../../kiosk/agent/paper-album.ts'
import type { TicketPaper } from '../../shared/views/printing.ts'
import { FakePrinter } from '../fakes/fake-printer.ts'
import { testFolder } from '../hub/folder.ts'
import { job, statusOf, until } from './printer-rig.ts'

/** Several printers as one: the port's contract over all of them, on printers that pretend and on emulated ones. */
function pair(): { first: FakePrinter; second: FakePrinter; spare: SparePrinters } {
  const first = new FakePrinter()
  const second = new FakePrinter()
  const fitted = (own: PrintJob) => Promise.resolve(own)
  return { first, second, spare: new SparePrinters([first, second].map((port) => ({ port, fitted }))) }
}

describe('a printer with a spare one', () => {
  test('X-1 the first prints while it can, and the second when it cannot', async () => {
    const { first, second, spare } = pair()
    expect(await spare.print(job('A001'))).toEqual({ kind: 'printed' })
    first.trouble('paper-out')
    expect(await spare.print(job('A002'))).toEqual({ kind: 'printed' })
    first.trouble(null)
    expect(await spare.print(job('A003'))).toEqual({ kind: 'printed' })
    expect([first.papers, second.papers, second.offered]).toEqual([['A001', 'A003'], ['A002'], ['A002']])
  })

  test('X-1 P-3 a job is offered on when the first turns out to be in trouble, and refused when all are', async () => {
    const { first, second, spare } = pair()
    first.print = () => Promise.resolve({ kind: 'refused', reason: 'cover-open' })
    expect(await spare.print(job('A001'))).toEqual({ kind: 'printed' })
    second.trouble('paper-out')
    expect(await spare.print(job('A002'))).toEqual({ kind: 'refused', reason: 'cover-open' })
    expect([first.papers, second.papers]).toEqual([[], ['A001']])
  })

  test('X-1 P-4 a job in doubt is offered to nobody else', async () => {
    for (const paper of [true, false]) {
      const { first, second, spare } = pair()
      first.breakNext(paper)
      expect(await spare.print(job('A001'))).toEqual({ kind: 'unknown', reason: 'no-answer' })
      expect(second.offered).toEqual([])
    }
  })

  test('X-2 P-1 papers come out in their order, also when they change printers', async () => {
    const { first, second, spare } = pair()
    const order: string[] = []
    first.onFirstByte = ({ name }) => order.push(`first ${name}`)
    second.onFirstByte = ({ name }) => order.push(`second ${name}`)
    first.hold()
    const outcomes = ['A001', 'A002', 'A003'].map((name) => spare.print(job(name)))
    await until(() => order.length === 1)
    first.trouble('cutter')
    first.release()
    expect(await Promise.all(outcomes)).toEqual(outcomes.map(() => ({ kind: 'printed' })))
    expect(order).toEqual(['first A001', 'second A002', 'second A003'])
  })

  test('P-1 a job that cannot be made to fit a printer is refused by it', async () => {
    const printer = new FakePrinter()
    const spare = new SparePrinters([{ port: printer, fitted: () => Promise.reject(new Error('no layout')) }])
    expect(await spare.print(job('A001'))).toEqual({ kind: 'refused', reason: 'error' })
    expect(printer.offered).toEqual([])
  })

  test('X-3 P-6 its status says which prints and what is wrong with the others', () => {
    const { first, second, spare } = pair()
    const told: unknown[] = []
    const forget = spare.onStatus(({ trouble, detail }) => told.push([trouble, detail]))
    expect(spare.status()).toMatchObject({ trouble: null, detail: 'printer 1 of 2 prints: the fake printer is ready' })
    first.trouble('paper-out')
    second.trouble('cover-open')
    first.trouble(null)
    forget()
    second.trouble(null)
    expect(told).toEqual([
      [null, 'printer 2 of 2 prints: the fake printer is ready; printer 1: the fake printer: paper-out'],
      [
        'paper-out',
        'none of 2 printers prints; printer 1: the fake printer: paper-out; printer 2: the fake printer: cover-open',
      ],
      [null, 'printer 1 of 2 prints: the fake printer is ready; printer 2: the fake printer: cover-open'],
    ])
  })

  test('P-4 closed in the middle of a job it does not know, and offers nothing to the spare any more', async () => {
    const { first, second, spare } = pair()
    first.hold()
    const outcomes = [spare.print(job('A001')), spare.print(job('A002'))]
    await until(() => first.offered.length === 1)
    await new Promise((resolve) => setImmediate(resolve))
    await spare.close()
    await spare.close()
    expect(await Promise.all([...outcomes, spare.print(job('A003'))])).toEqual([
      { kind: 'unknown', reason: 'closed' },
      { kind: 'refused', reason: 'offline' },
      { kind: 'refused', reason: 'offline' },
    ])
    expect(second.offered).toEqual([])
  })
})

describe('real spare printers', () => {
  test('X-1 a 58 mm printer stands in for one that is unplugged, with a paper of its own width', async () => {
    const first = new EmulatedPrinter({ ...epson80, speedMmPerSecond: null })
    const second = new EmulatedPrinter({ ...generic58, sizeMax: 8, cutter: epson80.cutter, speedMmPerSecond: null })
    const ends = await Promise.all([attachTcp(first), attachTcp(second)])
    const [one, two] = ends
    onTestFinished(async () => {
      await Promise.all(ends.map((end) => end.close()))
    })
    const { port, encode } = await opened(
      `tcp://127.0.0.1:${one.port}?profile=epson80, tcp://127.0.0.1:${two.port}?profile=generic58&cut=66&heightMax=8`,
    )
    await statusOf(port, ({ confirms }) => confirms)
    expect(await port.print(await encode('A001', ticket('A001')))).toEqual({ kind: 'printed' })
    first.unplug()
    const { detail } = await statusOf(port, ({ confirms, trouble }) => !confirms && trouble === null)
    expect(detail).toMatch(
      /^printer 2 of 2 prints: 127\.0\.0\.1:\d+ is ready; printer 1: 127\.0\.0\.1:\d+ refuses the connection/,
    )
    expect(await port.print(await encode('A002', ticket('A002')))).toEqual({ kind: 'sent' })
    await until(() => second.sheets().length === 1)
    expect([first, second].map((device) => device.sheets().map(numberOn))).toEqual([['A001'], ['A002']])
    expect(second.sheets()[0]?.warnings).toEqual([])
  })

  test('X-1 P-3 no job is lost or doubled while two printers take turns at running out of paper', async () => {
    const devices = [1, 2].map(() => new EmulatedPrinter({ ...epson80, speedMmPerSecond: null }))
    const ends = await Promise.all(devices.map((device) => attachTcp(device)))
    onTestFinished(async () => {
      await Promise.all(ends.map((end) => end.close()))
    })
    const { port, encode } = await opened(ends.map((end) => `tcp://127.0.0.1:${end.port}?profile=epson80`).join(','))
    await statusOf(port, ({ confirms }) => confirms)
    const names = Array.from({ length: 12 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`)
    for (const [i, name] of names.entries()) {
      devices[i % 2]?.takePaperOut()
      devices[(i + 1) % 2]?.loadPaper()
      expect(await port.print(await encode(name, ticket(name)))).toEqual({ kind: 'printed' })
    }
    expect(devices.map((device) => device.sheets().map(numberOn))).toEqual([
      names.filter((_, i) => i % 2 === 1),
      names.filter((_, i) => i % 2 === 0),
    ])
  })
})

describe('the setting', () => {
  test.each([
    ['', 'printer: an address is missing beside a comma; expected address,address'],
    ['virtual:,', 'printer: an address is missing beside a comma; expected address,address'],
    ['virtual:, virtual:?profile=generic58', 'printer "virtual:" is given twice; expected a spare printer of its own'],
    ['tcp://a,tcp://b,tcp://c,tcp://d,virtual:', 'printer: 5 addresses are given; expected at most 4'],
  ])('%j is refused in one line', (text, message) => {
    expect(parseAddresses(text)).toEqual({ kind: 'wrong', message })
  })

  test('names the printers in the order of preference', () => {
    const parsed = parseAddresses('serial:/dev/ttyUSB0?baud=19200, tcp://10.0.0.5 ,virtual:')
    if (parsed.kind === 'wrong') throw new Error(parsed.message)
    expect(parsed.addresses.map(({ kind }) => kind)).toEqual(['serial', 'tcp', 'virtual'])
    expect(parseAddresses('virtual:,usb:/dev/x')).toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('printer "usb:/dev/x"'),
    })
  })
})

async function opened(setting: string) {
  const parsed = parseAddresses(setting)
  if (parsed.kind === 'wrong') throw new Error(parsed.message)
  const printers = await openPrinters(parsed.addresses, {
    clock: systemClock,
    log: () => {},
    album: new PaperAlbum(testFolder(), () => Date.now()),
    logo: null,
  })
  onTestFinished(() => printers.port.close())
  return printers
}

function numberOn({ lines }: Sheet): string | undefined {
  return lines.map((line) => line.trim()).find((line) => /^[A-Z]\d{3}$/.test(line))
}

function ticket(number: string): TicketPaper {
  return {
    kind: 'ticket',
    language: 'en',
    office: { id: 'Kantor Kecil', en: 'Small office', su: 'Kantor Leutik' },
    heading: null,
    letter: 'A',
    service: { id: 'Surat', en: 'Letters', su: 'Serat' },
    number,
    class: 'regular',
    takenAt: Date.parse('2027-03-01T08:00:00+07:00'),
    timeZone: 'Asia/Jakarta',
    ahead: 3,
    wait: null,
    affected: null,
    bring: null,
    link: 'http://127.0.0.1:8080/t/abcdefghijabcdefghijab',
    code: 'BDFG',
    closing: null,
    comeBack: null,
    copy: 0,
  }
}
