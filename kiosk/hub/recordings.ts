import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { languages } from '../../shared/language.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import { repeat, type Clock } from '../clock.ts'

/**
 * Which recordings of its own the office has put into the folder, by language. It is looked through when the hub starts
 * and twice a minute, so that a recording is heard soon after somebody has put it there.
 */
export class Recordings {
  readonly #folder: string
  readonly #onChange: () => void
  #found: OfficeVoice['recordings'] = {}
  readonly stop: () => void

  constructor(folder: string, clock: Clock, onChange: () => void) {
    this.#folder = folder
    this.#onChange = onChange
    void this.#look()
    this.stop = repeat(clock, lookEveryMs, () => void this.#look())
  }

  get found(): OfficeVoice['recordings'] {
    return this.#found
  }

  async #look(): Promise<void> {
    const lists = await Promise.all(
      languages.map(async (language) => {
        const names = await readdir(path.join(this.#folder, language)).catch(() => [])
        return [
          language,
          names
            .filter((name) => namePattern.test(name))
            .toSorted()
            .slice(0, filesMax),
        ] as const
      }),
    )
    const found = Object.fromEntries(lists.filter(([, names]) => names.length > 0))
    if (JSON.stringify(found) === JSON.stringify(this.#found)) return
    this.#found = found
    this.#onChange()
  }
}

const lookEveryMs = 30_000
/** Sixty pieces in three endings are all that can be of use. */
const filesMax = 200
const namePattern = /^[a-z0-9-]{1,40}\.(wav|ogg|mp3)$/
