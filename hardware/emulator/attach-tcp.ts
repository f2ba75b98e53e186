import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { EmulatedPrinter } from './device.ts'

/** The printer as a host finds it in the network. */
export interface TcpAttachment {
  readonly port: number
  close(): Promise<void>
}

/** Hosts that may wait for their turn. */
const waitingMax = 16

/**
 * Puts the printer behind a TCP port on this machine, as a network printer does on 9100: it serves one host at a time
 * and lets the others wait, connected and unheard, until the first has closed. Bytes of a closed connection are still
 * printed. Unplugged, it breaks its connections and refuses new ones on the same port until plugged in.
 */
export async function attachTcp(
  device: EmulatedPrinter,
  { port = 0 }: { readonly port?: number } = {},
): Promise<TcpAttachment> {
  const waiting: Socket[] = []
  let serving: Socket | null = null

  const serveNext = () => {
    const socket = waiting.shift()
    serving = socket ?? null
    if (!socket) return
    // The printer may say at once that it takes nothing now; its word comes after this one.
    socket.resume()
    const end = device.connect({
      reply: (bytes) => socket.write(bytes),
      flow: (reading) => (reading ? socket.resume() : socket.pause()),
      gone: () => socket.resetAndDestroy(),
    })
    socket.on('data', (bytes) => end.receive(bytes))
    socket.on('close', () => {
      end.disconnect()
      if (serving === socket) serveNext()
    })
  }

  const server = createServer({ pauseOnConnect: true }, (socket) => {
    // A broken connection is followed by 'close', which is where it is dealt with.
    socket.on('error', () => undefined)
    if (waiting.length >= waitingMax) {
      socket.destroy()
      return
    }
    socket.on('close', () => {
      const place = waiting.indexOf(socket)
      if (place >= 0) waiting.splice(place, 1)
    })
    waiting.push(socket)
    if (serving === null) serveNext()
  })

  const listen = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject)
        resolve(addressPort(server.address()))
      })
    })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of waiting.splice(0)) socket.destroy()
      serving?.destroy()
    })

  const bound = await listen(port)
  let settled = Promise.resolve()
  const follow = async (before: Promise<void>, plugged: boolean) => {
    await before
    if (plugged) await listen(bound)
    else await stop()
  }
  const unsubscribe = device.subscribe((event) => {
    if (event.kind === 'cable') settled = follow(settled, event.plugged)
    // Switched off it falls silent without a word; switched on it knows nothing of its old connections.
    if (event.kind === 'power' && event.on) serving?.resetAndDestroy()
  })
  return {
    port: bound,
    async close() {
      unsubscribe()
      await settled
      await stop()
    },
  }
}

function addressPort(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The printer is not listening on a TCP port')
  return address.port
}
