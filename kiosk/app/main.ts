import path from 'node:path'
import { app, Menu, powerSaveBlocker, protocol, session, utilityProcess, type BrowserWindow } from 'electron'
import { systemClock } from '../clock.ts'
import { hubEnvironment, hubNodeFlags } from '../node-flags.ts'
import { askHub, waitForHub } from './hub-door.ts'
import { openKioskWindow } from './kiosk-window.ts'
import { forbiddenSwitch, lockDown } from './lock-down.ts'
import { kioskPage, scheme, servePages } from './page-files.ts'
import { readPlan, type Plan, type Program } from './plan.ts'
import { keepRunning, type Keeper, type RunningProgram } from './processes.ts'
import { keepLoaded } from './recovery.ts'

/**
 * The shell: shows the kiosk page on the whole screen, keeps it there, and in the installed app runs hub and agent
 * beside it. It owns no state and speaks with no page; what it decides stands in the modules it puts together here.
 */
begin()

function begin(): void {
  const forbidden = forbiddenSwitch(app.commandLine)
  if (forbidden !== null) return refuse(`--${forbidden} is not possible in a kiosk`)
  const read = readPlan(process.argv.slice(app.isPackaged ? 1 : 2), process.env, app.getPath('userData'))
  if (!read.ok) return refuse(read.flaw)
  if (!app.requestSingleInstanceLock()) {
    report('another one is running on this screen already; it has been brought to the front')
    return app.quit()
  }
  // Before `ready`, or not at all.
  app.enableSandbox()
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  app.commandLine.appendSwitch('disable-pinch')
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ])
  Menu.setApplicationMenu(null)
  app
    .whenReady()
    .then(() => run(read.plan))
    .catch((error: unknown) => {
      report(error instanceof Error ? (error.stack ?? error.message) : String(error))
      app.exit(1)
    })
}

async function run(plan: Plan): Promise<void> {
  const keepers = plan.programs.map((program) => keep(program, plan.hub))
  const quitting = quitInOrder(keepers)
  if (!plan.window) return

  const page = kioskPage(plan)
  const { defaultSession } = session
  lockDown(app, defaultSession, page, plan.outageKey)
  protocol.handle(scheme, servePages(inApp('dist/web'), plan.hub))
  powerSaveBlocker.start('prevent-display-sleep')
  // The cache only: the storage holds the name and the pairing of this screen.
  await defaultSession.clearCache()
  if (plan.programs.length > 0) await waitForHub(plan.hub, systemClock, hubStartMsMax)
  if (quitting()) return

  const window = openKioskWindow(inApp('dist/app/preload.cjs'), quitting)
  app.on('second-instance', () => bringToFront(window))
  keepLoaded(app, window.webContents, page, { clock: systemClock, report })
}

function keep(program: Program, hub: string): Keeper {
  const ports = { clock: systemClock, report }
  const start = () => startProgram(program)
  if (program.name !== 'hub') return keepRunning(program.name, start, ports)
  return keepRunning('hub', start, { ...ports, answers: async () => (await askHub(hub)) !== 'silent' })
}

function startProgram({ name, flags }: Program): RunningProgram {
  const child = utilityProcess.fork(inApp(`dist/app/${name}.mjs`), [...flags], {
    serviceName: `Loket ${name}`,
    stdio: 'inherit',
    execArgv: [...hubNodeFlags],
    env: { ...hubEnvironment, ...process.env },
  })
  return {
    onEnd: (listener) => {
      child.once('exit', listener)
    },
    end: () => {
      child.kill()
    },
  }
}

/** Lets the programs end before the app does; returns whether the app is on its way out. */
function quitInOrder(keepers: readonly Keeper[]): () => boolean {
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('will-quit', (event) => {
    if (keepers.length === 0) return
    event.preventDefault()
    void Promise.all(keepers.map((keeper) => keeper.stop())).then(() => app.exit(0))
  })
  return () => quitting
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The same in the source tree and inside the installed archive. */
function inApp(file: string): string {
  return path.join(app.getAppPath(), file)
}

/** Code 2, as hub and agent: it cannot start as it is told to, and starting it again would change nothing. */
function refuse(line: string): void {
  report(line)
  app.exit(2)
}

function report(line: string): void {
  console.error(`loket: ${line}`)
}

const hubStartMsMax = 15_000
