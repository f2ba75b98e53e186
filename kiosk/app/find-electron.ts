import { spawn } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Electron's program, which its package does not bring but fetches when first asked. Looking for it never fetches
 * anything, as importing `electron` in plain Node would; fetching is a separate call, bounded in time.
 */
export interface ElectronPackage {
  /** The folder of the installed package. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

export type Fetched = { readonly ok: true; readonly binary: string } | { readonly ok: false; readonly why: string }

/**
 * The binary's path, or null. It is where the package says (`path.txt`, `dist/`), or in the folder that
 * `ELECTRON_OVERRIDE_DIST_PATH` names (electron/index.js).
 */
export function findElectron(from = installedElectron()): string | null {
  if (from === null) return null
  const name = readText(path.join(from.folder, 'path.txt'))
  const override = from.environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return executable(path.join(override, name ?? 'electron'))
  return name === null ? null : executable(path.join(from.folder, 'dist', name))
}

/**
 * Tries the download once, by the package's own `install.js`, for at most `deadlineMs`. What it starts has ended when
 * it returns, also when `stop` aborts it. Never throws: without a network a kiosk runs in any browser.
 */
export async function fetchElectron(
  deadlineMs: number,
  stop?: AbortSignal,
  from = installedElectron(),
): Promise<Fetched> {
  if (from === null) return { ok: false, why: 'the electron package is not installed' }
  const late = AbortSignal.timeout(deadlineMs)
  const signal = stop ? AbortSignal.any([late, stop]) : late
  const end = await runInstaller(from, signal)
  if (end !== null) {
    return { ok: false, why: late.aborted ? `the download took longer than ${deadlineMs / 1000} s` : end }
  }
  const binary = findElectron(from)
  return binary === null ? { ok: false, why: 'the download left no program' } : { ok: true, binary }
}

/** Null when it ended well, else its last line or the reason that it did not run. */
function runInstaller(from: ElectronPackage, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(process.execPath, [path.join(from.folder, 'install.js')], {
      env: from.environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-saidMax)
    })
    let failure: string | null = null
    child.once('error', (error) => {
      failure = error.message
    })
    child.once('close', (code) => {
      resolve(failure ?? (code === 0 ? null : firstLine(said) || `the download ended with code ${code}`))
    })
  })
}

function installedElectron(): ElectronPackage | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('electron/package.json')
    return { folder: path.dirname(manifest), environment: process.env }
  } catch {
    return null
  }
}

function executable(file: string): string | null {
  try {
    accessSync(file, constants.X_OK)
    return file
  } catch {
    return null
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}

const saidMax = 4_000
