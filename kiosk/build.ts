import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Builds what runs: the pages into `dist/web`, hub, agent and shell into `dist/app`. The programs would run from their
 * sources as well, but take a third more memory that way, which a small board has better use for.
 */
const root = path.join(import.meta.dirname, '..')

export async function build(): Promise<void> {
  // Loaded only where something is built: an installed machine need not have the tools.
  const [{ buildPages }, { bundleApp }] = await Promise.all([import('../display/build.ts'), import('./app/bundle.ts')])
  await buildPages()
  await Promise.all([buildWorker(), bundleApp()])
}

/** Builds the pages' service worker for the pages as they stand in `web`. */
export async function buildWorker(web = path.join(root, 'dist', 'web')): Promise<void> {
  const { build } = await import('rolldown')
  await build({
    platform: 'browser',
    logLevel: 'warn',
    input: path.join(root, 'display/ui/offline-worker.ts'),
    transform: { define: { builtShell: JSON.stringify(shellOf(web)) } },
    output: { file: path.join(web, 'worker.js'), format: 'iife', minify: true },
  })
}

/** The pages of machines that must come up without their hub, and what each of them is made of; `Shell` of the worker. */
function shellOf(web: string): { build: string; pages: Readonly<Record<string, readonly string[]>> } {
  const files = { '/lobby': 'display/lobby', '/kiosk': 'kiosk/screen', '/desk': 'display/desk' }
  const pages = Object.entries(files).map(
    ([address, folder]) => [address, partsOf(web, `${folder}/index.html`)] as const,
  )
  const hash = createHash('sha256').update(JSON.stringify(pages))
  for (const folder of Object.values(files)) hash.update(readFileSync(path.join(web, folder, 'index.html')))
  return { build: hash.digest('hex').slice(0, 12), pages: Object.fromEntries(pages) }
}

/** Every file that a page names, or that one of those names in turn: programs, styles, fonts, pictures. */
function partsOf(web: string, page: string): readonly string[] {
  const found = new Set<string>()
  const open = [page]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const [, name = ''] of readFileSync(path.join(web, file), 'utf8').matchAll(partName)) {
      const part = name.startsWith('/') ? name.slice(1) : path.join(path.dirname(file), name)
      const known = [part, name].find((candidate) => existsSync(path.join(web, candidate)))
      if (known === undefined || found.has(`/${known}`)) continue
      found.add(`/${known}`)
      if (/\.(js|css)$/.test(known)) open.push(known)
    }
  }
  return [...found].toSorted()
}

const partName = /["'`(]([\w./-]+\.(?:js|css|woff2|svg|png))["'`)]/g

/** Builds unless everything is there and newer than what it is made of. */
export async function buildIfStale(): Promise<void> {
  const made = ['dist/web/worker.js', 'dist/app/preload.cjs'].map(
    (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  if (Math.min(...made) >= newestSource()) return
  console.log('Building, this once ...')
  await build()
}

function newestSource(): number {
  const sources = ['display', 'hardware', 'kiosk', 'shared'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
  )
  const files = [
    path.join(root, 'package-lock.json'),
    ...sources.map(({ parentPath, name }) => path.join(parentPath, name)),
  ]
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}

if (import.meta.main) await build()
