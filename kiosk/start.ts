import { fork, spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { printerFlaw } from './agent/printer-setting.ts'
import { fetchElectron, findElectron } from './app/find-electron.ts'
import { keepRunning, type Keeper, type RunningProgram } from './app/processes.ts'
import { buildIfStale } from './build.ts'
import { systemClock } from './clock.ts'
import { hubEnvironment, hubNodeFlags } from './node-flags.ts'
import { settingsHelp } from './settings-help.ts'
import { asksForHelp, readSettings, settingFlags, spelling, type Settings } from './settings.ts'

/**
 * What `npm start` runs: builds what is missing or old, starts the hub and its voice (unless `--hub` names
 * another machine's) and the agent, each a process of its own that is started again when it breaks, and opens the kiosk window
 * where Electron and a display are there. Ctrl-C and SIGTERM end all of them.
 */
const root = path.join(import.meta.dirname, '..')
const args = process.argv.slice(2)
if (asksForHelp(args)) {
  console.log(settingsHelp())
  process.exit(0)
}
const read = readSettings(args, process.env)
if (!read.ok) refuse(read.flaw)
// The agent would find it only after the hub has said that it is ready.
const flaw = printerFlaw(read.settings.printer)
if (flaw !== null)
  refuse(spelling('printer', args) === '--printer' ? `--${flaw}` : `${spelling('printer', args)}: ${flaw}`)
const keepers: Keeper[] = []
const children = new Set<ChildProcess>()
const stopped = new AbortController()
let stopping: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
endWithParent()
await run(read.settings)

function refuse(line: string): never {
  console.error(line)
  process.exit(2)
}

async function run(settings: Settings): Promise<void> {
  await buildIfStale()
  const hub = settings.hub ?? (await startHub(settings))
  if (stopping) return
  keepers.push(keep('agent', () => node('agent', settingFlags({ ...settings, hub }))))
  // Beside the hub, because it makes the sounds that the hub serves.
  if (settings.hub === undefined) keepers.push(keep('voice', () => node('voice', settingFlags({ ...settings, hub }))))
  await openWindow(settings, hub)
}

/** Starts the hub and keeps it running; settles with its address when it is ready for the first time. */
function startHub(settings: Settings): Promise<string> {
  return new Promise((resolve) => {
    let { port, office } = settings
    const start = () => {
      const child = node('hub', settingFlags({ ...settings, port, office }))
      child.on('message', (message) => {
        const address = readyAddress(message)
        if (address === null) return
        // A port that was picked stays the same when the hub is started again: screens and papers know it.
        port = Number(new URL(address).port)
        // The ledger has the office now: a file that was on a stick taken out since must not keep a broken hub down.
        office = undefined
        resolve(address)
      })
      return child
    }
    keepers.push(keep('hub', start))
  })
}

/** One line says why there is no window; the office works all the same. */
async function openWindow(settings: Settings, hub: string): Promise<void> {
  if (settings.headless) return
  const anywhere = `Open ${hub}/kiosk in any browser instead.`
  if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    console.log(`No display here, so no kiosk window. ${anywhere}`)
    return
  }
  const found = findElectron() ?? (await download())
  if (stopping) return
  if (found === null) {
    console.log(`Electron is not installed (npx install-electron), so no kiosk window. ${anywhere}`)
    return
  }
  const child = () => {
    const window = spawn(found, ['.', '--hub-address', hub, '--outage-key', settings.outageKey], {
      cwd: root,
      stdio: 'inherit',
    })
    // It was asked to close, or is open already: then the office goes on without it.
    window.once('exit', (code) => {
      if (code === 0) void keeper.stop()
    })
    return window
  }
  const keeper = keep('window', child)
  keepers.push(keeper)
}

async function download(): Promise<string | null> {
  console.log('Looking for Electron, once, for at most a minute ...')
  const fetched = await fetchElectron(60_000, stopped.signal)
  return fetched.ok ? fetched.binary : null
}

function node(program: 'hub' | 'agent' | 'voice', flags: readonly string[]): ChildProcess {
  return fork(path.join(root, 'dist', 'app', `${program}.mjs`), [...flags], {
    stdio: 'inherit',
    execArgv: [...hubNodeFlags],
    env: { ...hubEnvironment, ...process.env },
  })
}

/** A program that ends with code 2 cannot run as it was told to: then none of them goes on. */
function keep(name: string, start: () => ChildProcess): Keeper {
  const run = (): RunningProgram => {
    const child = start()
    children.add(child)
    child.once('exit', (code) => {
      children.delete(child)
      if (code === 2) void stop(2)
    })
    return {
      onEnd: (listener) => {
        child.once('exit', (code) => listener(code ?? 1))
        child.once('error', () => listener(1))
      },
      end: () => {
        child.kill('SIGTERM')
      },
    }
  }
  return keepRunning(name, run, { clock: systemClock, report: (line) => console.error(`loket: ${line}`) })
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    stopped.abort()
    await Promise.all(keepers.map((keeper) => keeper.stop()))
    // Whoever did not end when asked is ended now: no process stays behind.
    for (const child of children) child.kill('SIGKILL')
    process.exit(code)
  })()
  return stopping
}

/** npm passes a signal on only to the shell between: when that is gone, nobody is left who asked for this office. */
function endWithParent(): void {
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] === undefined || parent === 1) return
  setInterval(() => {
    if (process.ppid !== parent) void stop(0)
  }, 500).unref()
}

function readyAddress(message: unknown): string | null {
  const isReady = typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
  return isReady && 'address' in message && typeof message.address === 'string' ? message.address : null
}
