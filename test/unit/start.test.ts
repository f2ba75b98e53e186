import { fork, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testFolder } from '../hub/folder.ts'

const root = path.join(import.meta.dirname, '..', '..')

test('one command starts hub, agent and voice, says where the pages are, and SIGTERM ends all of it', async () => {
  const data = testFolder()
  const office = start(['--port', '0', '--host', '127.0.0.1', '--data', data])
  const address = (await office.saysMatching(/Loket is ready at (http:\S+)/))[1]
  await office.saysMatching(/setup code [A-Z]{4}-[A-Z]{4}/)
  await office.saysMatching(/no kiosk window/)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  // The setup slip is the first paper: hub and agent have found each other.
  await expect
    .poll(() => existsSync(path.join(data, 'papers')) && readdirSync(path.join(data, 'papers')).length, {
      timeout: 15_000,
    })
    .toBeGreaterThan(0)
  const processes = family(office.child.pid ?? 0)
  // The starter, the hub, the agent and the voice.
  expect(processes.length).toBe(4)
  office.child.kill('SIGTERM')
  expect(await office.ended).toEqual({ code: 0, signal: null })
  await expect.poll(() => processes.filter(isAlive), { timeout: 5_000 }).toEqual([])
})

test('when the starter is killed outright, all end by themselves', async () => {
  const office = start(['--port', '0', '--host', '127.0.0.1', '--data', testFolder()])
  await office.saysMatching(/no kiosk window/)
  const processes = family(office.child.pid ?? 0)
  // The starter, the hub, the agent and the voice.
  expect(processes.length).toBe(4)
  office.child.kill('SIGKILL')
  await expect.poll(() => processes.filter(isAlive), { timeout: 10_000 }).toEqual([])
})

test.each(['hub', 'agent', 'voice'])(
  'the %s ends also when its starter is gone before it has started',
  async (name) => {
    const flags = ['--port', '0', '--host', '127.0.0.1', '--data', testFolder(), '--hub', 'http://127.0.0.1:9']
    // It does not come to its first line until it has seen its starter go.
    const waits = 'data:text/javascript,await new Promise((go) => process.once("disconnect", go))'
    const program = fork(path.join(root, 'kiosk', name, 'main.ts'), flags, {
      stdio: 'ignore',
      execArgv: ['--import', waits],
    })
    onTestFinished(() => void program.kill('SIGKILL'))
    const ended = new Promise((resolve) => program.once('exit', resolve))
    program.disconnect()
    expect(await ended).toBe(0)
  },
)

test('a hub that dies is started again on the same port', async () => {
  const office = start(['--port', '0', '--host', '127.0.0.1', '--data', testFolder()])
  const address = (await office.saysMatching(/Loket is ready at (http:\S+)/))[1]
  const before = await epochOf(address)
  const hub = family(office.child.pid ?? 0).find((pid) => commandOf(pid).includes('hub.mjs'))
  process.kill(hub ?? 0, 'SIGKILL')
  await expect.poll(() => epochOf(address).catch(() => before), { timeout: 15_000 }).not.toBe(before)
})

test.each([
  [['--port', 'abc'], '--port: a port number, 0 to 65535; got "abc"'],
  [['--printer', 'pigeon:'], '--printer'],
  [['--office', 'no-such-file.yaml'], '--office: no-such-file.yaml: no such file'],
])('%j stops the start with one line that names it', async (flags, line) => {
  const office = start(['--port', '0', '--host', '127.0.0.1', '--data', testFolder(), ...flags])
  expect(await office.ended).toEqual({ code: 2, signal: null })
  expect(office.said()).toContain(line)
})

test('a second one on the same data folder says that the first one runs, and does not try again', async () => {
  const data = testFolder()
  const first = start(['--port', '0', '--host', '127.0.0.1', '--data', data, '--headless'])
  const address = (await first.saysMatching(/Loket is ready at (http:\S+)/))[1]
  const second = start(['--port', '0', '--host', '127.0.0.1', '--data', data, '--headless'])
  expect(await second.ended).toEqual({ code: 2, signal: null })
  expect(second.said()).toContain(
    `--data ${data}: Loket is already running with this data folder. Stop that one first, or name another folder with --data.\n`,
  )
  expect(second.said()).not.toMatch(/backup|starting it again/)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
})

test('a wrong printer is found before anything starts, and named as it was given', async () => {
  const data = path.join(testFolder(), 'not-made')
  const line = 'printer "pigeon:": does not say how the printer is connected'
  const byFlag = start(['--port', '0', '--data', data, '--printer', 'pigeon:'])
  const byVariable = start(['--port', '0', '--data', data], { LOKET_PRINTER: 'pigeon:' })
  expect(await Promise.all([byFlag.ended, byVariable.ended])).toEqual([
    { code: 2, signal: null },
    { code: 2, signal: null },
  ])
  expect(byFlag.said()).toMatch(new RegExp(`^--${line}.*\n$`))
  expect(byVariable.said()).toMatch(new RegExp(`^LOKET_PRINTER: ${line}.*\n$`))
  expect(existsSync(data)).toBe(false)
})

test('--help says what the settings are, and starts nothing', async () => {
  const asked = start(['--help'])
  expect(await asked.ended).toEqual({ code: 0, signal: null })
  expect(asked.said()).toMatch(/--port NUMBER\n.*\n +Default: 8080\n/)
})

/** As `npm start` does it, but by its own executable, so that signals reach it and not a shell. */
function start(flags: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path.join(root, 'kiosk/start.ts'), ...flags], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (const listener of listeners) listener()
    })
  }
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return {
    child: child as ChildProcess,
    ended,
    said: () => text,
    saysMatching: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`it did not say ${String(pattern)}; it said: ${text}`)), 18_000)
        const look = () => {
          const match = pattern.exec(text)
          if (!match) return
          clearTimeout(timer)
          listeners.delete(look)
          resolve(match)
        }
        listeners.add(look)
        look()
      }),
  }
}

/** The process and its children, as the kernel has them. */
function family(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = all.filter((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
    } catch {
      return false
    }
  })
  return [pid, ...children.map(Number)]
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function epochOf(address: string | undefined): Promise<unknown> {
  return ((await (await fetch(`${address}/healthz`)).json()) as { epoch: unknown }).epoch
}
