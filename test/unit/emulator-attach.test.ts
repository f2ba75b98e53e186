import { constants, existsSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SerialPort } from 'serialport'
import { expect, onTestFinished, test } from 'vitest'
import { attachFile } from '../../hardware/emulator/attach-file.ts'
import { attachPty, type PtyOptions } from '../../hardware/emulator/attach-pty.ts'
import { attachTcp } from '../../hardware/emulator/attach-tcp.ts'
import { ManualClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { serialLine } from '../../hardware/emulator/line-speed.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'

/** Goal: a host reaches the printer through the means hosts use, and sees the cable come and go as it would. */

const instant = { ...epson80, speedMmPerSecond: null }
const ticket = Buffer.from('A012\n\x1dV\x42\0', 'latin1')
const askOffline = Buffer.from([0x10, 0x04, 1])
const deadlineMs = 10_000

/** Waits until the condition holds; the test fails when it does not in time. */
async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + deadlineMs
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not so after ${deadlineMs} ms: ${condition.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** Waits until what a host still holds has stopped shrinking. */
async function untilStuck(heldBytes: () => number): Promise<void> {
  let held = 0
  let unchanged = 0
  await until(() => {
    const now = heldBytes()
    unchanged = now === held ? unchanged + 1 : 0
    held = now
    return now > 0 && unchanged >= 20
  })
}

function setUpDevice(profile = instant) {
  const device = new EmulatedPrinter(profile)
  return { device, sheets: () => device.sheets().map((sheet) => sheet.lines) }
}

async function tcpHost(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  const host = { socket, heard: '', closed: false, error: '' }
  socket.on('data', (bytes) => (host.heard += bytes.toString('hex')))
  socket.on('error', (error: NodeJS.ErrnoException) => (host.error = error.code ?? error.message))
  socket.on('close', () => (host.closed = true))
  onTestFinished(() => void socket.destroy())
  await until(() => host.closed || socket.readyState === 'open')
  return host
}

test('tcp: a ticket goes in, the answer comes out', async () => {
  const { device, sheets } = setUpDevice()
  const tcp = await attachTcp(device)
  onTestFinished(() => tcp.close())
  const host = await tcpHost(tcp.port)
  host.socket.write(Buffer.concat([ticket, askOffline]))
  await until(() => host.heard !== '')
  expect([host.heard, sheets()]).toEqual(['12', [['A012']]])
})

test('tcp: a second host waits unheard until the first has closed', async () => {
  const { device, sheets } = setUpDevice()
  const tcp = await attachTcp(device)
  onTestFinished(() => tcp.close())
  const first = await tcpHost(tcp.port)
  const second = await tcpHost(tcp.port)
  second.socket.write(Buffer.from('second\n\x1dV\x42\0', 'latin1'))
  first.socket.write(Buffer.concat([Buffer.from('first\n\x1dV\x42\0', 'latin1'), askOffline]))
  await until(() => first.heard !== '')
  const whileFirst = sheets()
  first.socket.end()
  await until(() => device.sheets().length === 2)
  expect([whileFirst, sheets()]).toEqual([[['first']], [['first'], ['second']]])
})

test('tcp: unplugged the connection breaks and none is taken; plugged in, the same port answers', async () => {
  const { device, sheets } = setUpDevice()
  const tcp = await attachTcp(device)
  onTestFinished(() => tcp.close())
  const host = await tcpHost(tcp.port)
  host.socket.write(askOffline)
  await until(() => host.heard !== '')
  device.unplug()
  await until(() => host.closed)
  const refused = await tcpHost(tcp.port)
  device.plug()
  let again = await tcpHost(tcp.port)
  while (again.error === 'ECONNREFUSED') again = await tcpHost(tcp.port)
  again.socket.write(ticket)
  await until(() => device.sheets().length === 1)
  expect([host.error, refused.error, sheets()]).toEqual(['ECONNRESET', 'ECONNREFUSED', [['A012']]])
})

test('tcp: switched off it is silent on an open connection; switched on it knows that connection no more', async () => {
  const { device, sheets } = setUpDevice()
  const tcp = await attachTcp(device)
  onTestFinished(() => tcp.close())
  const host = await tcpHost(tcp.port)
  host.socket.write(askOffline)
  await until(() => host.heard !== '')
  device.powerOff()
  const whileOff = host.closed
  device.powerOn()
  await until(() => host.closed)
  const again = await tcpHost(tcp.port)
  again.socket.write(ticket)
  await until(() => device.sheets().length === 1)
  expect([whileOff, host.error, sheets()]).toEqual([false, 'ECONNRESET', [['A012']]])
})

test('tcp: a printer that does not read makes its host wait, and loses nothing', async () => {
  const { device } = setUpDevice()
  const tcp = await attachTcp(device)
  onTestFinished(() => tcp.close())
  const host = await tcpHost(tcp.port)
  device.stall()
  let written = false
  // Far more than two sockets hold: commands nobody knows, each 64 KB long.
  const command = Buffer.concat([Buffer.from([0x1d, 0x28, 0x7a, 0xff, 0xff]), Buffer.alloc(65_535)])
  const stream = Buffer.concat(Array.from({ length: 200 }, () => command))
  host.socket.write(stream, () => (written = true))
  await untilStuck(() => host.socket.writableLength)
  const beforeResume = [written, device.snapshot().receivedBytes]
  device.resume()
  await until(() => device.snapshot().receivedBytes === stream.length)
  expect([beforeResume, device.hanging().unknownCount]).toEqual([[false, 0], 200])
})

async function setUpPty(options: PtyOptions = {}, profile = instant) {
  const { device, sheets } = setUpDevice(profile)
  const pty = await attachPty(device, options)
  onTestFinished(() => pty.close())
  return { device, sheets, pty }
}

async function serialHost(path: string) {
  const port = new SerialPort({ path, baudRate: 9600, autoOpen: false })
  const host = { port, heard: '', closed: false }
  port.on('data', (bytes: Buffer) => (host.heard += bytes.toString('hex')))
  port.on('close', () => (host.closed = true))
  port.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())))
  onTestFinished(async () => {
    if (port.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()))
  })
  return host
}

test('pty: a serial port as hosts open it, twice in a row', async () => {
  const { pty, sheets, device } = await setUpPty()
  for (const count of [1, 2]) {
    const host = await serialHost(pty.path)
    host.port.write(Buffer.concat([ticket, askOffline]))
    await until(() => host.heard !== '')
    expect([host.heard, device.sheets().length]).toEqual(['12', count])
    await new Promise<void>((resolve) => host.port.close(() => resolve()))
  }
  expect(sheets()).toEqual([['A012'], ['A012']])
})

test('pty: unplugged the port hangs up and its path is gone; plugged in, it is back under the same name', async () => {
  const { pty, sheets, device } = await setUpPty()
  const host = await serialHost(pty.path)
  host.port.write(askOffline)
  await until(() => host.heard !== '')
  await pty.unplug()
  await until(() => host.closed)
  const gone = existsSync(pty.path)
  await pty.plug()
  const again = await serialHost(pty.path)
  again.port.write(ticket)
  await until(() => device.sheets().length === 1)
  expect([gone, sheets()]).toEqual([false, [['A012']]])
})

test('pty: a printer that does not read makes its host wait, and loses nothing', async () => {
  const { pty, device } = await setUpPty()
  const host = await serialHost(pty.path)
  device.stall()
  host.port.write(Buffer.alloc(400_000, 0x0d))
  host.port.write(askOffline)
  await untilStuck(() => host.port.writableLength)
  device.resume()
  await until(() => host.heard !== '')
  expect([host.heard, device.snapshot().receivedBytes]).toEqual(['12', 400_003])
})

test('pty: at 9600 baud each byte takes ten bits of the clock', async () => {
  const clock = new ManualClock()
  const { pty, device } = await setUpPty({ baud: 9600, clock })
  const host = await serialHost(pty.path)
  host.port.write(Buffer.alloc(96, 0x0d))
  const received: number[] = []
  await until(() => clock.pending > 0)
  for (const ms of [1.04, 0.01, 48.96, 50]) {
    clock.advance(ms)
    received.push(device.snapshot().receivedBytes)
  }
  expect(received).toEqual([0, 1, 48, 96])
})

test('a line says when each byte was whole, however late its clock wakes it', () => {
  const clock = new ManualClock()
  const seen: (readonly [number, number])[] = []
  const line = serialLine(clock, 10_000, (bytes, endedMs) => seen.push([bytes.length, Math.round(endedMs * 1e6) / 1e6]))
  line.send(Buffer.alloc(10))
  clock.advance(0.5)
  line.send(Buffer.alloc(2))
  clock.advance(11.75)
  clock.advance(100)
  line.send(Buffer.alloc(1))
  clock.advance(1)
  expect(seen).toEqual([...Array.from({ length: 12 }, (_, byte) => [1, byte + 1]), [1, 113.25]])
})

test('a line that is held lets nothing through, and takes up its speed again where it stopped', () => {
  const clock = new ManualClock()
  let arrived = 0
  const line = serialLine(clock, 9600, (bytes) => (arrived += bytes.length))
  const seen: number[] = []
  const pass = (ms: number) => {
    clock.advance(ms)
    seen.push(arrived)
  }
  line.send(Buffer.alloc(96))
  pass(50.01)
  line.hold(true)
  pass(1000)
  line.hold(false)
  pass(25.01)
  pass(25.01)
  expect(seen).toEqual([48, 48, 72, 96])
})

test('file: a fifo in the place of a USB printer takes tickets from one writer after another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-lp-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { device, sheets } = setUpDevice()
  const lp = await attachFile(device, join(folder, 'lp0'))
  onTestFinished(() => lp.close())
  for (const count of [1, 2]) {
    const host = await open(lp.path, constants.O_WRONLY | constants.O_NONBLOCK)
    await host.write(ticket)
    await host.close()
    await until(() => device.sheets().length === count)
  }
  expect(sheets()).toEqual([['A012'], ['A012']])
})

test('file: unplugged its writer gets EPIPE and the path is gone; plugged in, it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-lp-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { device, sheets } = setUpDevice()
  const lp = await attachFile(device, join(folder, 'lp0'))
  onTestFinished(() => lp.close())
  const host = await open(lp.path, constants.O_WRONLY | constants.O_NONBLOCK)
  onTestFinished(() => host.close())
  device.unplug()
  await until(() => !existsSync(lp.path))
  const error = await host.write(ticket).then(
    () => 'written',
    (error: NodeJS.ErrnoException) => error.code,
  )
  device.plug()
  await until(() => existsSync(lp.path))
  const again = await open(lp.path, constants.O_RDWR | constants.O_NONBLOCK)
  onTestFinished(() => again.close())
  await again.write(ticket)
  await until(() => device.sheets().length === 1)
  expect([error, sheets()]).toEqual(['EPIPE', [['A012']]])
})
