import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A folder that stands in for Electron's own distribution when the app is packed: its files' names, and a program
 * with the fuse wire that a packer flips (format: @electron/fuses, `setFuseWire`). It does not run.
 */
export function makeElectronDist(folder: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([wireVersion, fuses.length]), Buffer.from(fuses)])
  writeFileSync(path.join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/false\n'), wire]), { mode: 0o755 })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak'])
    writeFileSync(path.join(folder, name), 'stand-in')
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireVersion = 1
/** 1 is on, 0 is off: each the opposite of what the app asks for, so that a fuse left alone is seen. */
const fuses = '10110011'
