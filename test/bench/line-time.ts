import { attachPty } from '../../hardware/emulator/attach-pty.ts'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { papersAtRest, startAgentProcess } from './agent-process.ts'
import { benchServices, connect, press, type HubProcess } from './hub-process.ts'
import { ms, percentile, type Row } from './table.ts'

/**
 * From the press's answer to the last byte of its ticket at the printer, on a real pseudo-terminal behind which the
 * emulated printer's line has a speed, against the time that the ticket's bytes need on such a line. Two spans: from the
 * press, with all that comes before the first byte, and from the first byte, which shows whether the line ever waits.
 */
export async function measureLineTime(hub: HubProcess): Promise<readonly Row[]> {
  return [...(await measureAt(hub, 9600, 0)), ...(await measureAt(hub, 115_200, firstByteMs))]
}

/** `allowedMs` is what the press may take beyond 1.05 times the line. */
async function measureAt(hub: HubProcess, baud: number, allowedMs: number): Promise<readonly Row[]> {
  const byteMs = 10_000 / baud
  const tickets = new TicketsOnLine(byteMs)
  const device = new EmulatedPrinter({ ...epson80, speedMmPerSecond: null }, { clock: systemClock })
  const pty = await attachPty(device, { baud, onArrival: (bytes, endedMs) => tickets.take(bytes, endedMs) })
  const agent = startAgentProcess(hub, `serial:${pty.path}?baud=${baud}`)
  const kiosk = await connect(hub, { as: 'kiosk', screen: 'bench-kiosk' })
  const measured: Times[] = []
  try {
    for (let i = 0; i < warmUp + count; i += 1) {
      await papersAtRest(kiosk)
      const ticket = tickets.next()
      await press(kiosk, benchServices[24] ?? '')
      const acknowledgedMs = performance.now()
      const { bytes, firstMs, lastMs } = await ticket
      const times = { lineMs: bytes * byteMs, fromPressMs: lastMs - acknowledgedMs, fromFirstMs: lastMs - firstMs }
      if (i >= warmUp) measured.push(times)
    }
  } finally {
    kiosk.close()
    await agent.stop()
    await pty.close()
  }
  return [row(baud, 'acknowledged', measured, 'fromPressMs', allowedMs), row(baud, 'first', measured, 'fromFirstMs', 0)]
}

interface Times {
  /** What a line of this speed needs for the ticket's bytes. */
  readonly lineMs: number
  readonly fromPressMs: number
  readonly fromFirstMs: number
}

function row(
  baud: number,
  since: string,
  measured: readonly Times[],
  span: 'fromPressMs' | 'fromFirstMs',
  allowedMs: number,
): Row {
  const p = (part: number, of: (times: Times) => number) => percentile(measured.map(of), part)
  const inLines = (times: Times) => times[span] / times.lineMs
  const lineMs = p(0.5, (times) => times.lineMs)
  const bytes = Math.round((lineMs * baud) / 10_000)
  return {
    what: `${baud} baud: ${since} to last byte of a ticket, p99`,
    measured: `${p(0.99, inLines).toFixed(3)} x the line, ${ms(p(0.99, (times) => times[span]))}`,
    target: `<= ${allowedMs > 0 ? `${allowedMs} ms + ` : ''}1.05 x the line`,
    floor: `the line ${ms(lineMs)} for ${bytes} bytes; ${p(0.5, inLines).toFixed(3)} x in the middle`,
    met: p(0.99, (times) => (times[span] - allowedMs) / times.lineMs) <= 1.05,
  }
}

interface TicketOnLine {
  readonly bytes: number
  /** When its first bit began and its last one ended, by `performance.now()`. */
  readonly firstMs: number
  readonly lastMs: number
}

/** Finds tickets in what goes over a line: from `ESC @` to the cut. */
class TicketsOnLine {
  readonly #byteMs: number
  #seen = Buffer.alloc(0)
  #endedMs: number[] = []
  #found: (ticket: TicketOnLine) => void = () => undefined

  constructor(byteMs: number) {
    this.#byteMs = byteMs
  }

  /** The next ticket that is whole. */
  next(): Promise<TicketOnLine> {
    this.#seen = Buffer.alloc(0)
    this.#endedMs = []
    return new Promise((resolve) => {
      this.#found = resolve
    })
  }

  take(bytes: Uint8Array, endedMs: number): void {
    this.#seen = Buffer.concat([this.#seen, bytes])
    for (let left = bytes.length - 1; left >= 0; left -= 1) this.#endedMs.push(endedMs - left * this.#byteMs)
    const first = this.#seen.indexOf(initialise)
    const cutAt = this.#seen.indexOf(cut, Math.max(0, first))
    if (first < 0 || cutAt < 0) return
    const last = cutAt + cut.length - 1
    this.#found({
      bytes: last - first + 1,
      firstMs: (this.#endedMs[first] ?? Number.NaN) - this.#byteMs,
      lastMs: this.#endedMs[last] ?? Number.NaN,
    })
    this.#found = () => undefined
  }
}

const initialise = Buffer.from([0x1b, 0x40])
const cut = Buffer.from([0x1d, 0x56, 66])
/**
 * What a press may take until its first byte, a figure of its own. At 9600 baud five parts in a hundred of a ticket's
 * line time are more than that; at 115200 they are a millisecond, less than one write to a disk.
 */
const firstByteMs = 10
const warmUp = 5
const count = 100
