import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { KioskView } from '../../shared/views/kiosk.ts'
import { smallDocument } from '../core/small-office.ts'
import { testFolder } from '../hub/folder.ts'
import { ask, client, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'

// The technician's command, run as the program that it is, beside a hub that works.

test('an office document is checked without a hub, and what is wrong in it is named', async () => {
  expect(await loket(['office', 'check', fileOf(smallDocument)])).toEqual(done('The office document is right.'))
  const wrong = await loket(['office', 'check', fileOf({ ...smallDocument, timeZone: 'Asia/Nowhere', counters: 3 })])
  expect([wrong.code, wrong.said.split('\n').map((line) => line.split(':')[0])]).toEqual([1, ['timeZone', 'counters']])
  expect(await loket(['office', 'check', 'no-such.yaml'])).toEqual(refused('no-such.yaml: no such file'))
})

test('an office document comes into force while the office works, on every screen', async () => {
  const hub = await runningHub()
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const changed = viewWhere<KioskView>(kiosk, ({ office }) => office.name.id === 'Kantor Kecil')
  expect(await loket(['office', 'import', fileOf(smallDocument), '--data', hub.data])).toEqual(
    done('The office document is in force.'),
  )
  expect((await changed).view.services.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
})

test('a document that would take a service from people who wait for it changes nothing', async () => {
  const hub = await runningHub()
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  const flags = ['--data', hub.data]
  await loket(['office', 'import', fileOf(smallDocument), ...flags])
  expect(await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })).toMatchObject({ ok: true })
  const services = smallDocument.services.filter(({ id }) => id !== 'letters')
  const counters = [{ id: '1', name: 'Loket 1', services: ['cards', 'pick-up'] }]
  const without = fileOf({ ...smallDocument, services, counters })
  expect(await loket(['office', 'import', without, ...flags])).toEqual(
    refused(
      'A service that would be removed or numbered anew is in use: people hold numbers of today for it, or a notice is about it. Try again tomorrow, or resolve the notice first.',
    ),
  )
  expect(await give(kiosk, { type: 'TakeTicket', service: 'letters', class: 'regular' })).toMatchObject({ ok: true })
})

test('somebody who has forgotten the PIN is let in with a new one; one that is easy to guess is said to be', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const flags = ['--data', hub.data]
  expect(await loket(['pin', 'Siti', ...flags], '314159\n')).toEqual({
    code: 0,
    said: 'New PIN for Siti, six digits: Siti signs in with the new PIN from now on.',
  })
  expect(await ask(desk, { type: 'SignIn', name: 'Siti', pin: '314159' })).toMatchObject({ ok: true })
  expect(await loket(['pin', 'Siti', ...flags], '123456\n')).toEqual({
    code: 0,
    said: 'New PIN for Siti, six digits: Siti signs in with the new PIN from now on.\nIt is easy to guess: better give another.',
  })
  expect([
    await loket(['pin', 'Siti', ...flags], '12345\n'),
    await loket(['pin', 'Nobody', ...flags], '314159\n'),
  ]).toEqual([
    refused('New PIN for Siti, six digits: pin: six digits'),
    refused('New PIN for Nobody, six digits: Nobody here is called Nobody.'),
  ])
})

test('a data folder may lie deeper than the address of a Unix socket reaches', async () => {
  const data = path.join(testFolder(), ...Array.from({ length: 6 }, () => 'a-folder-with-a-long-name'))
  expect(await loket(['pin', 'Siti', '--data', data], '314159\n')).toMatchObject({ code: 1 })
  mkdirSync(data, { recursive: true })
  const hub = await runningHub({ data })
  await signedInDesk(hub)
  expect(await loket(['pin', 'Siti', '--data', data], '314159\n')).toMatchObject({ code: 0 })
  await hub.stop()
  expect(await loket(['pin', 'Siti', '--data', data], '314159\n')).toMatchObject({
    code: 1,
    said: expect.stringContaining('No hub is running'),
  })
})

test('the ledger is copied while the office works', async () => {
  const hub = await runningHub()
  await signedInDesk(hub)
  const copy = path.join(testFolder(), 'copy.db')
  const backup = await loket(['backup', copy, '--data', hub.data])
  expect([backup.code, existsSync(copy)]).toEqual([0, true])
  expect(backup.said).toMatch(/^\d+ events copied and checked$/)
  expect(await loket(['backup', copy, '--data', hub.data])).toMatchObject({ code: 1 })
})

test('what is missing or unknown is said, with what there is', async () => {
  const nobody = testFolder()
  const said = [
    await loket(['pin', 'Siti', '--data', nobody], '314159\n'),
    await loket(['backup']),
    await loket(['dance']),
    await loket(['backup', 'copy.db', '--port', 'abc']),
  ]
  expect(said.map(({ code, said: lines }) => [code, lines.replace(nobody, 'FOLDER').split('\n')[0]])).toEqual([
    [
      1,
      'New PIN for Siti, six digits: No hub is running with the data folder FOLDER. Start it, or name its folder with --data.',
    ],
    [1, 'FILE is missing.'],
    [1, 'loket backup FILE         a complete copy of the ledger, while the office works'],
    [1, '--port: a port number, 0 to 65535; got "abc"'],
  ])
})

/** What the program says on both streams, and how it ends. `typed` is what somebody types. */
async function loket(args: readonly string[], typed = '') {
  const program = path.join(import.meta.dirname, '../../kiosk/loket.ts')
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'] } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  child.stdin.end(typed)
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  return { code, said: said.trim() }
}

const done = (said: string) => ({ code: 0, said })
const refused = (said: string) => ({ code: 1, said })

function fileOf(document: object): string {
  const file = path.join(testFolder(), 'office.yaml')
  writeFileSync(file, stringify(document))
  return file
}
