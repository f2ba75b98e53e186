import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { Server, type Socket } from 'socket.io'
import { expect, onTestFinished, test, vi } from 'vitest'
import { phraseKey, type Phrase } from '../../shared/voice/phrase.ts'
import { testFolder } from '../hub/folder.ts'

// The voice as it is started, beside a stand-in for the hub: a socket that says what is wanted.

const main = path.join(import.meta.dirname, '..', '..', 'kiosk', 'voice', 'main.ts')
const call: Phrase = { language: 'id', text: 'Nomor antrean A nol nol satu. Silakan menuju Loket satu.' }
const view = (phrases: readonly unknown[]) => ({ epoch: 'e', version: 1, at: 0, view: { kind: 'voice', phrases } })

test('what the hub wants said lies in its data folder, and the voice comes back to a hub that was away', async () => {
  const hub = await standInHub()
  const data = testFolder()
  const { child } = start(hub.port, data)
  const socket = await hub.voice()
  expect({ hello: socket.handshake.auth, origin: socket.handshake.headers.origin }).toEqual({
    hello: { as: 'voice' },
    origin: `http://127.0.0.1:${hub.port}`,
  })
  socket.emit('view', view([call]))
  await soundOf(data, call)

  const sundanese: Phrase = { language: 'su', text: 'Nomer antrian A nol nol hiji. Mangga sumping ka Loket hiji.' }
  socket.conn.close()
  const again = await hub.voice()
  again.emit('view', view([sundanese]))
  await soundOf(data, sundanese)
  child.kill('SIGTERM')
  await expect.poll(() => child.exitCode).toBe(0)
})

test('a list it does not understand costs a line, and the next one is heard', async () => {
  const hub = await standInHub()
  const data = testFolder()
  const { lines } = start(hub.port, data)
  const socket = await hub.voice()
  for (const wrong of [
    null,
    'A001',
    view([{ language: 'xx', text: 'halo' }]),
    view(Array.from({ length: 500 }, () => call)),
  ])
    socket.emit('view', wrong)
  socket.emit('view', view([call]))
  await soundOf(data, call)
  expect(lines().filter((line) => line.startsWith('voice: a list of phrases is not understood:'))).toHaveLength(4)
})

test('without espeak-ng it says so in one line and stays', async () => {
  const hub = await standInHub()
  const data = testFolder()
  const { child, lines } = start(hub.port, data, { PATH: testFolder() })
  const socket = await hub.voice()
  socket.emit('view', view([call]))
  socket.emit('view', view([call]))
  await expect.poll(lines).toEqual(['voice: espeak-ng is not installed. As root: apt-get install -y espeak-ng'])
  expect({ exit: child.exitCode, made: existsSync(path.join(data, 'voice')) }).toEqual({ exit: null, made: false })
})

function start(port: number, data: string, environment: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(process.execPath, [main, '--port', String(port), '--data', data], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, ...environment },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  return { child, lines: () => said.split('\n').filter((line) => line !== '') }
}

async function standInHub() {
  const server = createServer()
  const io = new Server(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void io.close())
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const arrived: Socket[] = []
  io.on('connection', (socket) => arrived.push(socket))
  return {
    port: address.port,
    /** The voice's next connection. */
    voice: async () => {
      await vi.waitFor(() => expect(arrived).toHaveLength(1), { timeout: 10_000 })
      return arrived.pop()!
    },
  }
}

async function soundOf(data: string, phrase: Phrase): Promise<void> {
  const file = `${phraseKey(phrase)}.wav`
  await expect
    .poll(() => existsSync(path.join(data, 'voice')) && readdirSync(path.join(data, 'voice')).includes(file), {
      timeout: 10_000,
    })
    .toBe(true)
}
