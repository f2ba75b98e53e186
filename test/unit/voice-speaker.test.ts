import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { espeakSpeaker } from '../../hardware/voice/espeak.ts'
import type { Speaker } from '../../hardware/voice/port.ts'
import { forEspeak } from '../../hardware/voice/pronounce.ts'
import { wholeWav } from '../../hardware/voice/wav.ts'
import type { Language } from '../../shared/language.ts'
import { FakeSpeaker } from '../fakes/fake-speaker.ts'
import { testFolder } from '../hub/folder.ts'

/** The contract S-1 to S-5 of `hardware/voice/port.ts`, on the real synthesiser and on the fake. */
const call = 'Nomor antrean A nol nol satu. Silakan menuju Loket dua belas.'

describe.each<[string, () => Speaker]>([
  ['espeak-ng', () => espeakSpeaker()],
  ['the fake', () => new FakeSpeaker()],
])('%s', (_, open) => {
  test.each<Language>(['id', 'en', 'su'])('S-2 speaks %s as a whole WAV file with sound in it', async (language) => {
    expect(heard(await spoken(open(), { language, text: call }))).toEqual({
      lengthsAreTrue: true,
      bits: 16,
      channels: 1,
      isAudible: true,
      lastsSeconds: expect.closeTo(3, -1),
    })
  })

  test('S-2 a longer text lasts longer', async () => {
    const speaker = open()
    const once = await spoken(speaker, { language: 'id', text: call })
    const twice = await spoken(speaker, { language: 'id', text: `${call} ${call}` })
    expect(twice.length).toBeGreaterThan(1.7 * once.length)
  })

  test('S-4 says that it failed where there is nothing to say', async () => {
    expect(await open().speak({ language: 'id', text: ' ' })).toEqual({ kind: 'failed', detail: expect.any(String) })
  })

  test.each([
    ['an option', '-v en --version'],
    ['an option for a file', '-w stolen.wav halo'],
    ['a file', '/etc/passwd'],
    ['mark-up', '<audio src="/etc/passwd"/> <b>halo</b>'],
    ['sounds by name', '[[halo ]] dua [[ ]]'],
    ['control characters', 'halo\u0000dua\u001Btiga\nempat'],
    ['a command', '$(touch stolen) `touch stolen`; touch stolen'],
    ['letters of no voice', '東京 ﷽ 😀 halo'],
  ])('S-5 only reads out what looks like %s', async (_, text) => {
    expect(heard(await spoken(open(), { language: 'id', text }))).toMatchObject({ isAudible: true })
  })
})

describe('espeak-ng', () => {
  test('S-3 says what to install where it is missing', async () => {
    const speaker = espeakSpeaker({ program: path.join(testFolder(), 'espeak-ng') })
    expect(await speaker.speak({ language: 'id', text: call })).toEqual({
      kind: 'missing',
      detail: 'espeak-ng is not installed. As root: apt-get install -y espeak-ng',
    })
  })

  test('S-1 is ended at the deadline and leaves no process behind', async () => {
    const folder = testFolder()
    const speaker = espeakSpeaker({ program: script(folder, 'echo $$ > pid; exec sleep 60'), deadlineMs: 300 })
    expect(await speaker.speak({ language: 'id', text: call })).toEqual({
      kind: 'failed',
      detail: 'espeak-ng took longer than 300 ms',
    })
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  test.each([
    ['breaks, with its own words', 'echo "no voice data" >&2; exit 1', 'no voice data'],
    ['makes no sound', 'exit 0', 'espeak-ng made no sound'],
    ['makes something else', 'echo hello', 'espeak-ng made no sound'],
    ['never ends', 'yes', 'the sound is too long'],
    ['does not read its text', 'exec <&-; printf nothing', 'espeak-ng made no sound'],
  ])('S-4 says why when it %s', async (_, work, detail) => {
    const speaker = espeakSpeaker({ program: script(testFolder(), work) })
    expect(await speaker.speak({ language: 'id', text: call })).toEqual({ kind: 'failed', detail })
  })
})

test('an English A is a letter and not the article, and a Sundanese e is what is written', () => {
  expect(forEspeak({ language: 'en', text: "Number A zero. A's, AA, A-1, (A). Please" })).toBe(
    "Number [['eI]] zero. A's, AA, A-1, ([['eI]]). Please",
  )
  expect(forEspeak({ language: 'su', text: 'Nomer antrian A nol. KTP-el teu acan énggal, Loket tilu.' })).toBe(
    "[[n'om@R]] antrian A nol. KTP-el [[t'@]] acan [['ENgal]], [[l'ok@t]] tilu.",
  )
  expect(forEspeak({ language: 'id', text: 'Nomor antrean A nol.' })).toBe('Nomor antrean A nol.')
  expect(forEspeak({ language: 'id', text: '[[halo]]\u0000\nLoket' })).toBe('halo   Loket')
})

test('a WAV file is mended only when it is one', () => {
  expect([new Uint8Array(0), new Uint8Array(44), new TextEncoder().encode('RIFF'.repeat(20))].map(wholeWav)).toEqual([
    null,
    null,
    null,
  ])
})

async function spoken(speaker: Speaker, phrase: Parameters<Speaker['speak']>[0]): Promise<Buffer> {
  const outcome = await speaker.speak(phrase)
  if (outcome.kind !== 'spoken') throw new Error(`${outcome.kind}: ${outcome.detail}`)
  return Buffer.from(outcome.wav)
}

function heard(wav: Buffer) {
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, i) => wav.readInt16LE(44 + 2 * i))
  return {
    lengthsAreTrue:
      wav.toString('latin1', 0, 4) === 'RIFF' &&
      wav.toString('latin1', 8, 16) === 'WAVEfmt ' &&
      wav.readUInt32LE(4) === wav.length - 8 &&
      wav.readUInt32LE(40) === wav.length - 44,
    bits: wav.readUInt16LE(34),
    channels: wav.readUInt16LE(22),
    isAudible: samples.filter((sample) => Math.abs(sample) > 1_000).length > samples.length / 10,
    lastsSeconds: samples.length / wav.readUInt32LE(24),
  }
}

function script(folder: string, work: string): string {
  const file = path.join(folder, 'espeak-ng')
  writeFileSync(file, `#!/bin/sh\ncd ${folder}\n${work}\n`)
  chmodSync(file, 0o755)
  return file
}
