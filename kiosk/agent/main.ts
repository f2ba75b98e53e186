import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { endWhenTold } from '../end-when-told.ts'
import { systemRandomness } from '../randomness.ts'
import { readSettings } from '../settings.ts'
import { PrinterAddressRefused, startAgent } from './agent.ts'

/** The agent as a program of its own. Exit code 2: it cannot start as it is told to. */
const read = readSettings(process.argv.slice(2), process.env)
if (!read.ok) refuse(read.flaw)
const { settings } = read
const stopsBy = endWhenTold()
const tokenFile = path.join(settings.data, 'agent-token')

try {
  const agent = await startAgent({
    hub: settings.hub ?? `http://127.0.0.1:${settings.port}`,
    printer: settings.printer,
    papers: path.join(settings.data, 'papers'),
    data: settings.data,
    device: keptToken(),
    clock: systemClock,
    randomness: systemRandomness,
    log: (line) => console.error(`agent: ${line}`),
    onPaired: (device) => {
      mkdirSync(settings.data, { recursive: true })
      writeFileSync(tokenFile, device, { mode: 0o600 })
    },
  })
  stopsBy(() => agent.stop())
} catch (error) {
  if (error instanceof PrinterAddressRefused) refuse(error.message)
  throw error
}

function keptToken(): string | undefined {
  try {
    return readFileSync(tokenFile, 'utf8')
  } catch {
    return undefined
  }
}

function refuse(line: string): never {
  console.error(line)
  process.exit(2)
}
