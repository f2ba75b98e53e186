import { connect as connectSocket, type Socket } from 'node:net'
import type { Clock } from '../emulator/clock.ts'
import { Inbox } from './inbox.ts'
import { type ByteLink, type Connected, type LinkFailure, type Transport, type WriteResult, failureOf } from './link.ts'
import { within } from './time-limit.ts'

/**
 * A network printer on port 9100. Such printers serve one host at a time, so a connection lives for one exchange only
 * and others can print in between. That also finds a printer that lost its power without saying goodbye: nobody
 * answers the next connection.
 */
export function tcpTransport(host: string, port: number, clock: Clock): Transport {
  const name = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
  return {
    name,
    manner: 'shared',
    byteMs: 0,
    connect: (deadlineMs) => connect(host, port, name, clock, deadlineMs),
  }
}

function connect(host: string, port: number, name: string, clock: Clock, deadlineMs: number): Promise<Connected> {
  const socket = connectSocket({ host, port, noDelay: true })
  const inbox = new Inbox<LinkFailure>()
  socket.on('error', (error) => inbox.end(failureOf(error, name)))
  socket.on('close', () => inbox.end({ trouble: 'unplugged', detail: `${name} ended the connection` }))
  socket.on('data', (bytes) => inbox.give(bytes))

  const opened = new Promise<Connected>((resolve) => {
    inbox.onEnd((failure) => resolve({ kind: 'failed', failure }))
    socket.once('connect', () => resolve({ kind: 'open', link: new TcpLink(socket, name, inbox, clock) }))
  })
  return within<Connected, Connected>(clock, deadlineMs, opened, () => {
    socket.destroy()
    return { kind: 'failed', failure: failureOf(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' }), name) }
  })
}

class TcpLink implements ByteLink {
  readonly #socket: Socket
  readonly #name: string
  readonly #inbox: Inbox<LinkFailure>
  readonly #clock: Clock

  constructor(socket: Socket, name: string, inbox: Inbox<LinkFailure>, clock: Clock) {
    this.#socket = socket
    this.#name = name
    this.#inbox = inbox
    this.#clock = clock
  }

  write(bytes: Uint8Array, deadlineMs: number): Promise<WriteResult> {
    const gone = this.#inbox.ended
    if (gone) return Promise.resolve({ kind: 'failed', begun: false, failure: gone.value })
    const written = new Promise<WriteResult>((resolve) => {
      const failed = (failure: LinkFailure) => resolve({ kind: 'failed', begun: true, failure })
      // Node calls back without an error for a write that a destroyed socket never sent: only the end tells.
      const forget = this.#inbox.onEnd(failed)
      this.#socket.write(bytes, (error) => {
        forget()
        if (error) failed(failureOf(error, this.#name))
        else resolve({ kind: 'written' })
      })
    })
    return within<WriteResult, WriteResult>(this.#clock, deadlineMs, written, () => ({
      kind: 'failed',
      begun: true,
      failure: { trouble: 'offline', detail: `${this.#name} takes no more bytes: the printer holds the line` },
    }))
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#inbox.onData(listener)
  }

  onEnd(listener: (failure: LinkFailure) => void): void {
    this.#inbox.onEnd(listener)
  }

  /** A fresh connection has just shown that the printer is there. */
  check(): Promise<void> {
    return Promise.resolve()
  }

  /** Says goodbye properly, since some printers drop what they hold when a connection breaks. */
  async close(): Promise<void> {
    this.#inbox.end({ trouble: 'unplugged', detail: `${this.#name} was closed here` })
    if (this.#socket.destroyed) return
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()))
    this.#socket.end()
    await within(this.#clock, goodbyeMs, closed, () => this.#socket.destroy())
  }
}

const goodbyeMs = 900
