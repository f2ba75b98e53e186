import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The folder of rendered sounds, `<key>.wav`, which the hub serves. A file is whole or not there. What has not been
 * used for longest is deleted when the folder grows beyond its limits; recordings in its `own` folder are never touched.
 */
export interface SoundStore {
  /** Whether the sound is there. To be asked for counts as use. It never throws. */
  has(key: string): Promise<boolean>
  /** Throws what the disk has to say, and leaves nothing half written. */
  keep(key: string, wav: Uint8Array): Promise<void>
}

export interface SoundLimits {
  readonly bytesMax: number
  readonly filesMax: number
}

export class SoundFolder implements SoundStore {
  readonly #folder: string
  readonly #now: () => number
  readonly #limits: SoundLimits
  readonly #known = new Map<string, { readonly bytes: number; readonly usedAt: number }>()
  #bytes = 0
  #looked: Promise<void> | null = null

  /** `now` in ms since 1970. */
  constructor(folder: string, now: () => number, limits: SoundLimits = defaultLimits) {
    this.#folder = folder
    this.#now = now
    this.#limits = limits
  }

  async has(key: string): Promise<boolean> {
    await this.#look()
    const file = this.#fileOf(key)
    const found = await stat(file).catch(() => null)
    if (found === null || !found.isFile() || found.size === 0) {
      this.#forget(key)
      return false
    }
    this.#note(key, found.size, this.#now())
    // How long ago it was used only has to be known roughly, and a memory card wears out with writing.
    const now = new Date(this.#now())
    if (this.#now() - found.mtimeMs > noteUseAfterMs) await utimes(file, now, now).catch(() => undefined)
    return true
  }

  async keep(key: string, wav: Uint8Array): Promise<void> {
    await this.#look()
    const file = this.#fileOf(key)
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeFile(`${file}.new`, wav)
      await rename(`${file}.new`, file)
    } catch (error) {
      await rm(`${file}.new`, { force: true }).catch(() => undefined)
      throw error
    }
    this.#note(key, wav.length, this.#now())
    await this.#tidy(key)
  }

  /** What lies there from earlier runs; pieces of a run that was cut off are cleared away. */
  #look(): Promise<void> {
    this.#looked ??= (async () => {
      for (const name of await readdir(this.#folder).catch(() => [])) {
        const file = path.join(this.#folder, name)
        const key = /^([0-9a-f]{16})\.wav(\.new)?$/.exec(name)
        if (key?.[2] !== undefined) await rm(file, { force: true }).catch(() => undefined)
        const found = key && key[2] === undefined ? await stat(file).catch(() => null) : null
        if (key?.[1] !== undefined && found?.isFile() === true) this.#note(key[1], found.size, found.mtimeMs)
      }
    })()
    return this.#looked
  }

  async #tidy(kept: string): Promise<void> {
    const { bytesMax, filesMax } = this.#limits
    if (this.#bytes <= bytesMax && this.#known.size <= filesMax) return
    const oldest = [...this.#known].filter(([key]) => key !== kept).sort(([, a], [, b]) => a.usedAt - b.usedAt)
    for (const [key] of oldest) {
      // A little more than needed, so that it is not done for every file.
      if (this.#bytes <= bytesMax * tidyTo && this.#known.size <= filesMax * tidyTo) return
      await rm(this.#fileOf(key), { force: true }).catch(() => undefined)
      this.#forget(key)
    }
  }

  #note(key: string, bytes: number, usedAt: number): void {
    this.#forget(key)
    this.#known.set(key, { bytes, usedAt })
    this.#bytes += bytes
  }

  #forget(key: string): void {
    this.#bytes -= this.#known.get(key)?.bytes ?? 0
    this.#known.delete(key)
  }

  #fileOf(key: string): string {
    return path.join(this.#folder, `${key}.wav`)
  }
}

const defaultLimits: SoundLimits = { bytesMax: 500_000_000, filesMax: 5_000 }
const tidyTo = 0.9
const noteUseAfterMs = 60 * 60_000
