import type { Clock } from '../emulator/clock.ts'
import { EmulatedPrinter } from '../emulator/device.ts'
import type { Sheet } from '../emulator/sheet.ts'
import type { PrinterAddress } from './address.ts'
import { PrinterDriver } from './driver.ts'
import type { Transport } from './link.ts'
import { lpTransport } from './lp.ts'
import type { PrinterPort } from './port.ts'
import { tcpTransport } from './tcp.ts'
import { pause } from './time-limit.ts'
import { emulatedProfileOf, virtualTransport } from './virtual.ts'

export interface PrinterDependencies {
  readonly clock: Clock
  /** One plain English line for the journal. */
  readonly log: (line: string) => void
  /** Each piece of paper of a `virtual:` printer, as it leaves it. */
  readonly onSheet?: (sheet: Sheet) => void
  /** The device behind `virtual:`, for whoever wants to open its cover; made from the address where it is not given. */
  readonly device?: EmulatedPrinter
}

/**
 * The printer at `address`. It comes back at once and connects by itself, now and whenever the connection is lost:
 * a printer that is missing is a status, never an error.
 */
export async function openPrinter(address: PrinterAddress, dependencies: PrinterDependencies): Promise<PrinterPort> {
  const { clock, log } = dependencies
  if (address.kind === 'virtual') return openVirtual(address, dependencies)
  return new PrinterDriver(await transportOf(address, clock), address.profile, clock, log, address.detects)
}

async function transportOf(address: Exclude<PrinterAddress, { kind: 'virtual' }>, clock: Clock): Promise<Transport> {
  if (address.kind === 'lp') return lpTransport(address.path, address.profile.status, clock)
  if (address.kind === 'tcp') return tcpTransport(address.host, address.port, clock)
  // The one transport with native code: loaded only where there is a serial line.
  const { serialTransport } = await import('./serial.ts')
  return serialTransport(address, clock)
}

function openVirtual(
  address: Extract<PrinterAddress, { kind: 'virtual' }>,
  { clock, log, onSheet, device = new EmulatedPrinter(emulatedProfileOf(address), { clock }) }: PrinterDependencies,
): PrinterPort {
  const unsubscribe = device.subscribe((event) => {
    if (event.kind === 'sheet') onSheet?.(event.sheet)
  })
  const port = new PrinterDriver(virtualTransport(device), address.profile, clock, log)
  return {
    async print(job) {
      const outcome = await port.print(job)
      if (device.profile.cutter.kind === 'tear-bar') await tearOff(device, clock)
      return outcome
    },
    status: () => port.status(),
    profile: () => port.profile(),
    onStatus: (listener) => port.onStatus(listener),
    async close() {
      await port.close()
      unsubscribe()
    },
  }
}

/** Nobody stands at a virtual tear bar: the paper is torn off when it has come to rest. */
async function tearOff(device: EmulatedPrinter, clock: Clock): Promise<void> {
  const until = clock.now() + restMs
  while (device.snapshot().printing && clock.now() < until) await pause(clock, restLookMs)
  device.tearOff()
}

const restMs = 10_000
const restLookMs = 50
