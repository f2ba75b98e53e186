import { SerialPort } from 'serialport'
import type { Clock } from '../emulator/clock.ts'
import type { SerialFlow } from './address.ts'
import { deviceNode } from './device-node.ts'
import { Inbox } from './inbox.ts'
import { type ByteLink, type Connected, type LinkFailure, type Transport, type WriteResult, failureOf } from './link.ts'
import { within } from './time-limit.ts'

/**
 * A printer on a serial line: RS-232, or USB that looks like it. A new SerialPort for each connection, since one that
 * was lost cannot be opened again; an error listener from the first moment to the last, since an error without one
 * ends the process. It never waits for `drain`, which would park a thread for as long as the printer is stuck.
 */
export function serialTransport(settings: SerialSettings, clock: Clock): Transport {
  const { path, baud, flow } = settings
  return {
    name: path,
    manner: 'kept',
    // One start bit, eight data bits, one stop bit.
    byteMs: 10_000 / baud,
    connect: (deadlineMs) => connect(path, baud, flow, clock, deadlineMs),
  }
}

interface SerialSettings {
  readonly path: string
  readonly baud: number
  readonly flow: SerialFlow
}

async function connect(path: string, baudRate: number, flow: SerialFlow, clock: Clock, deadlineMs: number) {
  const port = new SerialPort({
    path,
    baudRate,
    autoOpen: false,
    rtscts: flow === 'rtscts',
    xon: flow === 'xonxoff',
    xoff: flow === 'xonxoff',
  })
  const inbox = new Inbox<LinkFailure>()
  port.on('error', (error) => inbox.end(failureOf(error, path)))
  port.on('close', (error: Error | null) => inbox.end(failureOf(error ?? new Error('the line was cut'), path)))
  port.on('data', (bytes: Buffer) => inbox.give(bytes))

  const opened = openPort(port).then(
    async (): Promise<Connected> => {
      try {
        const node = await deviceNode(path)
        return { kind: 'open', link: new SerialLink(port, path, node, inbox, clock) }
      } catch (gone) {
        port.close()
        return { kind: 'failed', failure: failureOf(gone, path) }
      }
    },
    (error: Error): Connected => ({ kind: 'failed', failure: openFailure(error, path) }),
  )
  return within<Connected, Connected>(clock, deadlineMs, opened, () => {
    // An open that comes back after all must not hold the port against the next try.
    void opened.then((late) => (late.kind === 'open' ? late.link.close() : undefined))
    return { kind: 'failed', failure: { trouble: 'error', detail: `${path} could not be opened in time` } }
  })
}

function openPort(port: SerialPort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve()))
  })
}

/** serialport says in words what the operating system said in a code. */
export function openFailure(error: Error, path: string): LinkFailure {
  const codes: readonly (readonly [RegExp, string])[] = [
    [/permission denied/i, 'EACCES'],
    [/cannot lock port|temporarily unavailable|device or resource busy/i, 'EBUSY'],
    [/no such (file|device)|file not found/i, 'ENOENT'],
    [/inappropriate ioctl|not a tty|not a character device/i, 'ENOTTY'],
  ]
  const code = codes.find(([pattern]) => pattern.test(error.message))?.[1]
  return failureOf(code === undefined ? error : Object.assign(new Error(error.message), { code }), path)
}

class SerialLink implements ByteLink {
  readonly #port: SerialPort
  readonly #path: string
  readonly #node: string
  readonly #inbox: Inbox<LinkFailure>
  readonly #clock: Clock

  constructor(port: SerialPort, path: string, node: string, inbox: Inbox<LinkFailure>, clock: Clock) {
    this.#port = port
    this.#path = path
    this.#node = node
    this.#inbox = inbox
    this.#clock = clock
  }

  write(bytes: Uint8Array, deadlineMs: number): Promise<WriteResult> {
    const gone = this.#inbox.ended
    if (gone || !this.#port.isOpen)
      return Promise.resolve({
        kind: 'failed',
        begun: false,
        failure: gone?.value ?? failureOf(new Error('it is closed'), this.#path),
      })
    const written = new Promise<WriteResult>((resolve) => {
      const failed = (failure: LinkFailure) => resolve({ kind: 'failed', begun: true, failure })
      // A port that closes in the middle forgets the callback of its last write.
      const forget = this.#inbox.onEnd(failed)
      this.#port.write(Buffer.from(bytes), (error) => {
        forget()
        if (error) failed(failureOf(error, this.#path))
        else resolve({ kind: 'written' })
      })
    })
    return within<WriteResult, WriteResult>(this.#clock, deadlineMs, written, () => ({
      kind: 'failed',
      begun: true,
      failure: { trouble: 'offline', detail: `${this.#path} takes no more bytes: the printer holds the line` },
    }))
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#inbox.onData(listener)
  }

  onEnd(listener: (failure: LinkFailure) => void): void {
    this.#inbox.onEnd(listener)
  }

  /** A line that hung up in the moment it was opened is never reported, and keeps a core busy until it is closed. */
  async check(): Promise<void> {
    try {
      if ((await deviceNode(this.#path)) === this.#node) return
      this.#inbox.end({ trouble: 'unplugged', detail: `${this.#path} is another device now` })
    } catch (error) {
      this.#inbox.end(failureOf(error, this.#path))
    }
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (!this.#port.isOpen) return resolve()
      // `flush` throws away what the kernel still holds, so that the close does not wait for a printer that is stuck.
      this.#port.flush(() => {
        if (this.#port.isOpen) this.#port.close(() => resolve())
        else resolve()
      })
    })
    this.#inbox.end({ trouble: 'unplugged', detail: `${this.#path} was closed here` })
    await within(this.#clock, closeMs, closed, () => undefined)
  }
}

const closeMs = 1000
