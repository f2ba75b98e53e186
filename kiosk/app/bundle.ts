import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'rolldown'

/**
 * Builds what the installed app runs into `dist/app`: the shell, the hub with its ledger worker, the agent and the
 * voice as ES modules, and the preload script as CommonJS, which is all that a sandboxed page's preload may be. Packages with
 * native code stay outside and are packed as they are.
 */
const root = path.join(import.meta.dirname, '..', '..')

const programs = {
  main: 'kiosk/app/main.ts',
  hub: 'kiosk/hub/main.ts',
  agent: 'kiosk/agent/main.ts',
  voice: 'kiosk/voice/main.ts',
  'ledger-worker': 'kiosk/hub/ledger-worker.ts',
}

/** Kept as packages: their native halves are found beside their own files. `electron` exists only inside Electron. */
export const keptPackages = ['better-sqlite3', 'serialport', '@node-escpos/core', '@node-escpos/adapter'] as const

export async function bundleApp(outDir = path.join(root, 'dist', 'app')): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  const external = ['electron', ...keptPackages]
  const shared = { platform: 'node', external, logLevel: 'warn' } as const
  await build({
    ...shared,
    input: inRoot(programs),
    output: { dir: outDir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'part-[hash].mjs' },
  })
  await build({
    ...shared,
    input: inRoot({ preload: 'kiosk/app/preload.ts' }),
    output: { dir: outDir, format: 'cjs', entryFileNames: '[name].cjs' },
  })
}

function inRoot(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, file]) => [name, path.join(root, file)]))
}

if (import.meta.main) await bundleApp()
