import { close, constants, open, read, write } from 'node:fs'
import { promisify } from 'node:util'
import type { Clock } from '../emulator/clock.ts'
import { deviceNode } from './device-node.ts'
import { Inbox } from './inbox.ts'
import { type ByteLink, type Connected, type LinkFailure, type Transport, type WriteResult, failureOf } from './link.ts'
import { pause, within } from './time-limit.ts'

/**
 * A printer-class USB device, `/dev/usb/lp0`. Opened without blocking, so that a stuck printer costs a timer and never
 * a thread: Node has four of them for all files. Read only from a printer that speaks; a mute one is opened for
 * writing alone.
 */
export function lpTransport(path: string, speaks: boolean, clock: Clock): Transport {
  return {
    name: path,
    manner: 'kept',
    byteMs: 0,
    connect: (deadlineMs) =>
      within<Connected, Connected>(clock, deadlineMs, connect(path, speaks, clock), () => ({
        kind: 'failed',
        failure: { trouble: 'error', detail: `${path} could not be opened in time` },
      })),
  }
}

async function connect(path: string, speaks: boolean, clock: Clock): Promise<Connected> {
  const way = speaks ? constants.O_RDWR : constants.O_WRONLY
  try {
    const node = await deviceNode(path)
    // O_NOCTTY: a terminal opened by mistake must not become ours.
    const file = await files.open(path, way | constants.O_NONBLOCK | constants.O_NOCTTY)
    return { kind: 'open', link: new LpLink(file, path, node, speaks, clock) }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, path, group) }
  }
}

class LpLink implements ByteLink {
  readonly #file: number
  readonly #path: string
  readonly #node: string
  readonly #clock: Clock
  readonly #inbox = new Inbox<LinkFailure>()
  #closing: Promise<void> | null = null
  /** The read or write under way: the file is closed only after it, since its number may be given to another. */
  #busy: Promise<unknown> = Promise.resolve()
  #readSoonUntil = 0

  constructor(file: number, path: string, node: string, speaks: boolean, clock: Clock) {
    this.#file = file
    this.#path = path
    this.#node = node
    this.#clock = clock
    if (speaks) void this.#listen()
  }

  async write(bytes: Uint8Array, deadlineMs: number): Promise<WriteResult> {
    const deadline = this.#clock.now() + deadlineMs
    this.#readSoonUntil = this.#clock.now() + answersExpectedMs
    let sent = 0
    while (sent < bytes.length) {
      const gone = this.#inbox.ended
      if (gone) return { kind: 'failed', begun: sent > 0, failure: gone.value }
      const { taken, failure } = await this.#step(() => files.write(this.#file, bytes, sent, bytes.length - sent, null))
      if (failure) {
        this.#inbox.end(failure)
        return { kind: 'failed', begun: sent > 0, failure }
      }
      sent += taken
      if (taken > 0) continue
      if (this.#clock.now() >= deadline)
        return {
          kind: 'failed',
          begun: sent > 0,
          failure: { trouble: 'offline', detail: `${this.#path} takes no more bytes: the printer holds the line` },
        }
      await pause(this.#clock, retryMs)
    }
    this.#readSoonUntil = this.#clock.now() + answersExpectedMs
    return { kind: 'written' }
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#inbox.onData(listener)
  }

  onEnd(listener: (failure: LinkFailure) => void): void {
    this.#inbox.onEnd(listener)
  }

  async check(): Promise<void> {
    try {
      if ((await deviceNode(this.#path)) === this.#node) return
      this.#inbox.end({ trouble: 'unplugged', detail: `${this.#path} is another device now` })
    } catch (error) {
      this.#inbox.end(failureOf(error, this.#path, group))
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.#inbox.end({ trouble: 'unplugged', detail: `${this.#path} was closed here` })
    await this.#busy
    await files.close(this.#file).catch(() => undefined)
  }

  async #listen(): Promise<void> {
    const buffer = Buffer.alloc(64)
    while (!this.#inbox.ended) {
      const { taken, failure, code } = await this.#step(() => files.read(this.#file, buffer, 0, buffer.length, null))
      // A port of the one-way kind cannot be read: the printer is mute, and prints all the same.
      if (code === 'EINVAL') return
      if (failure) this.#inbox.end(failure)
      else if (taken > 0) this.#inbox.give(Uint8Array.from(buffer.subarray(0, taken)))
      else await pause(this.#clock, this.#clock.now() < this.#readSoonUntil ? readSoonMs : readIdleMs)
    }
  }

  /** One read or write that never blocks: the bytes it moved, 0 when the device is not ready, or why it failed. */
  async #step(act: () => Promise<number>): Promise<Step> {
    const before = this.#busy
    const acting = before.then(() => (this.#closing ? 0 : act()))
    this.#busy = acting.catch(() => undefined)
    try {
      return { taken: await acting }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      return code === 'EAGAIN' ? { taken: 0 } : { taken: 0, failure: failureOf(error, this.#path, group), code }
    }
  }
}

interface Step {
  readonly taken: number
  readonly failure?: LinkFailure
  readonly code?: string
}

const files = {
  open: promisify<string, number, number>((path, flags, done) => open(path, flags, done)),
  close: promisify<number, void>((file, done) => close(file, done)),
  read: promisify<number, Buffer, number, number, null, number>((...args) => read(...args)),
  write: promisify<number, Uint8Array, number, number, null, number>((...args) => write(...args)),
}

const group = 'lp'
/** Between two tries when the device takes no byte. */
const retryMs = 10
/** A device is looked at often while an answer may come, else seldom. */
const answersExpectedMs = 1500
const readSoonMs = 10
const readIdleMs = 250
