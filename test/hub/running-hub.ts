import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { systemClock } from '../../kiosk/clock.ts'
import { startHub, type Hub, type HubOptions } from '../../kiosk/hub/hub.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { ClientToServer, DeviceDoor, DoorAnswer, ServerToClient, View, ViewMessage } from '../../shared/wire.ts'
import { testFolder } from './folder.ts'

/** A whole hub on a free port and a folder of its own, ended with the test. Its pages are stand-ins: see `web`. */
export async function runningHub(change: Partial<HubOptions> = {}): Promise<RunningHub> {
  const data = change.data ?? testFolder()
  const errors: string[] = []
  const hub = await startHub({
    data,
    web: change.web ?? emptyPages(),
    host: '127.0.0.1',
    port: 0,
    office: undefined,
    setupCode: 'TEST-CODE',
    version: 'test',
    clock: systemClock,
    randomness: systemRandomness,
    log: { info: () => {}, error: (what, details) => errors.push(`${what} ${JSON.stringify(details)}`) },
    onBroken: (error) => errors.push(String(error)),
    ...change,
  })
  onTestFinished(() => hub.stop())
  return { ...hub, data, errors }
}

export interface RunningHub extends Hub {
  readonly data: string
  /** Whatever the hub logged as an error. */
  readonly errors: readonly string[]
}

export type Client = Socket<ServerToClient, ClientToServer>

/** Opens a socket as a page or program would, and waits until it is in or refused. */
export async function client(hub: Hub, hello: object, headers: Record<string, string> = {}): Promise<Client> {
  const socket: Client = io(hub.address, {
    auth: hello,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: hub.address, ...headers },
  })
  onTestFinished(() => void socket.close())
  // The hub may speak in the same moment in which it lets a socket in.
  socket.on('device', (door) => doors.set(socket, door))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

/** What a device was last told at the door; waits for the first word. */
export async function deviceDoor(socket: Client): Promise<DeviceDoor> {
  const said = doors.get(socket)
  return said ?? new Promise((resolve) => socket.once('device', resolve))
}

const doors = new WeakMap<Client, DeviceDoor>()

let commands = 0

export function give(socket: Client, command: object, id = `test-command-${++commands}`): Promise<Answer> {
  return socket.timeout(answerMsMax).emitWithAck('command', { id, command })
}

export function ask(socket: Client, message: object): Promise<DoorAnswer> {
  return socket.timeout(answerMsMax).emitWithAck('door', message as never)
}

/** The next view that fits; fails the test when none comes in time. */
export function viewWhere<V extends View>(socket: Client, fits: (view: V) => boolean): Promise<ViewMessage<V>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.off('view', look)
      reject(new Error('no view came that fits'))
    }, answerMsMax)
    const look = (message: ViewMessage) => {
      const typed = message as ViewMessage<V>
      if (!fits(typed.view)) return
      clearTimeout(timer)
      socket.off('view', look)
      resolve(typed)
    }
    socket.on('view', look)
    socket.emit('refresh')
  })
}

/** A desk at which a supervisor has signed in. */
export async function signedInDesk(hub: Hub): Promise<Client> {
  const desk = await client(hub, { as: 'desk', screen: 'test-desk-1' })
  const answer = await ask(desk, { type: 'SetUp', code: 'TEST-CODE', name: 'Siti', pin: '482913' })
  if (!answer.ok) throw new Error(`not set up: ${answer.refusal.reason}`)
  return desk
}

function emptyPages(): string {
  const web = path.join(testFolder(), 'web')
  for (const page of ['kiosk/screen', 'display/lobby', 'display/desk', 'display/phone', 'display/status']) {
    mkdirSync(path.join(web, page), { recursive: true })
    writeFileSync(path.join(web, page, 'index.html'), `<!doctype html><title>${page}</title>`)
  }
  return web
}

const answerMsMax = 5_000
