import { readFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { endWhenTold } from '../end-when-told.ts'
import { systemRandomness } from '../randomness.ts'
import { readSettings } from '../settings.ts'
import { startHub, StartRefused } from './hub.ts'
import { jsonLog } from './json-log.ts'

/** The hub as a program of its own. Exit code 2: it cannot start as it is told to; 1: it broke and may be restarted. */
const read = readSettings(process.argv.slice(2), process.env)
if (!read.ok) refuse(read.flaw)
const { settings } = read
const stopsBy = endWhenTold()
const root = path.join(import.meta.dirname, '..', '..')
const log = jsonLog(systemClock, process.stderr)

try {
  const hub = await startHub({
    ...settings,
    web: path.join(root, 'dist', 'web'),
    version: String(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version),
    clock: systemClock,
    randomness: systemRandomness,
    log,
    onBroken: (error) => {
      log.error('the hub broke and ends', { error: String(error) })
      process.exit(1)
    },
  })
  stopsBy(() => hub.stop())
  console.log(`Loket is ready at ${hub.address}`)
  console.log(`On the office's network: ${hub.networkAddress}`)
  for (const page of ['kiosk', 'lobby', 'desk', 'status', 'printer']) console.log(`  ${hub.address}/${page}`)
  if (hub.notice !== null) console.log(hub.notice)
  if (hub.setupCode === null) console.log('Sign in at the desk with your name and PIN.')
  else
    console.log(
      `First sign-in at the desk: setup code ${hub.setupCode}, then choose your name and a PIN of six digits.`,
    )
  process.send?.({ type: 'ready', address: hub.address })
} catch (error) {
  if (error instanceof StartRefused) refuse(error.message)
  throw error
}

function refuse(line: string): never {
  console.error(line)
  process.exit(2)
}
