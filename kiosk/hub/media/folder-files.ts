import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import {
  fileBytesMax,
  fileKind,
  isFitName,
  mediaLimits,
  type MediaFile,
  type MediaTrouble,
} from '../../../shared/media.ts'
import { contentType, headBytes, isAsNamed } from '../../../shared/media-content.ts'
import { listFileOf } from './list-file.ts'

/** What lies in the folder: files that can be shown, by name, and why others cannot. It changes nothing there. */
export interface FolderFile {
  readonly name: string
  readonly kind: MediaFile['kind']
  readonly type: string
  readonly bytes: number
  /** Changes whenever the file does. */
  readonly version: string
}

export interface FolderFiles {
  readonly files: readonly FolderFile[]
  readonly troubles: readonly MediaTrouble[]
}

/** Looks through the folder again and again; a file that has not changed is not opened again. */
export class FolderFinder {
  readonly #folder: string
  #known = new Map<string, boolean>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A folder that is not there is an empty one. */
  async look(): Promise<FolderFiles> {
    const names = (await readdir(this.#folder).catch(() => [])).toSorted((a, b) => a.localeCompare(b, 'id'))
    const files: FolderFile[] = []
    const troubles: MediaTrouble[] = []
    const known = new Map<string, boolean>()
    for (const name of names.slice(0, namesMax)) {
      const found = await this.#examine(name, known)
      if (typeof found === 'object' && found !== null) files.push(found)
      else if (found !== null) troubles.push({ name: readable(name), why: found })
    }
    this.#known = known
    return { files, troubles }
  }

  /** Null for what is the hub's own, or is gone meanwhile. */
  async #examine(name: string, known: Map<string, boolean>): Promise<FolderFile | MediaTrouble['why'] | null> {
    const own = listFileOf(name)
    if (own === 'list' || name === addingName) return null
    if (own === 'aside') return 'list-set-aside'
    if (name.startsWith('.')) return 'hidden'
    // A link may lead out of the folder.
    const stat = await lstat(path.join(this.#folder, name)).catch(() => null)
    if (stat === null) return null
    if (!stat.isFile()) return 'no-file'
    const kind = fileKind(name)
    const type = contentType(name)
    if (kind === null || type === null) return 'unfit-ending'
    if (!isFitName(name)) return 'unfit-name'
    if (stat.size > fileBytesMax(kind)) return `${kind}-too-large`
    const version = `${stat.size.toString(36)}-${Math.floor(stat.mtimeMs).toString(36)}`
    const key = `${name}/${version}`
    const isGood = this.#known.get(key) ?? isAsNamed(name, await headOf(path.join(this.#folder, name)))
    known.set(key, isGood)
    return isGood ? { name, kind, type, bytes: stat.size, version } : 'not-as-named'
  }
}

/** Where files are written until they are whole; the hub clears it at its start. */
export const addingName = '.adding'

/** The first bytes of a file; none where it cannot be read. */
async function headOf(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return new Uint8Array()
  }
}

function readable(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?').slice(0, mediaLimits.nameLength)
}

const namesMax = 1_000
