import { execFile } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { promisify } from 'node:util'
import type { EmulatedPrinter } from './device.ts'

/** The printer as a host finds it on a USB printer port. */
export interface FileAttachment {
  readonly path: string
  close(): Promise<void>
}

/**
 * Makes a fifo at `path`, which must not exist, in the place of /dev/usb/lp0: what a host writes into it goes to the
 * printer. Unplugged, the fifo is gone and a writer gets EPIPE; plugged in, it is there again.
 *
 * A fifo has one direction, so the printer is not heard: a host sees what it would of a mute one. A host must open it
 * for writing only, or it reads its own bytes and keeps the fifo alive. For a port that answers, `attachPty` gives one.
 */
export async function attachFile(device: EmulatedPrinter, path: string): Promise<FileAttachment> {
  let stop: (() => Promise<void>) | null = await readFifo(device, path)
  let settled = Promise.resolve()
  const follow = async (before: Promise<void>, plugged: boolean) => {
    await before
    await stop?.()
    stop = plugged ? await readFifo(device, path) : null
  }
  const unsubscribe = device.subscribe((event) => {
    if (event.kind === 'cable') settled = follow(settled, event.plugged)
  })
  return {
    path,
    async close() {
      unsubscribe()
      await settled
      await stop?.()
      stop = null
    },
  }
}

async function readFifo(device: EmulatedPrinter, path: string): Promise<() => Promise<void>> {
  await promisify(execFile)('mkfifo', [path])
  // Open for writing too, or the fifo ends when its first writer does; not blocking, or a thread would be parked.
  const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const socket = new Socket({ fd, readable: true, writable: false })
  const end = device.connect({
    reply: () => undefined,
    flow: (reading) => (reading ? socket.resume() : socket.pause()),
    gone: () => socket.destroy(),
  })
  socket.on('data', (bytes) => end.receive(bytes))
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return async () => {
    end.disconnect()
    socket.destroy()
    await closed
    await rm(path, { force: true })
  }
}
