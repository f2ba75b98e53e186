import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../hardware/emulator/clock.ts'
import { openPrinter } from '../../hardware/printer/open.ts'
import { openFailure } from '../../hardware/printer/serial.ts'
import { addressOf, job } from './printer-rig.ts'

/**
 * A device that belongs to a group this user is not in. Root may open everything, so a test run by root steps down to
 * an ordinary user while it prints; the switch is the whole process's, hence a file of its own.
 */
const folders: string[] = []
const isRoot = process.geteuid?.() === 0

afterEach(async () => {
  if (isRoot) process.seteuid?.(0)
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

test.each([
  ['serial', 'add it to the group dialout (usermod -aG dialout USER)'],
  ['lp', 'add it to the group lp (usermod -aG lp USER)'],
])('P-3 %s refuses a device it may not open and names the group', async (scheme, advice) => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-'))
  folders.push(folder)
  const path = join(folder, 'device')
  execFileSync('mkfifo', ['-m', '000', path])
  await chmod(folder, 0o755)
  if (isRoot) process.seteuid?.(65_534)
  const port = await openPrinter(addressOf(`${scheme}:${path}`), { clock: systemClock, log: () => undefined })
  expect(await port.print(job('A001'))).toEqual({ kind: 'refused', reason: 'no-permission' })
  expect(port.status()).toMatchObject({ trouble: 'no-permission', detail: expect.stringContaining(advice) })
  await port.close()
})

test('what serialport says in words is understood', () => {
  const said = [
    'Error: Permission denied, cannot open /dev/ttyUSB0',
    'Error Resource temporarily unavailable Cannot lock port',
    'Error: No such file or directory, cannot open /dev/ttyUSB0',
    'Error: Inappropriate ioctl for device, cannot open /dev/ttyUSB0',
    'Error: something new',
  ]
  expect(said.map((message) => openFailure(new Error(message), '/dev/ttyUSB0').trouble)).toEqual([
    'no-permission',
    'busy-elsewhere',
    'unplugged',
    'error',
    'unplugged',
  ])
})
