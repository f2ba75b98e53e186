import { rm } from 'node:fs/promises'
import { describe, expect, test, type TestContext } from 'vitest'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { type EmulatedProfile, epson80, epsonT88, generic58, generic80 } from '../../hardware/emulator/profile.ts'
import { openPrinter } from '../../hardware/printer/open.ts'
import { type PrinterProfile, type ProfileName, printerProfiles } from '../../hardware/printer/profiles.ts'
import { liveQuestions } from '../../hardware/printer/status.ts'
import { type Rig, type Way, addressOf, job, printed, quiet, rig, statusOf, until } from './printer-rig.ts'

/**
 * The port's contract (P-1 to P-6 in port.ts) on every transport, against the emulated printer on a real
 * pseudo-terminal, a real file, a real socket and in memory. Each test has its own printer, so they run side by side.
 */
describe.concurrent.each<Way>(['serial', 'lp', 'tcp', 'virtual'])('a printer that speaks, on %s', (way) => {
  test('P-2 confirms a printed job', async (t) => {
    const { device, port } = await set(t, way, epson80, 'epson80')
    expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
    expect(printed(device)).toEqual(['A001'])
    expect(device.sheets()[0]).toMatchObject({ unknownCount: 0, warnings: [] })
    expect(port.status()).toMatchObject({ trouble: null, paperLow: false, speaks: true, confirms: true })
  })

  test('P-2 says sent when it cannot confirm', async (t) => {
    const { device, port } = await set(t, way, generic80, 'generic80')
    expect(await port.print(job('A001'))).toEqual({ kind: 'sent' })
    expect(printed(device)).toEqual(['A001'])
    expect(port.status()).toMatchObject({ trouble: null, speaks: true, confirms: false })
  })

  test('P-1 prints jobs given at once in their order', async (t) => {
    const { device, port } = await set(t, way, epson80, 'epson80')
    const names = ['A001', 'B001', 'A002', 'C001', 'A003']
    const outcomes = await Promise.all(names.map((name) => port.print(job(name))))
    expect(outcomes).toEqual(names.map(() => ({ kind: 'printed' })))
    expect(printed(device)).toEqual(names)
  })

  test('P-3 refuses without a drop of ink while paper is out, and prints the same job after', async (t) => {
    const { device, port } = await set(t, way, epson80, 'epson80')
    await statusOf(port, (status) => status.confirms)
    await quiet(device)
    device.takePaperOut()
    await statusOf(port, (status) => status.trouble !== null)
    expect(await port.print(job('A001'))).toEqual({ kind: 'refused', reason: 'paper-out' })
    expect(device.snapshot().sheetsMade).toBe(0)
    device.loadPaper()
    await statusOf(port, (status) => status.trouble === null)
    expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
    expect(printed(device)).toEqual(['A001'])
  })

  test('P-3 refuses with the cover open, the blade stuck or the head too hot', async (t) => {
    const { device, port } = await set(t, way, generic80, 'generic80')
    expect(await port.print(job('A000'))).toEqual({ kind: 'sent' })
    const outcomes = []
    for (const hands of [{ coverOpen: true }, { cutterJammed: true }, { overheated: true }, { broken: true }]) {
      device.change({ coverOpen: false, cutterJammed: false, overheated: false, broken: false })
      await statusOf(port, ({ trouble }) => trouble === null)
      device.change(hands)
      // What the printer says of its own accord takes its way through the cable.
      await statusOf(port, ({ trouble }) => trouble !== null)
      outcomes.push(await port.print(job('A001')))
    }
    const reasons = ['cover-open', 'cutter', 'overheated', 'error']
    expect(outcomes).toEqual(reasons.map((reason) => ({ kind: 'refused', reason })))
    expect(printed(device)).toEqual(['A000'])
  })

  test('P-4 does not know when the power goes at any byte of a job, and never prints it twice', async (t) => {
    const name = 'A001'
    const { length } = job(name).bytes
    const rigs = await Promise.all(
      [1, 3, 7, 12, length - 1].map(async (byte) => {
        const made = await set(t, way, epson80, 'epson80')
        await statusOf(made.port, (status) => status.confirms)
        await quiet(made.device)
        return { ...made, byte }
      }),
    )
    await Promise.all(
      rigs.map(async ({ device, port, byte }) => {
        // The bytes of the question before a job, where there is one, come on top.
        const outcome = port.print(job(name))
        device.dieAtByte(byte + (way === 'tcp' ? liveQuestions.length : 0))
        expect(await outcome).toEqual({ kind: 'unknown', reason: 'no-answer' })
        device.powerOn()
        await statusOf(port, (status) => status.trouble === null && status.speaks)
        expect(await port.print(job('A002'))).toEqual({ kind: 'printed' })
        const papers = device
          .sheets()
          .map(({ lines }) => lines.map((line) => line.trim()).filter((line) => line !== ''))
        // The broken piece, if there is one, is cut off; the next ticket is whole and alone.
        expect(papers.at(-1)).toEqual(['A002', 'second line'])
        expect(papers.filter((lines) => lines.includes(name)).length).toBeLessThan(2)
        expect(device.sheets().map(({ unknownCount }) => unknownCount)).toEqual(papers.map(() => 0))
      }),
    )
  })

  test('P-4 does not know when the cable is pulled in the middle of a job', async (t) => {
    const { device, port } = await set(t, way, slowEpson, 'epson80')
    await statusOf(port, (status) => status.confirms)
    const outcome = port.print(job('A001'))
    await until(() => device.snapshot().printing)
    device.unplug()
    expect(await outcome).toEqual({ kind: 'unknown', reason: 'unplugged' })
  })

  test('P-4 does not know when the paper ends in the middle of a job', async (t) => {
    const { device, port } = await set(t, way, slowEpson, 'epson80')
    await statusOf(port, (status) => status.confirms)
    const outcome = port.print(job('A001'))
    await until(() => device.snapshot().printing)
    device.takePaperOut()
    expect(await outcome).toEqual({ kind: 'unknown', reason: 'paper-out' })
  })

  test('P-4 does not know when it is closed in the middle of a job', async (t) => {
    const { device, port } = await set(t, way, slowEpson, 'epson80')
    await statusOf(port, (status) => status.confirms)
    const outcomes = [port.print(job('A001')), port.print(job('A002'))]
    await until(() => device.snapshot().printing)
    await port.close()
    await port.close()
    expect(await Promise.all([...outcomes, port.print(job('A003'))])).toEqual([
      { kind: 'unknown', reason: 'closed' },
      { kind: 'refused', reason: 'offline' },
      { kind: 'refused', reason: 'offline' },
    ])
  })

  test('P-5 notices a cable pulled while idle, says so, and comes back', async (t) => {
    const { device, port } = await set(t, way, epson80, 'epson80')
    await statusOf(port, (status) => status.confirms)
    device.unplug()
    await statusOf(port, ({ trouble }) => trouble === 'unplugged')
    expect(await port.print(job('A001'))).toEqual({ kind: 'refused', reason: 'unplugged' })
    device.plug()
    await statusOf(port, ({ trouble }) => trouble === null)
    expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
    expect(printed(device)).toEqual(['A001'])
  })

  test('P-6 shows the cover, the roll and the power as they change', async (t) => {
    const { device, port } = await set(t, way, epson80, 'epson80')
    await statusOf(port, (status) => status.confirms)
    device.change({ coverOpen: true })
    await statusOf(port, ({ trouble }) => trouble === 'cover-open', 2000)
    device.change({ coverOpen: false })
    await statusOf(port, ({ trouble }) => trouble === null, 2000)
    device.loadPaper(1000)
    await statusOf(port, ({ paperLow, trouble }) => paperLow && trouble === null, 2000)
    device.loadPaper()
    device.powerOff()
    await statusOf(port, ({ trouble }) => trouble === (way === 'tcp' ? 'busy-elsewhere' : 'offline'))
    device.powerOn()
    await statusOf(port, ({ trouble, paperLow }) => trouble === null && !paperLow)
    expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
  })

  test('P-6 recognises rubbish for an answer, and sends it no paper', async (t) => {
    const { device, port } = await set(t, way, epson80, 'generic80')
    device.garble(true)
    const status = await statusOf(port, ({ trouble }) => trouble === 'garbled')
    expect(status.detail).toContain('baud')
    expect(await port.print(job('A001'))).toEqual({ kind: 'refused', reason: 'garbled' })
    device.garble(false)
    await statusOf(port, ({ trouble }) => trouble === null)
    expect(await port.print(job('A002'))).toEqual({ kind: 'sent' })
  })

  test('P-6 takes the zeros of a clone for silence', async (t) => {
    const { device, port } = await set(t, way, { ...generic80, answers: 'zeros' }, 'generic80')
    expect(await port.print(job('A001'))).toEqual({ kind: 'sent' })
    await until(() => printed(device).length === 1)
    expect(port.status()).toMatchObject({ trouble: null, speaks: false, confirms: false })
  })
})

const mute: EmulatedProfile = { ...generic58, cutter: epson80.cutter, speedMmPerSecond: null }

describe.concurrent.each<Way>(['serial', 'fifo', 'tcp', 'virtual'])('a mute printer, on %s', (way) => {
  test('P-2 says sent', async (t) => {
    const { device, port } = await set(t, way, mute, 'generic58')
    await statusOf(port, ({ trouble }) => trouble === null)
    expect(await port.print(job('A001'))).toEqual({ kind: 'sent' })
    await until(() => printed(device).length > 0)
    expect(printed(device)).toEqual(['A001'])
    expect(port.status()).toMatchObject({ trouble: null, speaks: false, confirms: false })
  })

  test('P-5 notices a cable pulled while idle, says so, and comes back', async (t) => {
    const { device, port } = await set(t, way, mute, 'generic58')
    await statusOf(port, ({ trouble }) => trouble === null)
    device.unplug()
    await statusOf(port, ({ trouble }) => trouble === 'unplugged')
    device.plug()
    await statusOf(port, ({ trouble }) => trouble === null)
    expect(await port.print(job('A001'))).toEqual({ kind: 'sent' })
  })
})

// In the same process nothing lies between host and printer that could fill.
describe.concurrent.each<Way>(['serial', 'fifo', 'tcp'])('a mute printer behind buffers, on %s', (way) => {
  test('P-4 does not know when it stops taking bytes in the middle of a job', async (t) => {
    const fastest = way === 'serial' ? '&baud=230400' : ''
    const { device, port } = await set(t, way, mute, 'generic58', fastest)
    await statusOf(port, ({ trouble }) => trouble === null)
    device.stall()
    // More than all the buffers on the way hold together.
    const bytes = Buffer.alloc(way === 'tcp' ? 30_000_000 : 200_000, '\r')
    expect(await port.print({ name: 'A001', bytes })).toEqual({ kind: 'unknown', reason: 'offline' })
    device.resume()
  })
})

describe.concurrent('a printer that is not there', () => {
  test.each([
    ['serial:/dev/no-such-printer', 'unplugged', '/dev/no-such-printer is not there'],
    ['lp:/dev/usb/no-such-printer', 'unplugged', '/dev/usb/no-such-printer is not there'],
    ['tcp://127.0.0.1:9', 'unplugged', '127.0.0.1:9 refuses the connection'],
    ['serial:/dev/null', 'error', '/dev/null is not a serial port'],
  ])('P-3 %s refuses at once and says why', async (setting, reason, detail) => {
    const port = await openPrinter(addressOf(setting), { clock: systemClock, log: () => undefined })
    const outcome = await port.print(job('A001'))
    expect(outcome).toEqual({ kind: 'refused', reason })
    expect(port.status()).toMatchObject({ trouble: reason, detail: expect.stringContaining(detail) })
    await port.close()
  })
})

describe.concurrent('a device whose name goes away while its line stays silent', () => {
  // On some boards a line that is lost is never reported, and keeps a core busy until it is closed.
  test.for<Way>(['serial', 'lp'])('P-5 on %s is taken for unplugged, and let go', async (way, t) => {
    const { port, place } = await set(t, way, { ...generic58, speedMmPerSecond: null }, 'generic58')
    await statusOf(port, ({ trouble }) => trouble === null)
    const path = place.slice(place.indexOf('/'), place.indexOf('?'))
    await rm(path)
    const status = await statusOf(port, ({ trouble }) => trouble !== null)
    expect(status).toMatchObject({ trouble: 'unplugged', detail: expect.stringContaining(path) })
  })
})

describe.concurrent.each<Way>(['serial', 'lp', 'tcp'])(
  'a printer whose setting leaves open what it is, on %s',
  (way) => {
    const quick = { speedMmPerSecond: null }

    test.for<[string, EmulatedProfile, PrinterProfile, string]>([
      ['TM-T20', { ...epson80, ...quick }, printerProfiles.epson80, '(EPSON TM-T20III, profile epson80) is ready'],
      ['TM-T88', { ...epsonT88, ...quick }, printerProfiles.epsonT88, '(EPSON TM-T88III, profile epsonT88) is ready'],
      ['nameless', { ...generic80, ...quick }, printerProfiles.generic80, 'is ready'],
      ['mute', { ...generic58, ...quick, cutter: epson80.cutter }, printerProfiles.generic80, 'is ready'],
    ])(
      'P-7 is taken for what it says it is, or else for what is safe: %s',
      async ([, emulated, profile, detail], t) => {
        const { device, port } = await set(t, way, emulated, 'auto')
        await statusOf(port, ({ trouble }) => trouble === null)
        expect(await port.profile()).toEqual(profile)
        const outcome = await port.print(job('A001'))
        expect(outcome).toEqual({ kind: profile.confirm === 'gsH' ? 'printed' : 'sent' })
        await until(() => printed(device).length === 1)
        expect(device.sheets()[0]).toMatchObject({ unknownCount: 0, warnings: [] })
        expect(port.status().detail.replace(/^\S+ /, '')).toBe(detail)
      },
    )

    test('P-7 is asked again when it comes back, and not before it is well', async (t) => {
      const { device, port } = await set(t, way, { ...epsonT88, ...quick }, 'auto')
      device.change({ coverOpen: true })
      await statusOf(port, ({ trouble }) => trouble === 'cover-open')
      device.change({ coverOpen: false })
      await statusOf(port, ({ trouble, detail }) => trouble === null && detail.includes('TM-T88III'))
      device.unplug()
      await statusOf(port, ({ trouble }) => trouble === 'unplugged')
      device.plug()
      await statusOf(port, ({ trouble }) => trouble === null)
      expect(await port.profile()).toEqual(printerProfiles.epsonT88)
      expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
    })
  },
)

describe.concurrent('two programs and one printer', () => {
  test('a second program on the same serial line is told that it is in use', async (t) => {
    const { port, place } = await set(t, 'serial', epson80, 'epson80')
    await statusOf(port, (status) => status.confirms)
    const second = await openPrinter(addressOf(place), { clock: systemClock, log: () => undefined })
    t.onTestFinished(() => second.close())
    expect(await second.print(job('A002'))).toEqual({ kind: 'refused', reason: 'busy-elsewhere' })
    expect(await port.print(job('A001'))).toEqual({ kind: 'printed' })
  })

  test('two hosts share a network printer, each job whole and once', async (t) => {
    const { device, port, place } = await set(t, 'tcp', epson80, 'epson80')
    const other = await openPrinter(addressOf(place), { clock: systemClock, log: () => undefined })
    t.onTestFinished(() => other.close())
    const names = ['A001', 'A002', 'A003', 'A004']
    const outcomes = await Promise.all(
      names.flatMap((name) => [port.print(job(name)), other.print(job(name.replace('A', 'B')))]),
    )
    expect(outcomes.every(({ kind }) => kind === 'printed')).toBe(true)
    expect(printed(device).toSorted()).toEqual([...names, ...names.map((name) => name.replace('A', 'B'))])
    expect(printed(device).filter((name) => name.startsWith('A'))).toEqual(names)
  })
})

async function set(
  t: TestContext,
  way: Way,
  emulated: EmulatedProfile,
  profile: ProfileName | 'auto',
  switches = '',
): Promise<Rig> {
  const made = await rig(way, emulated, profile, switches)
  t.onTestFinished(() => made.dispose())
  return made
}

/** Slow enough that a job is still under way when something happens to it. */
const slowEpson: EmulatedProfile = { ...epson80, speedMmPerSecond: 4 }
