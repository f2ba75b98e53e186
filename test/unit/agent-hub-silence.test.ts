import path from 'node:path'
import { createServer, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../kiosk/agent/agent.ts'
import { HubSilence } from '../../kiosk/agent/hub-silence.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { systemRandomness } from '../../kiosk/randomness.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { testFolder } from '../hub/folder.ts'
import { runningHub } from '../hub/running-hub.ts'

test('a hub that does not answer is told at once, then once a minute, and when it is reached', () => {
  const clock = new VirtualClock()
  const said: string[] = []
  const silence = new HubSilence('http://hub:8080', clock, (line) => said.push(line))
  silence.reached()
  for (let attempt = 0; attempt < 65; attempt++) {
    silence.failed()
    clock.advance(2_000)
  }
  silence.reached()
  silence.reached()
  silence.failed()
  const silent = 'no hub answers at http://hub:8080; trying again until one does'
  expect(said).toEqual([silent, silent, silent, 'the hub at http://hub:8080 answers', silent])
})

test('an agent started before its hub says so, and says when the hub has come', async () => {
  const port = await freePort()
  const said: string[] = []
  const folder = testFolder()
  const agent = await startAgent({
    hub: `http://127.0.0.1:${port}`,
    printer: 'virtual:',
    papers: path.join(folder, 'papers'),
    device: undefined,
    clock: systemClock,
    randomness: systemRandomness,
    log: (line) => said.push(line),
    onPaired: () => {},
  })
  onTestFinished(() => agent.stop())
  await expect
    .poll(() => said, { timeout: 10_000 })
    .toEqual([`no hub answers at http://127.0.0.1:${port}; trying again until one does`])
  await runningHub({ port })
  await expect.poll(() => said.slice(1), { timeout: 15_000 }).toEqual([`the hub at http://127.0.0.1:${port} answers`])
})

/** A port on which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
