import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Day } from '../../../shared/ids.ts'
import {
  emptyMedia,
  mediaLimits,
  type MediaFile,
  type MediaFolderView,
  type MediaItem,
  type MediaSlide,
} from '../../../shared/media.ts'
import type { MediaList } from '../../../shared/media-orders.ts'
import type { PlainReason } from '../../../shared/refusals.ts'
import { repeat, type Clock } from '../../clock.ts'
import type { Log } from '../log.ts'
import { addingName, FolderFinder, type FolderFile, type FolderFiles } from './folder-files.ts'
import { readList, saveList } from './list-file.ts'

/**
 * The office's pictures, videos and slides: a folder of files and the list beside them. The two are the truth; what is
 * held here is what was last read of them, when the hub started, twice a minute, and after every change.
 *
 * A file that the list does not name is shown after all others, by its name. Changes are made one after the other, each on
 * what lies there at that moment. Whatever the disk refuses ends in a `not-saved`, never in a throw.
 */
export class MediaFolder {
  readonly folder: string
  readonly stop: () => void
  readonly #clock: Clock
  readonly #log: Log
  readonly #onChange: () => void
  readonly #finder: FolderFinder
  #found: MediaFolderView = emptyMedia
  #files: ReadonlyMap<string, FolderFile> = new Map()
  #last: Promise<unknown>

  constructor(folder: string, clock: Clock, log: Log, onChange: () => void) {
    this.folder = folder
    this.#clock = clock
    this.#log = log
    this.#onChange = onChange
    this.#finder = new FolderFinder(folder)
    this.#last = this.#begin()
    this.stop = repeat(clock, lookEveryMs, () => void this.look())
  }

  get found(): MediaFolderView {
    return this.#found
  }

  /** A file that can be shown, by its name. */
  file(name: string): FolderFile | null {
    return this.#files.get(name) ?? null
  }

  /** Reads the folder anew. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#read().catch((error: unknown) => {
        this.#log.error('the folder of pictures cannot be read', { why: String(error) })
      })
    })
  }

  describe(id: string, until: Day | null, description: string): Promise<PlainReason | null> {
    return this.#change((items) => {
      const file = items.find((item) => item.id === id)
      if (file === undefined || file.kind === 'slide') return 'no-such-media'
      return items.map((item) => (item === file ? { ...file, until, description } : item))
    })
  }

  /** A slide of this id is there and says this. */
  saveSlide(slide: MediaSlide): Promise<PlainReason | null> {
    return this.#change((items) => {
      if (items.some(({ id }) => id === slide.id)) return items.map((item) => (item.id === slide.id ? slide : item))
      return items.length < mediaLimits.items ? [...items, slide] : 'too-many-media'
    })
  }

  /** Puts all in this order; what is not named stays behind, in the order it has. */
  arrange(ids: readonly string[]): Promise<PlainReason | null> {
    const placeOf = ({ id }: MediaItem) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
    return this.#change((items) => items.toSorted((a, b) => placeOf(a) - placeOf(b)))
  }

  /** Takes one away, a file for good; what is gone already is no fault. */
  remove(id: string): Promise<PlainReason | null> {
    return this.#change(async (items) => {
      const gone = items.find((item) => item.id === id)
      if (gone !== undefined && gone.kind !== 'slide') await rm(path.join(this.folder, gone.id), { force: true })
      return items.filter((item) => item !== gone)
    })
  }

  /** A file has just been put into the folder under this name; it begins without a date and without a description. */
  added(name: string): Promise<PlainReason | null> {
    return this.#change((items) => {
      const file = items.find(({ id }) => id === name)
      if (file === undefined || file.kind === 'slide') return 'no-such-media'
      return [...items.filter((item) => item !== file), { ...file, until: null, description: '' }]
    })
  }

  async #begin(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true })
      // What was being sent when the power went.
      await rm(path.join(this.folder, addingName), { recursive: true, force: true })
      await this.#read()
    } catch (error) {
      this.#log.error('the folder of pictures cannot be used', { why: String(error) })
    }
  }

  #change(
    change: (items: readonly MediaItem[]) => readonly MediaItem[] | PlainReason | Promise<readonly MediaItem[]>,
  ): Promise<PlainReason | null> {
    return this.#inTurn(async () => {
      try {
        await this.#read()
        const changed = await change(this.#found.items)
        if (typeof changed === 'string') return changed
        await saveList(this.folder, listOf(changed))
        await this.#read()
        return null
      } catch (error) {
        this.#log.error('the folder of pictures cannot be changed', { why: String(error) })
        return 'not-saved'
      }
    })
  }

  async #read(): Promise<void> {
    const list = await readList(this.folder, this.#clock.now())
    const lying = await this.#finder.look()
    const found = foundOf(list, lying)
    this.#files = new Map(lying.files.map((file) => [file.name, file]))
    if (JSON.stringify(found) === JSON.stringify(this.#found)) return
    this.#found = found
    this.#onChange()
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result
    return result
  }
}

/** The files and slides in the order of the list, then the files that it does not name. */
function foundOf({ items: listed }: MediaList, { files, troubles }: FolderFiles): MediaFolderView {
  const unlisted = files.filter(({ name }) => !listed.some(({ id }) => id === name))
  const all = [
    ...listed.flatMap((entry): readonly MediaItem[] => {
      if (entry.kind === 'slide') return [entry]
      const file = files.find(({ name }) => name === entry.id)
      return file ? [shownFile(file, entry.until, entry.description)] : []
    }),
    ...unlisted.map((file) => shownFile(file, null, '')),
  ]
  const tooMany = all.slice(mediaLimits.items).map(({ id }) => ({ name: id, why: 'too-many' as const }))
  return {
    items: all.slice(0, mediaLimits.items),
    troubles: [...troubles, ...tooMany].slice(0, mediaLimits.troubles),
  }
}

function shownFile({ name, kind, version }: FolderFile, until: Day | null, description: string): MediaFile {
  return { kind, id: name, until, address: `/media/${encodeURIComponent(name)}?v=${version}`, description }
}

function listOf(items: readonly MediaItem[]): MediaList {
  return {
    version: 1,
    items: items.map((item) =>
      item.kind === 'slide'
        ? { kind: 'slide', id: item.id, until: item.until, words: { ...item.words } }
        : { kind: 'file', id: item.id, until: item.until, description: item.description },
    ),
  }
}

const lookEveryMs = 30_000
