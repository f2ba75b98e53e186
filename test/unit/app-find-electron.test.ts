import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchElectron, findElectron } from '../../kiosk/app/find-electron.ts'

// Goal: Electron is found without being fetched, and fetched without hanging. A folder stands in for its package.

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loket-electron-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const from = (environment: Record<string, string> = {}) => ({ folder, environment })

function program(file: string, mode = 0o755): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}

function installer(code: string): void {
  writeFileSync(path.join(folder, 'install.js'), code)
}

test('the binary is where the package says', () => {
  writeFileSync(path.join(folder, 'path.txt'), 'electron')
  expect(findElectron(from())).toBe(null)
  const binary = program(path.join(folder, 'dist/electron'))
  expect(findElectron(from())).toBe(binary)
  program(binary, 0o644)
  expect(findElectron(from())).toBe(null)
})

test('the folder named in the environment wins, with or without a name from the package', () => {
  const dist = path.join(folder, 'elsewhere')
  expect(findElectron(from({ ELECTRON_OVERRIDE_DIST_PATH: dist }))).toBe(null)
  const binary = program(path.join(dist, 'electron'))
  expect(findElectron(from({ ELECTRON_OVERRIDE_DIST_PATH: dist }))).toBe(binary)
})

test('a package that was never fetched or is not there has no binary, and looking fetches nothing', () => {
  installer(`require('node:fs').writeFileSync(__dirname + '/ran', '')`)
  expect([findElectron(from()), findElectron(null)]).toEqual([null, null])
  expect(existsSync(path.join(folder, 'ran'))).toBe(false)
})

test('a download that works gives the binary', async () => {
  installer(`
    const fs = require('node:fs')
    fs.mkdirSync(__dirname + '/dist')
    fs.writeFileSync(__dirname + '/dist/electron', '', { mode: 0o755 })
    fs.writeFileSync(__dirname + '/path.txt', 'electron')`)
  expect(await fetchElectron(10_000, undefined, from())).toEqual({
    ok: true,
    binary: path.join(folder, 'dist/electron'),
  })
})

test('a download that fails gives the first line of what it said', async () => {
  installer(`console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1)`)
  expect(await fetchElectron(10_000, undefined, from())).toEqual({ ok: false, why: 'TypeError: fetch failed' })
  installer(`process.exit(3)`)
  expect(await fetchElectron(10_000, undefined, from())).toEqual({ ok: false, why: 'the download ended with code 3' })
})

test('a download that leaves nothing, and a package that is not there, are failures too', async () => {
  installer('')
  expect(await fetchElectron(10_000, undefined, from())).toEqual({ ok: false, why: 'the download left no program' })
  const absent = { folder: path.join(folder, 'absent'), environment: {} }
  expect(await fetchElectron(10_000, undefined, absent)).toMatchObject({ ok: false })
  expect(await fetchElectron(10_000, undefined, null)).toMatchObject({ ok: false })
})

test('a download that cannot even be started is a failure too', async () => {
  const { execPath } = process
  process.execPath = path.join(folder, 'absent')
  try {
    expect(await fetchElectron(10_000, undefined, from())).toEqual({
      ok: false,
      why: `spawn ${process.execPath} ENOENT`,
    })
  } finally {
    process.execPath = execPath
  }
})

test('a download that hangs, deaf to requests to end, is killed at the deadline', async () => {
  installer(hanging)
  const result = await fetchElectron(1_500, undefined, from())
  expect(result).toEqual({ ok: false, why: 'the download took longer than 1.5 s' })
  // On a busy machine it may have been killed before it could say who it was.
  const pidFile = path.join(folder, 'pid')
  expect(existsSync(pidFile) && isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
})

test('a download is killed when the start is stopped', async () => {
  installer(hanging)
  const stop = new AbortController()
  const fetching = fetchElectron(60_000, stop.signal, from())
  const pid = await vi.waitFor(() => Number(readFileSync(path.join(folder, 'pid'), 'utf8')), { timeout: 10_000 })
  stop.abort()
  expect(await fetching).toMatchObject({ ok: false })
  expect(isRunning(pid)).toBe(false)
})

const hanging = `
  process.on('SIGTERM', () => {})
  require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid))
  setInterval(() => {}, 1000)`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
