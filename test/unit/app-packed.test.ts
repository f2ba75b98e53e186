import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { bundleApp, keptPackages } from '../../kiosk/app/bundle.ts'
import { makeElectronDist } from '../electron/dist-folder.ts'

// Goal: what is packed into the installed app is what it needs, for both kinds of machines. Method: the real packer
// with a stand-in for Electron's own folder; then the packed hub and agent run, in plain Node, from what was packed.

const root = path.join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)
const folder = mkdtempSync(path.join(tmpdir(), 'loket-packed-'))
const appOf = { x64: path.join(folder, 'out/linux-unpacked'), arm64: path.join(folder, 'out/linux-arm64-unpacked') }
const children: ChildProcess[] = []

beforeAll(async () => {
  await bundleApp()
  makeElectronDist(path.join(folder, 'electron'))
  const packer = spawnSync(
    process.execPath,
    [
      require.resolve('electron-builder/cli.js'),
      '--dir',
      '--linux',
      '--x64',
      '--arm64',
      `-c.electronDist=${path.join(folder, 'electron')}`,
      `-c.directories.output=${path.join(folder, 'out')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (packer.status !== 0) throw new Error(packer.stdout + packer.stderr)
}, 180_000)

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** The licence and the example offices are looked for as soon as the source tree has them. */
const besideTheArchive = [
  ['hardware/emulator/receipt-font-licence.txt', 'licences/receipt-font.txt'],
  ['node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE', 'licences/atkinson-hyperlegible-next.txt'],
  ['LICENSE', 'LICENSE'],
  ['kiosk/examples/civil-registry.yaml', 'examples/civil-registry.yaml'],
].filter(([from = '']) => existsSync(path.join(root, from))) as [string, string][]

describe.each([
  ['x64', 'glibc'],
  ['arm64', 'armv8.glibc'],
] as const)('the app for %s', (arch, libc) => {
  const archive = () => path.join(appOf[arch], 'resources/app.asar')
  const packed = () => listPackage(archive(), { isPack: false })

  test('holds the programs, the pages and nothing else of ours', () => {
    const own = packed().filter((file) => !file.startsWith('/node_modules'))
    const parts = new Set(
      own.map((file) => file.replace(/part-.{8}\./, 'part.')).filter((file) => !file.startsWith('/dist/web/')),
    )
    expect([...parts].sort()).toEqual(
      [
        '/dist',
        '/dist/app',
        ...['agent.mjs', 'hub.mjs', 'ledger-worker.mjs', 'main.mjs', 'part.mjs', 'preload.cjs', 'voice.mjs'].map(
          (file) => `/dist/app/${file}`,
        ),
        '/dist/web',
        '/package.json',
      ].sort(),
    )
    expect(own).toContain('/dist/web/kiosk/screen/index.html')
  })

  test('holds the packages that are not bundled, with what they need, and of the bundled only their licences', () => {
    const files = packed()
    const whole = packagesNeededBy(keptPackages)
    const bundled = [...packagesNeededBy(Object.keys(about.dependencies))].filter((id) => !whole.has(id))
    const manifests = files.filter((file) => /\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file))
    const found = manifests.map((file) => identify(extractFile(archive(), file.slice(1))).id)
    expect(new Set(found)).toEqual(whole)

    const rest = files.filter(
      (file) => file.startsWith('/node_modules/') && !manifests.some((other) => file.startsWith(path.dirname(other))),
    )
    const licences = rest.filter((file) => licenceFile.test(file))
    const licensed = bundled
      .map((id) => id.replace(/@[^@]*$/, ''))
      .filter((name) => readdirSync(homeOf(name, root) ?? root).some((file) => licenceFile.test(`/${file}`)))
    expect(licences.map((file) => path.dirname(file).slice('/node_modules/'.length)).sort()).toEqual(licensed.sort())
    // What else is listed are the folders on the way to them.
    expect(rest.filter((file) => ![...licences, ...manifests].some((other) => other.startsWith(file)))).toEqual([])
  })

  test('holds no Node, no sources, maps or tests, and of native code only what fits the machine', () => {
    const files = packed()
    expect(files.filter((file) => /node-linux-|\.map$|\.[mc]?ts$|\.tsx$|\/test\/|\.gypi?$/.test(file))).toEqual([])
    const native = [
      `/node_modules/@serialport/bindings-cpp/prebuilds/linux-${arch}/@serialport+bindings-cpp.${libc}.node`,
      `/node_modules/better-sqlite3/prebuilds/linux-${arch}.node`,
    ]
    expect(files.filter((file) => file.endsWith('.node'))).toEqual(native)
    for (const file of native) expect(existsSync(path.join(`${archive()}.unpacked`, file))).toBe(true)
  })

  test.each(besideTheArchive)('brings %s as %s', (from, to) => {
    const bytes = readFileSync(path.join(path.dirname(archive()), to))
    expect(bytes.equals(readFileSync(path.join(root, from)))).toBe(true)
  })

  test('has its fuses set: no Node mode, no inspector, no other code than the archive', async () => {
    const wire = await getCurrentFuseWire(path.join(appOf[arch], 'loket'))
    const { version, ...fuses } = wire
    const named = Object.entries(fuses).map(([index, state]) => [
      FuseV1Options[Number(index)],
      String.fromCodePoint(Number(state)),
    ])
    expect([version, Object.fromEntries(named)]).toEqual([
      '1',
      {
        RunAsNode: '0',
        EnableCookieEncryption: '1',
        EnableNodeOptionsEnvironmentVariable: '0',
        EnableNodeCliInspectArguments: '0',
        EnableEmbeddedAsarIntegrityValidation: '1',
        OnlyLoadAppFromAsar: '1',
        LoadBrowserProcessSpecificV8Snapshot: '0',
        GrantFileProtocolExtraPrivileges: '0',
      },
    ])
  })
})

test(
  'the packed hub and agent run: the hub is ready and the agent prints its first paper',
  { timeout: 60_000 },
  async () => {
    const home = path.join(folder, 'home')
    const data = path.join(folder, 'data')
    extractAll(path.join(appOf[process.arch === 'arm64' ? 'arm64' : 'x64'], 'resources/app.asar'), home)
    const hub = start(home, 'hub', ['--port', '0', '--host', '127.0.0.1', '--data', data])
    const address = await vi.waitFor(() => /http:\/\/127\.0\.0\.1:\d+/.exec(hub.said())?.[0] ?? fail(hub.said()), {
      timeout: 20_000,
    })
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    const agent = start(home, 'agent', ['--hub', address, '--data', data, '--printer', 'virtual:'])
    await vi.waitFor(
      () => {
        const papers = path.join(data, 'papers')
        if (!existsSync(papers) || readdirSync(papers).length === 0) fail(agent.said())
      },
      { timeout: 20_000 },
    )
  },
)

test('the packer’s settings have only names that the packer knows', async () => {
  // Paths inside the packer: it is pinned exactly.
  const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js')
  const { DebugLogger } = require('builder-util')
  const config = await getConfig(root, 'electron-builder.yml', null)
  await validateConfiguration(config, new DebugLogger(false))
  await expect(validateConfiguration({ ...config, electronFuse: {} }, new DebugLogger(false))).rejects.toThrow(
    'electronFuse',
  )
  expect(config.linux.target).toEqual([
    { target: 'deb', arch: ['arm64', 'x64'] },
    { target: 'AppImage', arch: ['arm64', 'x64'] },
  ])
})

function start(home: string, name: string, flags: readonly string[]) {
  const child = spawn(process.execPath, [path.join(home, `dist/app/${name}.mjs`), ...flags], { cwd: folder })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return { said: () => said }
}

function fail(why: string): never {
  throw new Error(why)
}

/** The packages, as `name@version`, that these need to run, in the source tree. */
function packagesNeededBy(names: readonly string[], from = root, found = new Set<string>()): Set<string> {
  for (const name of names) {
    const home = homeOf(name, from)
    if (home === null || typesOnly.test(name)) continue
    const { id, needs } = identify(readFileSync(path.join(home, 'package.json')))
    if (found.has(id)) continue
    found.add(id)
    packagesNeededBy(needs, home, found)
  }
  return found
}

function identify(manifest: Buffer): { id: string; needs: readonly string[] } {
  const { name, version, dependencies, optionalDependencies } = JSON.parse(manifest.toString())
  return { id: `${name}@${version}`, needs: Object.keys({ ...dependencies, ...optionalDependencies }) }
}

function homeOf(name: string, from: string): string | null {
  const home = path.join(from, 'node_modules', name)
  if (existsSync(path.join(home, 'package.json'))) return home
  return from === root || from === path.dirname(from) ? null : homeOf(name, path.dirname(from))
}

const licenceFile = /\/licen[cs]e[^/]*$/i

/** Names that a program never loads: types for the compiler, headers for a build. */
const typesOnly = /^(@types\/.*|node-addon-api|undici-types)$/
