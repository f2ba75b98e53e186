import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { systemClock, type Clock } from './clock.ts'
import type { EmulatedPrinter } from './device.ts'
import { type Deliver, instantLine, serialLine } from './line-speed.ts'

/** The printer as a host finds it on a serial port. */
export interface PtyAttachment {
  /** What the host opens, in the place of /dev/ttyUSB0. The same after each `plug`. */
  readonly path: string
  /** Pulls the cable: the path goes away, and whoever has it open is hung up. */
  unplug(): Promise<void>
  plug(): Promise<void>
  close(): Promise<void>
}

export interface PtyOptions {
  /** Paces what the host sends as a serial line of this speed would; without it everything arrives at once. */
  readonly baud?: number
  /** For `baud` and `onArrival`. */
  readonly clock?: Clock
  /** Sees what reaches the printer, and when its last bit was on the line. */
  readonly onArrival?: Deliver
}

type Socat = ChildProcessByStdio<Writable, Readable, Readable>

/** With more than this on the line the host is left to wait, so that its own buffers fill as a real port's do. */
const backlogBytesMax = 256
const startMsMax = 5000

/**
 * Puts the printer behind a pseudo-terminal made by socat (Debian package socat). It is not a UART: it has no control
 * lines, what the host set as its speed is not looked at, and what the printer says while nobody has it open waits for
 * whoever opens it next.
 */
export async function attachPty(device: EmulatedPrinter, options: PtyOptions = {}): Promise<PtyAttachment> {
  const folder = await mkdtemp(join(tmpdir(), 'emulated-printer-'))
  const path = join(folder, 'tty')
  let socat: Socat | null = await startSocat(path)
  joinCable(device, socat, options)
  let settled = Promise.resolve()

  const follow = async (before: Promise<void>, plugged: boolean) => {
    await before
    if (socat) await stopSocat(socat)
    socat = null
    if (!plugged) return
    socat = await startSocat(path)
    joinCable(device, socat, options)
  }
  const unsubscribe = device.subscribe((event) => {
    if (event.kind === 'cable') settled = follow(settled, event.plugged)
  })
  return {
    path,
    async unplug() {
      device.unplug()
      await settled
    },
    async plug() {
      device.plug()
      await settled
    },
    async close() {
      unsubscribe()
      await settled
      if (socat) await stopSocat(socat)
      socat = null
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Joins the printer's cable to the near side of a running pseudo-terminal. */
function joinCable(device: EmulatedPrinter, socat: Socat, { baud, clock = systemClock, onArrival }: PtyOptions): void {
  let deviceReads = true
  const deliver: Deliver = (bytes, endedMs) => {
    onArrival?.(bytes, endedMs)
    end.receive(bytes)
    updateReading()
  }
  const line = baud === undefined ? instantLine(clock, deliver) : serialLine(clock, baud, deliver)
  const updateReading = () => {
    if (deviceReads && line.backlogBytes < backlogBytesMax) socat.stdout.resume()
    else socat.stdout.pause()
  }
  const end = device.connect({
    reply: (bytes) => socat.stdin.write(bytes),
    flow(reading) {
      deviceReads = reading
      line.hold(!reading)
      updateReading()
    },
    gone: () => socat.kill(),
  })
  socat.stdout.on('data', (bytes: Buffer) => {
    line.send(bytes)
    updateReading()
  })
  socat.once('exit', () => {
    line.cut()
    end.disconnect()
  })
}

async function startSocat(path: string): Promise<Socat> {
  const socat = spawn('socat', ['-d', '-d', '-', `pty,raw,echo=0,link=${path}`], { stdio: ['pipe', 'pipe', 'pipe'] })
  // Writing to a terminal that has just gone is no news: 'exit' tells it.
  socat.stdin.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`socat made no terminal in ${startMsMax} ms: ${said}`)), startMsMax)
    socat.once('error', reject)
    socat.once('exit', (code) => reject(new Error(`socat ended with ${code}: ${said}`)))
    socat.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      if (!said.includes('starting data transfer loop')) return
      clearTimeout(timer)
      socat.removeAllListeners('error').removeAllListeners('exit')
      socat.stderr.removeAllListeners('data').resume()
      resolve()
    })
  })
  return socat
}

async function stopSocat(socat: Socat): Promise<void> {
  if (socat.exitCode !== null || socat.signalCode !== null) return
  await new Promise<void>((resolve) => {
    socat.once('exit', () => resolve())
    socat.kill()
  })
}
