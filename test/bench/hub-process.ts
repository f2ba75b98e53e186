import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { stringify } from 'yaml'
import { hubEnvironment, hubNodeFlags } from '../../kiosk/node-flags.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ClientToServer, ServerToClient } from '../../shared/wire.ts'

/** A hub in a process of its own, as in an office, on a folder of its own. */
export interface HubProcess {
  readonly address: string
  readonly data: string
  /** From the start of the process to its word that it is ready, in ms. */
  readonly readyMs: number
  residentBytes(): number
  stop(): Promise<void>
}

const root = path.join(import.meta.dirname, '..', '..')

export async function startHubProcess(): Promise<HubProcess> {
  const data = mkdtempSync(path.join(tmpdir(), 'loket-bench-'))
  const office = path.join(data, 'office.yaml')
  writeFileSync(office, stringify(officeOfManyServices))
  const begun = performance.now()
  const flags = ['--port', '0', '--host', '127.0.0.1', '--data', data, '--office', office, '--setup-code', 'BENCH-CODE']
  const child = fork(path.join(root, 'dist/app/hub.mjs'), flags, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...hubNodeFlags],
    env: { ...hubEnvironment, ...process.env },
  })
  const address = await readyAddress(child)
  const readyMs = performance.now() - begun
  return {
    address,
    data,
    readyMs,
    residentBytes: () => {
      const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      return Number(line?.[1] ?? Number.NaN) * 1024
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export type Client = Socket<ServerToClient, ClientToServer>

export async function connect(hub: HubProcess, hello: object): Promise<Client> {
  const socket: Client = io(hub.address, {
    auth: hello,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: hub.address },
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

let presses = 0

export async function press(kiosk: Client, service: string): Promise<Taken> {
  const id = `bench-press-${++presses}`
  const answer = await kiosk.emitWithAck('command', { id, command: { type: 'TakeTicket', service, class: 'regular' } })
  if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.outcome
}

export type Taken = Extract<Outcome, { kind: 'ticket-taken' }>

/** Twenty-six services of 999 numbers each: room for any number of presses measured here. */
export const benchServices = Array.from({ length: 26 }, (_, i) => `service-${i + 1}`)

const officeOfManyServices = {
  name: 'Bench',
  timeZone: 'Asia/Jakarta',
  services: benchServices.map((id, i) => ({
    id,
    letter: String.fromCharCode(65 + i),
    name: `Layanan ${i + 1}`,
    colour: 'blue',
    pictogram: 'help',
  })),
  counters: [{ id: '1', name: 'Loket 1', services: benchServices }],
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { address: string }) => resolve(message.address))
    child.once('exit', (code) => reject(new Error(`the hub ended with code ${code}`)))
  })
}
