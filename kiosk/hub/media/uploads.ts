import type { IncomingMessage } from 'node:http'
import { mkdir, open, readdir, rename, rm, statfs, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { EpochMs } from '../../../shared/ids.ts'
import {
  endingOf,
  fileBytesMax,
  fileKind,
  fitNameFor,
  mediaLimits,
  type MediaFile,
  type UploadAnswer,
  type UploadRefusal,
} from '../../../shared/media.ts'
import type { UploadRight } from '../../../shared/media-orders.ts'
import type { PlainReason } from '../../../shared/refusals.ts'
import type { Clock } from '../../clock.ts'
import type { Randomness } from '../../randomness.ts'
import type { Log } from '../log.ts'
import { syncFolder } from '../replace-file.ts'
import { headBytes, isAsNamed } from '../../../shared/media-content.ts'
import { addingName } from './folder-files.ts'
import type { MediaFolder } from './media-folder.ts'

/**
 * Files on their way from a desk into the folder.
 *
 * A-1  A file is taken only with a right that was given to a signed-in desk a moment before: for one file of this name
 *      and size, once.
 * A-2  It is written beside the folder's files and moved among them only when it is whole and what its name says;
 *      whatever ends it before that leaves nothing behind.
 * A-3  It never takes the last of the disk: the ledger must be able to write for months.
 */
export class Uploads {
  readonly #folder: MediaFolder
  readonly #parts: UploadParts
  readonly #rights = new Map<string, Right>()
  readonly #underWay = new Set<{ bytesLeft: number }>()

  constructor(folder: MediaFolder, parts: UploadParts) {
    this.#folder = folder
    this.#parts = parts
  }

  /** The right to send a file of this name and size, to a name of the folder's that is free; or why it is not wanted. */
  async offer(name: string, bytes: number): Promise<UploadRight | PlainReason> {
    const kind = fileKind(name)
    if (kind === null) return 'file-kind-unknown'
    if (bytes > fileBytesMax(kind)) return `${kind}-too-large`
    if (this.#folder.found.items.length >= mediaLimits.items) return 'too-many-media'
    if (!(await this.#hasRoomFor(bytes))) return 'disk-nearly-full'
    const now = this.#parts.clock.now()
    for (const [token, { until }] of this.#rights) if (until < now) this.#rights.delete(token)
    const [oldest] = this.#rights.keys()
    if (oldest !== undefined && this.#rights.size >= rightsMax) this.#rights.delete(oldest)
    const free = await this.#freeName(fitNameFor(name))
    const token = this.#parts.randomness.token()
    this.#rights.set(token, { name: free, kind, bytes, until: now + rightMs })
    return { path: `/media/${encodeURIComponent(free)}`, token }
  }

  /** Takes the body of a request as the file of this name. The rest of a body that it refuses is not read. */
  async receive(name: string, token: string, request: IncomingMessage): Promise<UploadAnswer> {
    const right = this.#rights.get(token)
    this.#rights.delete(token)
    const declared = request.headers['content-length']
    if (
      right === undefined ||
      right.name !== name ||
      right.until < this.#parts.clock.now() ||
      (declared !== undefined && Number(declared) !== right.bytes)
    )
      return { ok: false, reason: 'not-allowed' }
    if (!(await this.#hasRoomFor(right.bytes))) return { ok: false, reason: 'disk-nearly-full' }
    const reason = await this.#keep(right, request)
    return reason === null ? { ok: true } : { ok: false, reason }
  }

  async #keep(right: Right, request: IncomingMessage): Promise<UploadRefusal | null> {
    const adding = path.join(this.#folder.folder, addingName)
    const temporary = path.join(adding, this.#parts.randomness.token())
    const progress = { bytesLeft: right.bytes }
    this.#underWay.add(progress)
    try {
      await mkdir(adding, { recursive: true })
      const handle = await open(temporary, 'wx', 0o600)
      try {
        const refused = await this.#write(right, request, handle, progress)
        if (refused !== null) return refused
        await handle.sync()
      } finally {
        await handle.close()
      }
      if (this.#folder.found.items.length >= mediaLimits.items) return 'too-many-media'
      await rename(temporary, path.join(this.#folder.folder, right.name))
      await syncFolder(this.#folder.folder)
      return (await this.#folder.added(right.name)) === null ? null : 'not-saved'
    } catch (error) {
      this.#parts.log.error('a file for the TVs could not be kept', { why: String(error) })
      return 'not-saved'
    } finally {
      this.#underWay.delete(progress)
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }

  async #write(
    right: Right,
    request: IncomingMessage,
    handle: FileHandle,
    progress: { bytesLeft: number },
  ): Promise<UploadRefusal | null> {
    const head = new Uint8Array(headBytes)
    let written = 0
    let looked = 0
    try {
      // The answer still has to go out over the same connection.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (written < headBytes) head.set(chunk.subarray(0, headBytes - written), written)
        const isHeadWhole = written < headBytes && written + chunk.length >= headBytes
        if (isHeadWhole && !isAsNamed(right.name, head)) return 'file-not-as-named'
        if (written + chunk.length > right.bytes) return `${right.kind}-too-large`
        await writeWhole(handle, chunk)
        written += chunk.length
        progress.bytesLeft = right.bytes - written
        if (written - looked < lookAtDiskEveryBytes) continue
        looked = written
        if (!(await this.#hasRoomFor(0))) return 'disk-nearly-full'
      }
    } catch (error) {
      if (request.complete || !request.destroyed) throw error
    }
    if (written !== right.bytes) return 'upload-broken-off'
    return isAsNamed(right.name, head.subarray(0, written)) ? null : 'file-not-as-named'
  }

  /** Whether the disk keeps its reserve once everything on its way and so many bytes more are written. */
  async #hasRoomFor(bytes: number): Promise<boolean> {
    const coming = [...this.#underWay].reduce((sum, { bytesLeft }) => sum + bytesLeft, bytes)
    const free = await this.#parts.freeBytes(this.#folder.folder).catch(() => 0)
    return free - coming >= reserveBytes
  }

  /** `poster.jpg`, or `poster-2.jpg` where that is taken. */
  async #freeName(wanted: string): Promise<string> {
    const lying = await readdir(this.#folder.folder).catch(() => [])
    const taken = new Set(
      [...lying, ...[...this.#rights.values()].map(({ name }) => name)].map((each) => each.toLowerCase()),
    )
    const ending = endingOf(wanted)
    const stem = wanted.slice(0, -ending.length - 1)
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${stem}-${count}.${ending}`
      if (!taken.has(name.toLowerCase())) return name
    }
  }
}

export interface UploadParts {
  readonly clock: Clock
  readonly randomness: Randomness
  readonly log: Log
  /** Bytes that this user may still write on the disk of a folder. */
  readonly freeBytes: (folder: string) => Promise<number>
}

interface Right {
  readonly name: string
  readonly kind: MediaFile['kind']
  readonly bytes: number
  readonly until: EpochMs
}

export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function writeWhole(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

/** Always left free for the ledger. */
const reserveBytes = 500_000_000
const lookAtDiskEveryBytes = 8_000_000
/** From the right being given to the first byte. */
const rightMs = 60_000
const rightsMax = 8
