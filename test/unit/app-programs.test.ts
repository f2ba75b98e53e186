import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readPlan } from '../../kiosk/app/plan.ts'
import { shellRunner } from '../electron/run-shell.ts'

// Goal: the installed app runs the hub, the agent and the voice beside its window. Method: `main.ts` runs whole in plain Node
// with stand-ins for the two programs, and a real HTTP server where the hub's answer matters.

const { bench, startShell } = shellRunner()

const data = () => path.join(bench.folder, 'user', 'data')
const common = (port: number) => [
  '--port',
  String(port),
  '--host',
  '0.0.0.0',
  '--data',
  data(),
  '--printer',
  'virtual:',
]

/** One heap for all threads of a program, where whoever installed it has not said otherwise. */
const env = { MALLOC_ARENA_MAX: '1', ...process.env }

describe('the installed app', () => {
  test('runs hub, agent and voice, opens the window when the hub is ready, and ends them before itself', async () => {
    let status = 503
    const server = createServer((_request, response) => response.writeHead(status).end('{}'))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const { port } = server.address() as AddressInfo
    const electron = await startShell(['--port', String(port)], { packaged: true })
    const { app, seen } = electron
    await vi.waitFor(() => expect(seen.programs.length).toBe(3))
    expect(seen.programs.map((program) => program.seen)).toEqual([
      {
        file: path.join(bench.folder, 'dist/app/hub.mjs'),
        flags: common(port),
        options: { serviceName: 'Loket hub', stdio: 'inherit', execArgv: ['--max-semi-space-size=1'], env },
        killed: false,
        deaf: false,
      },
      {
        file: path.join(bench.folder, 'dist/app/agent.mjs'),
        flags: [...common(port), '--hub', `http://127.0.0.1:${port}`],
        options: { serviceName: 'Loket agent', stdio: 'inherit', execArgv: ['--max-semi-space-size=1'], env },
        killed: false,
        deaf: false,
      },
      {
        file: path.join(bench.folder, 'dist/app/voice.mjs'),
        flags: [...common(port), '--hub', `http://127.0.0.1:${port}`],
        options: { serviceName: 'Loket voice', stdio: 'inherit', execArgv: ['--max-semi-space-size=1'], env },
        killed: false,
        deaf: false,
      },
    ])
    expect(app.seen.windows).toEqual([])
    status = 200
    await vi.waitFor(() => expect(app.seen.windows.length).toBe(1), { timeout: 5_000 })

    app.quit()
    expect(app.seen.exitCode).toBe(null)
    await vi.waitFor(() => expect(app.seen.exitCode).toBe(0))
    expect(seen.programs.map((program) => program.seen.killed)).toEqual([true, true, true])
    expect(seen.programs.length).toBe(3)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  })

  test('opens the window without a hub after 15 s: the page itself says so', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    const { app } = await startShell([], { packaged: true })
    await vi.advanceTimersByTimeAsync(14_900)
    expect(app.seen.windows).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(app.seen.windows.length).toBe(1)
  })

  test('starts a program again when it ends, whoever it is', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')))
    const { seen } = await startShell(['--data', data()], { packaged: true })
    await vi.advanceTimersByTimeAsync(0)
    const names = () => seen.programs.map((program) => path.basename(program.seen.file))
    expect(names()).toEqual(['hub.mjs', 'agent.mjs', 'voice.mjs'])
    seen.programs[1]?.emit('exit', 1)
    await vi.advanceTimersByTimeAsync(500)
    seen.programs[0]?.emit('exit', 1)
    await vi.advanceTimersByTimeAsync(500)
    expect(names()).toEqual(['hub.mjs', 'agent.mjs', 'voice.mjs', 'agent.mjs', 'hub.mjs'])
  })

  test('as a second kiosk runs an agent only, and shows the other machine’s hub', async () => {
    const { seen, contents } = await (async () => {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')))
      const electron = await startShell(['--hub', 'http://192.168.1.10:8080/'], { packaged: true })
      await vi.waitFor(() => expect(electron.app.seen.windows.length).toBe(1))
      return { ...electron, contents: electron.app.seen.windows[0]?.webContents }
    })()
    expect(seen.programs.map((program) => path.basename(program.seen.file))).toEqual(['agent.mjs'])
    expect(contents?.seen.loaded).toEqual(['loket://kiosk/kiosk/screen/?hub=http%3A%2F%2F192.168.1.10%3A8080'])
  })

  test('without a screen runs hub, agent and voice only', async () => {
    const { app, seen } = await startShell(['--headless'], { packaged: true })
    await vi.waitFor(() => expect(seen.programs.length).toBe(3))
    expect([app.seen.windows, seen.blockers]).toEqual([[], []])
    app.quit()
    await vi.waitFor(() => expect(app.seen.exitCode).toBe(0))
  })

  test('keeps its data in the service’s state directory when there is one', async () => {
    vi.stubEnv('STATE_DIRECTORY', '/var/lib/loket')
    const { app, seen } = await startShell(['--headless'], { packaged: true })
    await vi.waitFor(() => expect(seen.programs.length).toBe(3))
    expect(seen.programs[0]?.seen.flags).toContain('/var/lib/loket')
    app.quit()
  })
})

test.each([
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['::', 'http://127.0.0.1:8080'],
  ['localhost', 'http://127.0.0.1:8080'],
  ['192.168.1.10', 'http://192.168.1.10:8080'],
  ['fd00::10', 'http://[fd00::10]:8080'],
])('a hub that listens on %s is reached at %s', (host, hub) => {
  expect(readPlan(['--host', host], {}, '/home/kiosk')).toMatchObject({ ok: true, plan: { hub } })
})
