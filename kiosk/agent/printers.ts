import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import type { Sheet } from '../../hardware/emulator/sheet.ts'
import type { PrinterAddress } from '../../hardware/printer/address.ts'
import { openPrinter } from '../../hardware/printer/open.ts'
import type { PrinterPort, PrintJob } from '../../hardware/printer/port.ts'
import { SparePrinters, type OneOfSeveral } from '../../hardware/printer/spare.ts'
import { emulatedProfileOf } from '../../hardware/printer/virtual.ts'
import type { Paper } from '../../shared/views/printing.ts'
import type { Clock } from '../clock.ts'
import type { LogoKeeper } from './logo-keeper.ts'
import type { PaperAlbum } from './paper-album.ts'
import { paperBytes, type Shape } from './paper-bytes.ts'
import { asDataUrl, previewSheet } from './preview.ts'

/** The printer an agent prints on, alone or with its spares, and the way from a paper to its bytes. */
export interface Printers {
  readonly port: PrinterPort
  readonly encode: (name: string, paper: Paper) => Promise<PrintJob>
  /** How the preferred printer would print it, as the address of a picture; null where that is too large. */
  readonly preview: (paper: Paper) => Promise<string | null>
  /** The printer in software among them, for whoever wants to open its cover. */
  readonly builtIn: EmulatedPrinter | null
}

export interface PrintersParts {
  readonly clock: Clock
  readonly log: (line: string) => void
  /** Where the papers of a virtual printer are kept. */
  readonly album: PaperAlbum
  /** Null where the office has no logo. */
  readonly logo: LogoKeeper | null
}

/** Opens the printers at these addresses, of which there is at least one. */
export async function openPrinters(addresses: readonly PrinterAddress[], parts: PrintersParts): Promise<Printers> {
  const [preferred] = addresses
  if (!preferred) throw new Error('an agent needs a printer')
  /** A paper that goes to a spare printer is laid out again for that printer. */
  const papers = new WeakMap<PrintJob, { readonly paper: Paper; readonly shape: Shape }>()
  const shapeOf = async (port: PrinterPort, place: PrinterAddress): Promise<Shape> => ({
    profile: await port.profile(),
    logo: parts.logo?.isKeptBy(place) ?? false,
  })
  const virtual = addresses.find((address) => address.kind === 'virtual')
  const builtIn = virtual ? new EmulatedPrinter(emulatedProfileOf(virtual), parts) : null
  const opened = await Promise.all(
    addresses.map(async (address): Promise<OneOfSeveral> => {
      const port = await (builtIn && address === virtual
        ? openKept(address, builtIn, parts)
        : openPrinter(address, parts))
      parts.logo?.give(port, address)
      return {
        port,
        fitted: async (job) => {
          const laidOut = papers.get(job)
          const shape = await shapeOf(port, address)
          const fits = !laidOut || (laidOut.shape.profile === shape.profile && laidOut.shape.logo === shape.logo)
          return fits ? job : { name: job.name, bytes: await paperBytes(laidOut.paper, shape) }
        },
      }
    }),
  )
  const [alone, ...spares] = opened
  const port = alone && spares.length === 0 ? alone.port : new SparePrinters(opened)
  return {
    port,
    builtIn,
    encode: async (name, paper) => {
      const shape = await shapeOf(port, preferred)
      const job = { name, bytes: await paperBytes(paper, shape) }
      papers.set(job, { paper, shape })
      return job
    },
    preview: async (paper) => {
      const { profile, logo } = await shapeOf(port, preferred)
      return asDataUrl(await previewSheet(paper, profile, logo ? (parts.logo?.pictureFor(profile) ?? null) : null))
    },
  }
}

/** A virtual printer whose papers are kept in the album. */
async function openKept(
  address: PrinterAddress,
  device: EmulatedPrinter,
  { album, logo: _logo, ...parts }: PrintersParts,
): Promise<PrinterPort> {
  let printing = 'paper'
  const onSheet = (sheet: Sheet) => keep(album.keepSheet(printing, sheet))
  const port = await openPrinter(address, { ...parts, device, onSheet })
  return {
    print: (job) => {
      printing = job.name
      keep(album.keepBytes(job.name, job.bytes))
      return port.print(job)
    },
    status: () => port.status(),
    profile: () => port.profile(),
    onStatus: (listener) => port.onStatus(listener),
    close: () => port.close(),
  }

  /** A folder that cannot be written to costs the pictures, never a ticket. */
  function keep(kept: Promise<void>): void {
    kept.catch((error: unknown) => parts.log(`the paper could not be kept: ${String(error)}`))
  }
}
