import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sheet } from '../../hardware/emulator/sheet.ts'

/**
 * Keeps what the virtual printer prints: for each sheet a picture, and for each job its bytes, named
 * `<ms since 1970>-<job>.png` and `.bin`. The newest `albumMax` are kept.
 */
export class PaperAlbum {
  readonly #folder: string
  readonly #now: () => number
  #last = 0
  #work: Promise<void> = Promise.resolve()

  constructor(folder: string, now: () => number) {
    this.#folder = folder
    this.#now = now
  }

  keepSheet(job: string, sheet: Sheet): Promise<void> {
    return this.#keep(`${job}.png`, () => sheet.png())
  }

  keepBytes(job: string, bytes: Uint8Array): Promise<void> {
    return this.#keep(`${job}.bin`, () => bytes)
  }

  #keep(name: string, content: () => Uint8Array): Promise<void> {
    // Two in one millisecond still get names in their order.
    this.#last = Math.max(this.#last + 1, this.#now())
    const file = path.join(this.#folder, `${this.#last}-${name}`)
    const kept = this.#work.then(async () => {
      await mkdir(this.#folder, { recursive: true })
      // Whole or not at all: the page shows whatever lies in the folder.
      await writeFile(`${file}.new`, content())
      await rename(`${file}.new`, file)
      const names = (await readdir(this.#folder)).sort()
      await Promise.all(names.slice(0, -albumMax).map((old) => rm(path.join(this.#folder, old), { force: true })))
    })
    // One that fails does not keep those after it from being tried.
    this.#work = kept.catch(() => undefined)
    return kept
  }
}

const albumMax = 400
