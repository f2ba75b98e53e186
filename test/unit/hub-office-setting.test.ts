import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { exampleOffice } from '../../shared/example-office.ts'
import { testFolder } from '../hub/folder.ts'
import { runningHub } from '../hub/running-hub.ts'

// `--office` on a data folder whose ledger has begun: what is asked for and not done is said, never passed over.

test('another office document than the one in force is said not to be in force, and how to change that', async () => {
  const [begun, office] = [await begunFolder(), officeFile('Kantor Lain')]
  const hub = await runningHub({ data: begun, office })
  expect([hub.notice, (await lobbyOf(hub.address)).includes('Kantor Lain')]).toEqual([
    `--office ${office}: not in force. The office document in force is the one in the ledger; to change it: npx loket office import ${office}`,
    false,
  ])
})

test('the same document again, or none, is nothing to speak of', async () => {
  const office = officeFile('Kantor Ini')
  const begun = await begunFolder(office)
  const again = await runningHub({ data: begun, office })
  expect(again.notice).toBe(null)
  await again.stop()
  expect((await runningHub({ data: begun })).notice).toBe(null)
})

test('a file that does not exist stops the start, as it does on a new folder', async () => {
  const missing = path.join(testFolder(), 'missing.yaml')
  const refused = `--office: ${missing}: no such file`
  await expect(runningHub({ data: await begunFolder(), office: missing })).rejects.toThrow(refused)
  await expect(runningHub({ office: missing })).rejects.toThrow(refused)
})

async function begunFolder(office?: string): Promise<string> {
  const hub = await runningHub({ office })
  await hub.stop()
  return hub.data
}

function officeFile(name: string): string {
  const file = path.join(testFolder(), 'office.yaml')
  writeFileSync(file, stringify({ ...exampleOffice, name }))
  return file
}

async function lobbyOf(address: string): Promise<string> {
  return (await fetch(`${address}/api/lobby.json`)).text()
}
