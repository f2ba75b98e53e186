import { createServer, type AddressInfo } from 'node:net'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { EmulatedPrinter } from '../../hardware/emulator/device.ts'
import { epson80 } from '../../hardware/emulator/profile.ts'
import { papersAtRest, startAgentProcess } from './agent-process.ts'
import { benchServices, connect, press, type HubProcess } from './hub-process.ts'
import { ms, percentile, type Row } from './table.ts'

/** From the press's answer to the first byte of its ticket at the printer, over TCP, with an agent of its own process. */
export async function measureFirstByte(hub: HubProcess): Promise<readonly Row[]> {
  const device = new EmulatedPrinter(epson80, { clock: systemClock })
  let began: (at: number) => void = () => {}
  const server = createServer({ noDelay: true }, (socket) => {
    const end = device.connect({
      reply: (bytes) => socket.write(bytes),
      flow: (reading) => (reading ? socket.resume() : socket.pause()),
      gone: () => socket.destroy(),
    })
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => {
      if (bytes.includes(initialise)) began(performance.now())
      end.receive(bytes)
    })
    socket.on('close', () => end.disconnect())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = startAgentProcess(hub, `tcp://127.0.0.1:${port}`)
  const kiosk = await connect(hub, { as: 'kiosk', screen: 'bench-kiosk' })
  const times: number[] = []
  for (let i = 0; i < warmUp + tickets; i++) {
    await papersAtRest(kiosk)
    const first = new Promise<number>((resolve) => {
      began = resolve
    })
    await press(kiosk, benchServices[25] ?? '')
    const acknowledged = performance.now()
    const took = (await first) - acknowledged
    if (i >= warmUp) times.push(took)
  }
  kiosk.close()
  await agent.stop()
  server.close()
  const measured = percentile(times, 0.99)
  return [
    {
      what: 'acknowledged to first byte at the printer, p99',
      measured: ms(measured),
      target: '<= 10 ms',
      floor: `${ms(percentile(times, 0.5))} in the middle`,
      met: measured <= 10,
    },
  ]
}

/** `ESC @`, with which every ticket begins. */
const initialise = Buffer.from([0x1b, 0x40])
const warmUp = 5
const tickets = 100
