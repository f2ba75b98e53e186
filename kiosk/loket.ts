#!/usr/bin/env node
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { backupLedger } from './hub/ledger-backup.ts'
import { askControl, type ControlRequest } from './hub/control.ts'
import { readOfficeFile } from './hub/office-file.ts'
import { readSettings } from './settings.ts'

/**
 * The technician's command: `npx loket COMMAND`, for an office whose data folder is `--data` (or LOKET_DATA). Exit
 * code 0 when done, 1 when not, with a line that says why.
 */
const usage = `loket backup FILE         a complete copy of the ledger, while the office works
loket office check FILE   read an office document and say what is wrong with it
loket office import FILE  put an office document in force, while the office works
loket pin NAME            give a person a new PIN, typed here, and let them in again
All take --data FOLDER.`

const [words, flags] = split(process.argv.slice(2))
const read = readSettings(flags, process.env)
if (!read.ok) end(1, read.flaw)
const { data } = read.settings
const [command, ...rest] = words

switch ([command, ...(command === 'office' ? rest.slice(0, 1) : [])].join(' ')) {
  case 'backup': {
    const done = backupLedger(path.join(data, 'ledger.db'), path.resolve(needed(rest[0], 'FILE')))
    end(done.ok ? 0 : 1, done.ok ? `${done.events} events copied and checked` : done.flaw)
    break
  }
  case 'office check': {
    const office = await readOfficeFile(needed(rest[1], 'FILE'))
    end(office.ok ? 0 : 1, office.ok ? 'The office document is right.' : office.flaws.join('\n'))
    break
  }
  case 'office import': {
    const file = needed(rest[1], 'FILE')
    const office = await readOfficeFile(file)
    if (!office.ok) end(1, office.flaws.join('\n'))
    await ask({ type: 'import-office', office: parse(await readFile(file, 'utf8')) })
    break
  }
  case 'pin': {
    const name = needed(rest.join(' ') || undefined, 'NAME')
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    const pin = await terminal.question(`New PIN for ${name}, six digits: `)
    terminal.close()
    await ask({ type: 'set-pin', name, pin })
    break
  }
  default:
    end(1, usage)
}

async function ask(request: ControlRequest): Promise<void> {
  const answer = await askControl(data, request)
  if (answer === null)
    end(1, `No hub is running with the data folder ${data}. Start it, or name its folder with --data.`)
  end(answer.ok ? 0 : 1, answer.lines.join('\n'))
}

/** Flags begin where the first word with two hyphens stands. */
function split(args: readonly string[]): readonly [readonly string[], readonly string[]] {
  const first = args.findIndex((word) => word.startsWith('--'))
  return first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)]
}

function needed(word: string | undefined, what: string): string {
  return word ?? end(1, `${what} is missing.\n${usage}`)
}

function end(code: number, line: string): never {
  if (code === 0) console.log(line)
  else console.error(line)
  process.exit(code)
}
