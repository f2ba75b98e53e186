import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attachFile } from '../../hardware/emulator/attach-file.ts'
import { attachPty } from '../../hardware/emulator/attach-pty.ts'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import type { EmulatedProfile } from '../../hardware/emulator/profile.ts'
import { type PrinterAddress, parseAddress } from '../../hardware/printer/address.ts'
import { openPrinter } from '../../hardware/printer/open.ts'
import type { PrinterPort, PrinterStatus } from '../../hardware/printer/port.ts'
import type { ProfileName } from '../../hardware/printer/profiles.ts'

/** A printer in software on a real pseudo-terminal, socket or fifo, and the port that drives it. */
export interface Rig {
  readonly device: EmulatedPrinter
  readonly port: PrinterPort
  /** The setting that leads to it. */
  readonly place: string
  readonly log: readonly string[]
  dispose(): Promise<void>
}

/** `lp` is a file that is read and written, `fifo` one that is only written: a mute printer. */
export type Way = 'serial' | 'lp' | 'fifo' | 'tcp' | 'virtual'

export async function rig(
  way: Way,
  emulated: EmulatedProfile,
  profile: ProfileName | 'auto',
  switches = '',
): Promise<Rig> {
  const device = new EmulatedPrinter(emulated, { clock: systemClock })
  const { place, detach } = await attach(way, device)
  const log: string[] = []
  const setting = `${place}?profile=${profile}${switches}`
  const port = await openPrinter(addressOf(setting), {
    clock: systemClock,
    log: (line) => log.push(line),
    device,
  })
  return {
    device,
    port,
    place: setting,
    log,
    async dispose() {
      await port.close()
      await detach()
    },
  }
}

async function attach(way: Way, device: EmulatedPrinter): Promise<{ place: string; detach: () => Promise<void> }> {
  switch (way) {
    case 'virtual':
      return { place: 'virtual:', detach: () => Promise.resolve() }
    case 'tcp': {
      const tcp = await attachTcp(device)
      return { place: `tcp://127.0.0.1:${tcp.port}`, detach: () => tcp.close() }
    }
    case 'fifo': {
      const folder = await mkdtemp(join(tmpdir(), 'printer-'))
      const fifo = await attachFile(device, join(folder, 'lp0'))
      return {
        place: `lp:${fifo.path}`,
        async detach() {
          await fifo.close()
          await rm(folder, { recursive: true })
        },
      }
    }
    default: {
      const pty = await attachPty(device)
      return { place: `${way}:${pty.path}`, detach: () => pty.close() }
    }
  }
}

export function addressOf(text: string): PrinterAddress {
  const parsed = parseAddress(text)
  if (parsed.kind === 'wrong') throw new Error(parsed.message)
  return parsed.address
}

/** Waits until the port's status is as wanted; the deadline is the contract's own where it has one. */
export async function statusOf(
  port: PrinterPort,
  wanted: (status: PrinterStatus) => boolean,
  deadlineMs = 5000,
): Promise<PrinterStatus> {
  if (wanted(port.status())) return port.status()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      forget()
      reject(new Error(`not in ${deadlineMs} ms; the status is ${JSON.stringify(port.status())}`))
    }, deadlineMs)
    const forget = port.onStatus((status) => {
      if (!wanted(status)) return
      clearTimeout(timer)
      forget()
      resolve(status)
    })
  })
}

export async function until(holds: () => boolean, deadlineMs = 5000): Promise<void> {
  const end = performance.now() + deadlineMs
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not in ${deadlineMs} ms: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Waits until nobody has sent the printer anything for a while: no question is on its way. */
export async function quiet(device: EmulatedPrinter, quietMs = 150): Promise<void> {
  let seen = -1
  let since = performance.now()
  await until(() => {
    const { receivedBytes } = device.snapshot()
    if (receivedBytes !== seen) since = performance.now()
    seen = receivedBytes
    return performance.now() - since >= quietMs
  })
}

/** A small job whose text tells it from the others. */
export function job(name: string) {
  return { name, bytes: Buffer.from(`\x1b@\x1c.${name}\nsecond line\n\x1dVB\0`, 'latin1') }
}

/** The first printed lines of all sheets: which jobs came out, in their order. */
export function printed(device: EmulatedPrinter): string[] {
  return device.sheets().map((sheet) => sheet.lines.find((line) => line.trim() !== '')?.trim() ?? '')
}
