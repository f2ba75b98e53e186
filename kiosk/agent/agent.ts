import { io, type Socket } from 'socket.io-client'
import { parseAddresses } from '../../hardware/printer/address-list.ts'
import { loadEncoder } from '../../hardware/printer/encode.ts'
import type { Answer } from '../../shared/outcome.ts'
import { handSchema, type ClientToServer, type Hello, type ServerToClient } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'
import type { Randomness } from '../randomness.ts'
import { PrinterHands } from './hands.ts'
import { HubSilence } from './hub-silence.ts'
import { readLogo } from './logo-keeper.ts'
import { PaperAlbum } from './paper-album.ts'
import { openPrinters } from './printers.ts'
import { Spooler } from './spooler.ts'

/** The program beside a printer: it holds the printer open, the link to the hub, and the spooler between them. */
export interface AgentOptions {
  /** The hub, `http://127.0.0.1:8080`. */
  readonly hub: string
  /** The printer's address as in the settings; with spare printers several, with commas between them. */
  readonly printer: string
  /** Folder for the papers of a virtual printer. */
  readonly papers: string
  /** Folder in which the office may have put its `logo.png`. */
  readonly data?: string
  /** The token by which a hub on another machine knows this agent; undefined on the hub's own machine. */
  readonly device: string | undefined
  readonly clock: Clock
  readonly randomness: Randomness
  readonly log: (line: string) => void
  /** A hub on another machine has let this agent in: the token to keep. */
  readonly onPaired: (device: string) => void
}

export interface Agent {
  stop(): Promise<void>
}

/** Why the agent cannot start, in one line that names the setting. */
export class PrinterAddressRefused extends Error {}

export async function startAgent(options: AgentOptions): Promise<Agent> {
  const { clock, randomness, log } = options
  const parsed = parseAddresses(options.printer)
  if (parsed.kind === 'wrong') throw new PrinterAddressRefused(`--${parsed.message}`)
  const logo = options.data === undefined ? null : await readLogo(options.data, log)
  const album = new PaperAlbum(options.papers, () => clock.now())
  const { port, encode, preview, builtIn } = await openPrinters(parsed.addresses, { clock, log, album, logo })
  const socket: Socket<ServerToClient, ClientToServer> = io(options.hub, {
    auth: helloWith(options.device),
    // The hub's gate asks every socket for an origin; a browser would name the hub's own pages.
    extraHeaders: { origin: options.hub },
    transports: ['websocket'],
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
    retries: Number.MAX_SAFE_INTEGER,
    ackTimeout: 4_000,
  })

  const spooler = new Spooler({
    printer: port,
    give: (id, command) =>
      new Promise<Answer>((resolve) => {
        // With retries, socket.io calls back with an error first; it gives up never, so there is none.
        socket.emit('command', { id, command }, (...answer: unknown[]) => resolve(answer.at(-1) as Answer))
      }),
    commandId: () => randomness.commandId(),
    encode,
    clock,
    log,
  })

  const hands = new PrinterHands(
    builtIn,
    clock,
    (machine) =>
      new Promise((resolve) => {
        // Told anew on the next connection. Volatile, so that it never stands in the line of the reports; so it is also
        // dropped when something else is just being written, and told again.
        if (!socket.connected) return resolve(true)
        return socket.volatile
          .timeout(machineMsMax)
          .emit('machine', machine, (error: Error | null) => resolve(error === null))
      }),
  )

  const silence = new HubSilence(options.hub, clock, log)
  socket.on('connect', () => {
    silence.reached()
    spooler.connected()
    hands.tell()
  })
  socket.on('connect_error', (error) => {
    // The socket's own words for every attempt that did not come as far as the hub's door.
    if (/^(websocket error|timeout)$/.test(error.message)) silence.failed()
    else log(`the hub does not let this agent in: ${error.message}`)
  })
  socket.on('view', ({ view }) => {
    if (view.kind === 'agent') spooler.show(view)
  })
  socket.on('slip', (paper, taken) => {
    taken()
    spooler.slip(paper)
  })
  socket.on('preview', (paper, drawn) => {
    preview(paper).then(drawn, (error: unknown) => {
      log(`the ticket cannot be shown: ${String(error)}`)
      drawn(null)
    })
  })
  socket.on('hand', (asked, done) => {
    const hand = handSchema.safeParse(asked)
    if (!hand.success) return
    hands.act(hand.data)
    done()
  })
  socket.on('device', (door) => {
    if (door.state === 'unpaired') {
      log(`The hub does not know this printer yet. Type this code at a desk that is signed in: ${door.pairingCode}`)
      return
    }
    options.onPaired(door.device)
    socket.auth = helloWith(door.device)
    socket.disconnect().connect()
  })
  // Loading the encoder takes a fifth of a second on a desktop; the first resident should not wait for it.
  await loadEncoder()

  return {
    stop: async () => {
      // First nothing more is begun: a closed printer refuses what waits, and the next run would print it.
      const spooled = spooler.stop()
      hands.stop()
      await port.close()
      await spooled
      socket.close()
    },
  }
}

function helloWith(device: string | undefined): Hello {
  return { as: 'agent', ...(device !== undefined && { device }) }
}

/** How long the hub may take to hear how the built-in printer is, until it is told again. */
const machineMsMax = 400
