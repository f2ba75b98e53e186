import { readdirSync, statSync } from 'node:fs'
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
  await bundleApp()
}

/** Builds unless everything is there and newer than what it is made of. */
export async function buildIfStale(): Promise<void> {
  const made = ['dist/web/display/status/index.html', 'dist/app/preload.cjs'].map(
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
