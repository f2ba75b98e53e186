import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { electronStandIn, type ElectronSettings } from './stand-in.ts'

/**
 * Runs the shell's `main.ts` whole in plain Node, its `electron` import replaced by the stand-in. Registers the
 * set-up and the clean-up of the test file that calls it.
 */
export function shellRunner() {
  const argv = process.argv
  /** `folder` is the app's own; `said` what the shell wrote for the journal. */
  const bench = { folder: '', said: [] as string[] }

  beforeEach(() => {
    bench.folder = mkdtempSync(path.join(tmpdir(), 'loket-app-'))
    mkdirSync(path.join(bench.folder, 'dist/web/kiosk/screen'), { recursive: true })
    writeFileSync(path.join(bench.folder, 'dist/web/kiosk/screen/index.html'), '<!doctype html>kiosk')
    bench.said = []
    vi.spyOn(console, 'error').mockImplementation((line: string) => void bench.said.push(line))
  })
  afterEach(() => {
    process.argv = argv
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    vi.doUnmock('electron')
    rmSync(bench.folder, { recursive: true, force: true })
  })

  /** Starts it as from the source tree (`electron . …`) or, when `packaged`, as installed. */
  async function startShell(args: readonly string[], settings: Partial<ElectronSettings> = {}) {
    const userData = path.join(bench.folder, 'user')
    const electron = electronStandIn({ appPath: bench.folder, userData, ...settings })
    process.argv = settings.packaged ? ['/opt/Loket/loket', ...args] : ['electron', '.', ...args]
    vi.resetModules()
    vi.doMock('electron', () => electron.module)
    await import('../../kiosk/app/main.ts')
    return electron
  }

  /** Starts it with a hub that somebody else runs, and waits for the window. */
  async function startWindow(settings: Partial<ElectronSettings> = {}) {
    const electron = await startShell(['--hub-address', hub], settings)
    const window = await vi.waitFor(() => {
      const [first] = electron.app.seen.windows
      if (!first) throw new Error('no window yet')
      return first
    })
    return { ...electron, window, contents: window.webContents }
  }

  return { bench, startShell, startWindow }
}

export const hub = 'http://127.0.0.1:8123'
export const page = 'loket://kiosk/kiosk/screen/?hub=http%3A%2F%2F127.0.0.1%3A8123'
