import { EventEmitter } from 'node:events'
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Session,
  UtilityProcess,
  WebContents,
} from 'electron'

/**
 * The `electron` module as far as the shell uses it, for running the shell whole in plain Node. It records what it is
 * told in `seen`, refuses what Electron refuses (a window before `ready`, a scheme after it), and lets a test do what
 * a visitor, a page or a crash would do. It shows nothing and loads nothing.
 */
export interface ElectronSettings {
  readonly packaged?: boolean
  /** The switches of Chromium's own command line. */
  readonly switches?: readonly string[]
  readonly firstInstance?: boolean
  readonly appPath: string
  readonly userData: string
}

export function electronStandIn(settings: ElectronSettings) {
  let ready = false
  const needsReady = (what: string) => {
    if (!ready) throw new Error(`${what} can only be used after the app is ready`)
  }
  const app = new StandInApp(settings, () => {
    ready = true
  })
  const screen = Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => ({ bounds: { x: 0, y: 0, width: 1080, height: 1920 } }),
  })
  const session = new StandInSession()
  const seen = {
    privileged: [] as unknown[],
    menu: 'default' as unknown,
    blockers: [] as string[],
    handlers: new Map<string, (request: Request) => Promise<Response>>(),
    programs: [] as StandInProgram[],
    /** Every use of IPC; the shell makes none. */
    ipc: [] as string[],
  }
  const noIpc = (name: string) =>
    new Proxy({}, { get: (_target, member) => () => void seen.ipc.push(`${name}.${String(member)}`) })

  class BrowserWindowStandIn extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      needsReady('BrowserWindow')
      super(options)
      app.seen.windows.push(this)
      app.emit('web-contents-created', preventable(), this.webContents)
    }
  }
  const module = {
    app,
    screen,
    BrowserWindow: BrowserWindowStandIn,
    Menu: {
      setApplicationMenu: (menu: unknown) => {
        seen.menu = menu
      },
    },
    powerSaveBlocker: { start: (type: string) => seen.blockers.push(type) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
        if (ready) throw new Error('registerSchemesAsPrivileged should be called before app is ready')
        seen.privileged.push(...schemes)
      },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
        needsReady('protocol')
        seen.handlers.set(scheme, handler)
      },
    },
    session: {
      get defaultSession() {
        needsReady('session')
        return session
      },
    },
    utilityProcess: {
      fork: (file: string, flags: readonly string[], options: unknown) => {
        needsReady('utilityProcess')
        const program = new StandInProgram(file, flags, options)
        seen.programs.push(program)
        return program
      },
    },
    ipcMain: noIpc('ipcMain'),
    ipcRenderer: noIpc('ipcRenderer'),
  }
  return { module, app, screen, session, seen }
}

class StandInApp extends EventEmitter {
  readonly seen = {
    switches: [] as (readonly string[])[],
    sandboxed: false,
    exitCode: null as number | null,
    windows: [] as StandInWindow[],
  }
  readonly isPackaged: boolean
  readonly #settings: ElectronSettings
  readonly #becomeReady: () => void

  constructor(settings: ElectronSettings, becomeReady: () => void) {
    super()
    this.#settings = settings
    this.#becomeReady = becomeReady
    this.isPackaged = settings.packaged ?? false
  }

  readonly commandLine = {
    hasSwitch: (name: string) => this.#settings.switches?.includes(name) ?? false,
    appendSwitch: (...parts: string[]) => void this.seen.switches.push(parts),
  }
  getPath(name: string): string {
    if (name !== 'userData') throw new Error(`no such path here: ${name}`)
    return this.#settings.userData
  }
  getAppPath(): string {
    return this.#settings.appPath
  }
  requestSingleInstanceLock(): boolean {
    return this.#settings.firstInstance ?? true
  }
  enableSandbox(): void {
    this.seen.sandboxed = true
  }
  async whenReady(): Promise<void> {
    await Promise.resolve()
    this.#becomeReady()
  }
  /** As Electron does it: `before-quit`, then every window is asked to close, then `will-quit`; any may prevent it. */
  quit(): void {
    if (isPrevented(this, 'before-quit')) return
    for (const window of this.seen.windows) if (!window.close()) return
    if (!isPrevented(this, 'will-quit')) this.exit(0)
  }
  exit(code: number): void {
    this.seen.exitCode ??= code
  }
}

class StandInWindow extends EventEmitter {
  readonly seen: { options: BrowserWindowConstructorOptions; acts: string[]; closed: boolean; minimized: boolean }
  readonly webContents = new StandInContents()

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.seen = { options, acts: [], closed: false, minimized: false }
  }
  removeMenu(): void {
    this.seen.acts.push('removeMenu')
  }
  setBounds(bounds: { width: number; height: number }): void {
    this.seen.acts.push(`setBounds ${bounds.width}x${bounds.height}`)
  }
  setKiosk(on: boolean): void {
    this.seen.acts.push(`setKiosk ${on}`)
  }
  setFullScreen(on: boolean): void {
    this.seen.acts.push(`setFullScreen ${on}`)
  }
  focus(): void {
    this.seen.acts.push('focus')
  }
  isMinimized(): boolean {
    return this.seen.minimized
  }
  restore(): void {
    this.seen.acts.push('restore')
    this.seen.minimized = false
  }
  isDestroyed(): boolean {
    return this.seen.closed
  }
  /** Returns whether it closed: a listener may prevent it. */
  close(): boolean {
    if (!isPrevented(this, 'close')) this.seen.closed = true
    return this.seen.closed
  }
}

class StandInContents extends EventEmitter {
  readonly seen = { loaded: [] as string[], acts: [] as string[], openWindow: null as unknown, failing: false }

  loadURL(address: string): Promise<void> {
    this.seen.loaded.push(address)
    return this.seen.failing ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve()
  }
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.seen.openWindow = handler({ url: 'https://example.org/' })
  }
  setIgnoreMenuShortcuts(on: boolean): void {
    this.seen.acts.push(`setIgnoreMenuShortcuts ${on}`)
  }
  setZoomFactor(factor: number): void {
    this.seen.acts.push(`setZoomFactor ${factor}`)
  }
  setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    this.seen.acts.push(`setVisualZoomLevelLimits ${least} ${most}`)
    return Promise.resolve()
  }
  isDestroyed(): boolean {
    return false
  }
  forcefullyCrashRenderer(): void {
    this.seen.acts.push('forcefullyCrashRenderer')
    this.emit('render-process-gone', preventable(), { reason: 'killed', exitCode: 9 })
  }
}

type PermissionCheck = (contents: null, permission: string, origin: string, details: object) => boolean
type PermissionRequest = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void

class StandInSession extends EventEmitter {
  readonly seen = {
    check: null as PermissionCheck | null,
    request: null as PermissionRequest | null,
    device: null as (() => boolean) | null,
    acts: [] as string[],
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.seen.check = handler
  }
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.seen.request = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.seen.device = handler
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.seen.acts.push(`setSpellCheckerEnabled ${on}`)
  }
  clearCache(): Promise<void> {
    this.seen.acts.push('clearCache')
    return Promise.resolve()
  }
}

class StandInProgram extends EventEmitter {
  readonly seen: { file: string; flags: readonly string[]; options: unknown; killed: boolean; deaf: boolean }

  constructor(file: string, flags: readonly string[], options: unknown) {
    super()
    this.seen = { file, flags, options, killed: false, deaf: false }
  }
  kill(): boolean {
    this.seen.killed = true
    if (!this.seen.deaf) this.emit('exit', 0)
    return true
  }
}

/** Emits an event that a listener may prevent, and returns whether one did. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}, ...rest: unknown[]): boolean {
  const event = { ...preventable(), ...details }
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}

function preventable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

/** The members of the stand-ins, beside `seen`, that Electron's own types do not have: none, or a test's type fails. */
export type ForeignMembers = [
  Foreign<StandInApp, App>,
  Foreign<StandInWindow, BrowserWindow>,
  Foreign<StandInContents, WebContents>,
  Foreign<StandInSession, Session>,
  Foreign<StandInProgram, UtilityProcess>,
][number]

type Foreign<StandIn, Real> = Exclude<keyof StandIn, keyof Real | 'seen'>
