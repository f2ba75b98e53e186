import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { PrinterAddress } from '../../hardware/printer/address.ts'
import { logoPicture, storeLogo, type LogoPicture, type Pixels } from '../../hardware/printer/logo.ts'
import type { PrinterPort } from '../../hardware/printer/port.ts'
import type { PrinterProfile } from '../../hardware/printer/profiles.ts'

/**
 * Brings the office's logo, `logo.png` in the data folder, into the memory of every printer that can keep one: once,
 * and again when the file has changed. Which printer keeps which picture is noted beside the file, because a printer's
 * memory wears out with writing. A logo that cannot be read or kept costs a line in the journal, never a ticket.
 */
export class LogoKeeper {
  readonly #pixels: Pixels
  readonly #noteFile: string
  readonly #log: (line: string) => void
  /** What each printer is known to keep, as a hash of the bytes that were sent. */
  readonly #noted: Map<string, string>
  readonly #kept = new Set<string>()
  readonly #failures = new Map<string, number>()

  constructor(pixels: Pixels, noteFile: string, noted: Map<string, string>, log: (line: string) => void) {
    this.#pixels = pixels
    this.#noteFile = noteFile
    this.#noted = noted
    this.#log = log
  }

  /** Whether the printer at `address` keeps the logo as it is now. */
  isKeptBy(address: PrinterAddress): boolean {
    return this.#kept.has(placeOf(address))
  }

  /** The logo in the dots of such a printer; null where nothing of it would be black. */
  pictureFor(profile: PrinterProfile): LogoPicture | null {
    return logoPicture(this.#pixels, profile)
  }

  /** Sends the logo now or when the printer is next well; until then its tickets have none. */
  give(port: PrinterPort, address: PrinterAddress): void {
    let isUnderWay = false
    const look = async () => {
      if (isUnderWay || port.status().trouble !== null) return
      isUnderWay = true
      if (await this.#bring(port, placeOf(address), address.kind !== 'virtual')) forget()
      isUnderWay = false
    }
    const forget = port.onStatus(() => void look())
    void look()
  }

  /** True when there is nothing more to be done. */
  async #bring(port: PrinterPort, place: string, remembers: boolean): Promise<boolean> {
    const profile = await port.profile()
    // Another printer may be plugged in yet.
    if (profile.logo === 'none') return false
    const picture = this.pictureFor(profile)
    if (!picture) return true
    const bytes = storeLogo(picture)
    const hash = createHash('sha256').update(bytes).digest('hex')
    // The memory of a printer in software is as old as this program.
    const isNoted = remembers && this.#noted.get(place) === hash
    if (!isNoted) {
      const outcome = await port.print({ name: 'logo', bytes })
      if (outcome.kind === 'refused') return false
      if (outcome.kind === 'unknown') return this.#failed(place)
    }
    this.#kept.add(place)
    if (isNoted || !remembers) return true
    this.#noted.set(place, hash)
    await this.#note().catch((error: unknown) => this.#log(`the logo could not be noted: ${String(error)}`))
    return true
  }

  /** Some of it may have been written: that is tried again a few times, not for ever. */
  #failed(place: string): boolean {
    const failures = (this.#failures.get(place) ?? 0) + 1
    this.#failures.set(place, failures)
    if (failures >= failuresMax)
      this.#log(`${place} does not keep the logo: its tickets have none until the next start`)
    return failures >= failuresMax
  }

  async #note(): Promise<void> {
    await writeFile(`${this.#noteFile}.new`, JSON.stringify(Object.fromEntries(this.#noted)))
    await rename(`${this.#noteFile}.new`, this.#noteFile)
  }
}

/** The logo of the data folder; null where there is none, or none that can be read. */
export async function readLogo(folder: string, log: (line: string) => void): Promise<LogoKeeper | null> {
  const png = await readFile(path.join(folder, 'logo.png')).catch(() => null)
  if (!png) return null
  try {
    if (png.length > pngBytesMax) throw new Error(`it is larger than ${pngBytesMax / 1024} KB`)
    // Needed by the few offices that have a logo.
    const { PNG } = await import('pngjs')
    const noteFile = path.join(folder, 'logo-kept.json')
    return new LogoKeeper(PNG.sync.read(png), noteFile, await readNote(noteFile), log)
  } catch (error) {
    log(`logo.png cannot be used: ${String(error)}`)
    return null
  }
}

async function readNote(file: string): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(noteSchema.parse(JSON.parse(await readFile(file, 'utf8')))))
  } catch {
    // Missing, or spoilt by hand: the logo is stored once more.
    return new Map()
  }
}

function placeOf(address: PrinterAddress): string {
  return address.kind === 'virtual'
    ? 'virtual:'
    : address.kind === 'tcp'
      ? `tcp://${address.host}:${address.port}`
      : `${address.kind}:${address.path}`
}

const noteSchema = z.record(z.string(), z.string())
const failuresMax = 3
const pngBytesMax = 2 * 1024 * 1024
