import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteLedger } from '../../kiosk/hub/sqlite-ledger.ts'
import { testFolder } from '../hub/folder.ts'
import type { Client } from '../hub/running-hub.ts'

/**
 * Promise 1, against a process that is killed outright at any moment: ten kiosks press without pause, each sends its
 * press again until it is answered, and the hub is killed and started again under them. A kill does not lose what the
 * kernel holds, as a loss of power would; that every commit waits for the disk is held elsewhere (`synchronous=FULL`).
 */
test(
  'no acknowledged number is lost or given twice, however often the hub is killed',
  { timeout: 120_000 },
  async () => {
    const data = testFolder()
    let hub = await startHub(data, 0)
    const { port } = new URL(hub.address)
    const acknowledged: string[] = []
    let pressing = true
    const kiosks = Array.from({ length: 10 }, (_, k) => press(hub.address, k, () => pressing, acknowledged))
    for (let kill = 0; kill < kills; kill++) {
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 20 + ((kill * 7) % 23))
      hub.child.kill('SIGKILL')
      await hub.ended
      hub = await startHub(data, Number(port))
    }
    pressing = false
    await Promise.all(kiosks)
    hub.child.kill('SIGTERM')
    await hub.ended

    const opened = await openSqliteLedger(path.join(data, 'ledger.db'))
    if (!opened.ok) throw new Error(opened.damage.what)
    expect(await opened.ledger.verify()).toBeNull()
    await opened.ledger.close()
    const taken = opened.recorded.flatMap(({ event, command }) =>
      event.type === 'TicketTaken' ? [{ command, ...event }] : [],
    )
    const numbers = taken.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(taken.map(({ command }) => command)).size).toBe(taken.length)
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    expect(acknowledged.filter((number) => !numbers.includes(number))).toEqual([])
    // Every press was sent until it was answered, so the ledger holds the acknowledged ones and no others.
    expect(numbers.toSorted()).toEqual(acknowledged.toSorted())
  },
)

const kills = 6
const services = ['family-card', 'letters', 'civil-certificates', 'moving', 'pick-up']

/** One kiosk: presses one after another, each with its own id until it is answered. */
async function press(address: string, kiosk: number, more: () => boolean, acknowledged: string[]): Promise<void> {
  const socket: Client = io(address, {
    auth: { as: 'kiosk', screen: `kill-kiosk-${kiosk}` },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { origin: address },
  })
  onTestFinished(() => void socket.close())
  for (let n = 0; more(); n++) {
    const command = { type: 'TakeTicket', service: services[(kiosk + n) % services.length], class: 'regular' }
    for (let answered = false; !answered;) {
      try {
        const answer = await socket.timeout(500).emitWithAck('command', { id: `kill-${kiosk}-press-${n}`, command })
        if (!answer.ok || answer.outcome.kind !== 'ticket-taken') throw new Error(JSON.stringify(answer))
        acknowledged.push(answer.outcome.number)
        answered = true
      } catch (error) {
        // Not answered: the hub was killed. The same press is sent again.
        if (!(error instanceof Error) || !/timed out|disconnected/.test(error.message)) throw error
      }
    }
  }
  socket.close()
}

async function startHub(
  data: string,
  port: number,
): Promise<{ child: ChildProcess; address: string; ended: Promise<void> }> {
  const flags = ['--port', String(port), '--host', '127.0.0.1', '--data', data, '--setup-code', 'KILL-CODE']
  const main = path.join(import.meta.dirname, '../../dist/app/hub.mjs')
  const child = fork(main, flags, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { address: string }) => resolve(message.address))
    child.once('exit', (code) => reject(new Error(`the hub ended with code ${code}`)))
  })
  return { child, address, ended }
}
