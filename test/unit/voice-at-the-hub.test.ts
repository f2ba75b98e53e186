import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { clipPath, phrasePath } from '../../shared/voice/files.ts'
import type { VoiceView } from '../../shared/voice/wanted.ts'
import { testFolder } from '../hub/folder.ts'
import { client, give, runningHub, signedInDesk, viewWhere } from '../hub/running-hub.ts'

// What the hub tells the voice beside it, and what it serves of its work.

test('the voice is told what a call will say as soon as it is made, and only on this machine', async () => {
  const hub = await runningHub()
  const desk = await signedInDesk(hub)
  const voice = await client(hub, { as: 'voice' })
  const kiosk = await client(hub, { as: 'kiosk', screen: 'test-kiosk-1' })
  await give(kiosk, { type: 'TakeTicket', service: 'family-card', class: 'regular' })
  const wanted = viewWhere<VoiceView>(voice, ({ phrases }) => phrases.length > 0)
  await give(desk, { type: 'CallNext', counter: '1' })
  expect((await wanted).view).toEqual({
    kind: 'voice',
    phrases: [
      { language: 'id', text: 'Nomor antrean C nol nol satu. Silakan menuju Loket satu.' },
      { language: 'id', text: 'Sekali lagi, nomor antrean C nol nol satu. Silakan menuju Loket satu.' },
    ],
  })
  await expect(client(hub, { as: 'voice' }, { 'x-forwarded-for': '10.0.0.9' })).rejects.toThrow('only-on-this-machine')
})

test('sounds are served once they are there, and nothing else of the data folder', async () => {
  const data = testFolder()
  mkdirSync(path.join(data, 'voice', 'own', 'su'), { recursive: true })
  const phrase = phrasePath({ language: 'id', text: 'Siap.' })
  writeFileSync(path.join(data, phrase), 'a sound')
  writeFileSync(path.join(data, 'voice', 'own', 'su', 'ticket.ogg'), 'a recording')
  writeFileSync(path.join(data, 'voice', 'own', 'su', 'notes.txt'), 'no recording')
  const hub = await runningHub({ data })
  const asked = async (where: string) => {
    const response = await fetch(hub.address + where)
    return [response.status, response.headers.get('cache-control'), await response.text()]
  }
  expect(await asked(phrase)).toEqual([200, 'public, max-age=86400, immutable', 'a sound'])
  expect(await asked(phrasePath({ language: 'id', text: 'Belum.' }))).toEqual([202, 'no-store', ''])
  expect(await asked(clipPath('su', 'ticket.ogg'))).toEqual([200, 'no-cache', 'a recording'])
  expect((await asked(clipPath('su', 'go-to.ogg')))[0]).toBe(404)
  for (const where of ['/voice/own/su/notes.txt', '/voice/../guard.json', '/voice/%2e%2e/guard.json'])
    expect((await asked(where))[0]).toBe(404)
  const lobby = await client(hub, { as: 'lobby', screen: 'test-lobby-1' })
  const heard = await viewWhere<LobbyView>(lobby, ({ voice }) => voice.recordings.su !== undefined)
  expect(heard.view.voice.recordings).toEqual({ su: ['ticket.ogg'] })
})
