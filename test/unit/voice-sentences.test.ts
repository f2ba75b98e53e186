import { describe, expect, test } from 'vitest'
import { allClips, callClips, clipsAmong } from '../../shared/voice/clips.ts'
import { clipPath, phrasePath, voiceFile } from '../../shared/voice/files.ts'
import { phraseKey } from '../../shared/voice/phrase.ts'
import {
  defaultVoice,
  spokenLanguages,
  volumeAt,
  type NumberStyle,
  type VoiceSettings,
} from '../../shared/voice/settings.ts'
import { phrasesMax, voiceView } from '../../shared/voice/wanted.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { languages, type Language } from '../../shared/language.ts'
import { noticeContentSchema } from '../../shared/notice.ts'
import { lobbyView, type LobbyView } from '../../shared/views/lobby.ts'
import { callPhrases, noticePhrases, spokenText } from '../../shared/words/voice-text.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'

// What is said aloud, as whole sentences. The office is in Asia/Jakarta.

const counter = { id: 'Loket 12', en: 'Counter 12', su: 'Loket 12' }
const saidOf = (number: string, language: Language, style: NumberStyle) => {
  const { first, again } = callPhrases({ number, counter }, language, style)
  return [first.text, again.text]
}

describe('a call', () => {
  test('is said digit by digit, and once more', () => {
    expect(['A001', 'B120', 'C017'].map((number) => saidOf(number, 'id', 'digits'))).toEqual([
      [
        'Nomor antrean A nol nol satu. Silakan menuju Loket dua belas.',
        'Sekali lagi, nomor antrean A nol nol satu. Silakan menuju Loket dua belas.',
      ],
      [
        'Nomor antrean B satu dua nol. Silakan menuju Loket dua belas.',
        'Sekali lagi, nomor antrean B satu dua nol. Silakan menuju Loket dua belas.',
      ],
      [
        'Nomor antrean C nol satu tujuh. Silakan menuju Loket dua belas.',
        'Sekali lagi, nomor antrean C nol satu tujuh. Silakan menuju Loket dua belas.',
      ],
    ])
    expect(['A001', 'B120', 'C017'].map((number) => saidOf(number, 'en', 'digits'))).toEqual([
      [
        'Number A zero zero one. Please go to Counter twelve.',
        'Once more, number A zero zero one. Please go to Counter twelve.',
      ],
      [
        'Number B one two zero. Please go to Counter twelve.',
        'Once more, number B one two zero. Please go to Counter twelve.',
      ],
      [
        'Number C zero one seven. Please go to Counter twelve.',
        'Once more, number C zero one seven. Please go to Counter twelve.',
      ],
    ])
    expect(['A001', 'B120', 'C017'].map((number) => saidOf(number, 'su', 'digits'))).toEqual([
      [
        'Nomer antrian A nol nol hiji. Mangga sumping ka Loket dua belas.',
        'Sakali deui, nomer antrian A nol nol hiji. Mangga sumping ka Loket dua belas.',
      ],
      [
        'Nomer antrian B hiji dua nol. Mangga sumping ka Loket dua belas.',
        'Sakali deui, nomer antrian B hiji dua nol. Mangga sumping ka Loket dua belas.',
      ],
      [
        'Nomer antrian C nol hiji tujuh. Mangga sumping ka Loket dua belas.',
        'Sakali deui, nomer antrian C nol hiji tujuh. Mangga sumping ka Loket dua belas.',
      ],
    ])
  })

  test('is said as a whole number where the office wants that', () => {
    const said = (['id', 'en', 'su'] as const).map((language) =>
      ['A001', 'B120', 'C017', 'D999', 'E045', 'F200'].map((number) => saidOf(number, language, 'cardinal')[0]),
    )
    expect(said).toEqual([
      [
        'Nomor antrean A satu. Silakan menuju Loket dua belas.',
        'Nomor antrean B seratus dua puluh. Silakan menuju Loket dua belas.',
        'Nomor antrean C tujuh belas. Silakan menuju Loket dua belas.',
        'Nomor antrean D sembilan ratus sembilan puluh sembilan. Silakan menuju Loket dua belas.',
        'Nomor antrean E empat puluh lima. Silakan menuju Loket dua belas.',
        'Nomor antrean F dua ratus. Silakan menuju Loket dua belas.',
      ],
      [
        'Number A one. Please go to Counter twelve.',
        'Number B one hundred and twenty. Please go to Counter twelve.',
        'Number C seventeen. Please go to Counter twelve.',
        'Number D nine hundred and ninety nine. Please go to Counter twelve.',
        'Number E forty five. Please go to Counter twelve.',
        'Number F two hundred. Please go to Counter twelve.',
      ],
      [
        'Nomer antrian A hiji. Mangga sumping ka Loket dua belas.',
        'Nomer antrian B saratus dua puluh. Mangga sumping ka Loket dua belas.',
        'Nomer antrian C tujuh belas. Mangga sumping ka Loket dua belas.',
        'Nomer antrian D salapan ratus salapan puluh salapan. Mangga sumping ka Loket dua belas.',
        'Nomer antrian E opat puluh lima. Mangga sumping ka Loket dua belas.',
        'Nomer antrian F dua ratus. Mangga sumping ka Loket dua belas.',
      ],
    ])
    expect(saidOf('A1000', 'id', 'cardinal')[0]).toBe(
      'Nomor antrean A satu nol nol nol. Silakan menuju Loket dua belas.',
    )
  })
})

test('written times and numbers are said as people say them; telephone numbers, sums and years are left alone', () => {
  const written =
    'Rabu, 25 November, pukul 08.05 di lantai 2; jam 14.00; 09:30. Rp 50.000, 10.5 km, 2026, 0812-345-678, 3A'
  expect(languages.map((language) => spokenText(written, language))).toEqual([
    'Rabu, dua puluh lima November, pukul delapan lewat lima menit di lantai dua; pukul empat belas; pukul sembilan lewat tiga puluh menit. Rp 50.000, 10.5 km, 2026, 0812-345-678, 3A',
    "Rabu, twenty five November, eight oh five di lantai two; two o'clock; nine thirty. Rp 50.000, 10.5 km, 2026, 0812-345-678, 3A",
    'Rabu, dua puluh lima November, tabuh dalapan langkung lima menit di lantai dua; tabuh opat belas; tabuh salapan langkung tilu puluh menit. Rp 50.000, 10.5 km, 2026, 0812-345-678, 3A',
  ])
})

describe('a notice', () => {
  const morning = Date.parse('2026-11-24T08:15:00+07:00')
  const view = lobbyView(withOutage(morning).state, morning)

  test('is said as what it is about, what still works, and when there is news', () => {
    const said = languages.map((language) =>
      noticePhrases(view.notices[0]!, language, 'Asia/Jakarta', morning).map(({ text }) => text),
    )
    expect(said).toEqual([
      [
        'Mohon perhatian. Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani.',
        'Layanan lain tetap buka: Kartu Keluarga, Surat Keterangan, Akta Pencatatan Sipil, Pindah Datang, dan Pengambilan Dokumen.',
        'Kabar berikutnya pukul sembilan lewat tiga puluh menit.',
      ],
      [
        'May we have your attention, please. Identity card recording and Identity card printing are not working now.',
        'Still open: Family card, Letters, Civil certificates, Moving and Document pick-up.',
        'Next news nine thirty.',
      ],
      [
        'Punten, mangga dangukeun sakedap. Ngarekam KTP-el sareng Nyitak KTP-el ayeuna teu acan tiasa dilayanan.',
        'Layanan sanésna tetep buka: Kartu Kulawarga, Serat Katerangan, Akta Pencatetan Sipil, Pindah Sumping sareng Nyandak Dokumen.',
        'Wartos salajengna tabuh salapan langkung tilu puluh menit.',
      ],
    ])
  })

  test('is kept ready also as it will be said once its news is overdue, and calls with it, the newest first', () => {
    const wanted = voiceView(view, voice({ languages: ['en', 'id'] }), morning).phrases
    const overdue = 'Kabar baru terlambat. Silakan tanyakan kepada petugas.'
    expect(wanted.map(({ language, text }) => `${language} ${text.slice(0, 24)}`).slice(0, 4)).toEqual([
      'id Nomor antrean C nol nol ',
      'id Sekali lagi, nomor antre',
      'en Number C zero zero one. ',
      'en Once more, number C zero',
    ])
    expect(wanted).toContainEqual({ language: 'id', text: overdue })
    expect(wanted).toContainEqual({ language: 'id', text: 'Kabar berikutnya pukul sembilan lewat tiga puluh menit.' })
    expect(voiceView(view, voice({ notices: false }), morning).phrases).toHaveLength(2)
    expect(voiceView(view, voice({ languages: [] }), morning).phrases).toEqual([])
  })

  test('of any number are never more than can be kept ready', () => {
    const many: LobbyView = { ...view, calls: Array.from({ length: 60 }, (_, i) => ({ ...view.calls[0]!, call: i })) }
    expect(voiceView(many, voice({ languages: ['id', 'en', 'su'] }), morning).phrases).toHaveLength(phrasesMax)
  })
})

describe('the key of a phrase', () => {
  test('is the same everywhere, and another for another text or language', () => {
    const keys = [
      phraseKey({ language: 'id', text: 'Nomor antrean A nol nol satu.' }),
      phraseKey({ language: 'su', text: 'Nomor antrean A nol nol satu.' }),
      phraseKey({ language: 'id', text: '' }),
    ]
    expect(keys).toEqual(['62022988e0c98ec0', '3682b3a34cd4e90e', '77e1192ae219becf'])
  })

  test('is one of its own for every call an office can make in a day', () => {
    const keys = new Set<string>()
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      for (let figures = 1; figures <= 999; figures += 7)
        for (const language of languages) {
          const { first, again } = callPhrases({ number: `${letter}${figures}`, counter }, language, 'digits')
          keys.add(phraseKey(first)).add(phraseKey(again))
        }
    expect(keys.size).toBe(26 * 143 * 3 * 2)
  })
})

describe('recorded clips', () => {
  test('are 46 to record, in English 60', () => {
    expect(languages.map((language) => [language, new Set(allClips(language)).size])).toEqual([
      ['id', 46],
      ['en', 60],
      ['su', 46],
    ])
  })

  test('make up a call in either style', () => {
    const call = { number: 'B120', counter }
    expect([
      callClips(call, 'id', 'digits'),
      callClips(call, 'id', 'cardinal')?.first,
      callClips(call, 'en', 'cardinal')?.again,
    ]).toEqual([
      {
        first: 'ticket letter-b number-1 number-2 number-0 go-to counter number-2 teen'.split(' '),
        again: 'again ticket letter-b number-1 number-2 number-0 go-to counter number-2 teen'.split(' '),
      },
      'ticket letter-b one-hundred number-2 ten go-to counter number-2 teen'.split(' '),
      'again ticket letter-b number-1 hundred and number-20 go-to counter number-12'.split(' '),
    ])
  })

  test('are all on the list, whatever is called', () => {
    for (const language of languages) {
      const known = new Set(allClips(language))
      for (const style of ['digits', 'cardinal'] as const)
        for (let value = 0; value <= 999; value++) {
          const said = callClips(
            { number: `Q${value}`, counter: { id: 'Loket 7', en: 'counter 7', su: 'LOKET 7' } },
            language,
            style,
          )
          expect(said?.again.filter((clip) => !known.has(clip))).toEqual([])
        }
    }
  })

  test('do not make up a counter that has a name', () => {
    const named = { id: 'Loket Prioritas', en: 'Priority counter', su: 'Loket Prioritas' }
    expect(callClips({ number: 'A001', counter: named }, 'id', 'digits')).toBeNull()
  })

  test('are found among the files of a folder by their names alone', () => {
    const names = [
      'letter-a.mp3',
      'letter-a.wav',
      'number-1.ogg',
      'letter-ä.wav',
      'teen.WAV',
      '.DS_Store',
      'ticket.txt',
    ]
    expect([...clipsAmong(names, 'id')]).toEqual([
      ['letter-a', 'letter-a.wav'],
      ['number-1', 'number-1.ogg'],
    ])
  })
})

test('only a sound can be asked for by a path of the hub', () => {
  const phrase = { language: 'id', text: 'halo' } as const
  expect([phrasePath(phrase), clipPath('su', 'letter-a.mp3')].map(voiceFile)).toEqual([
    { file: `voice/${phraseKey(phrase)}.wav`, type: 'audio/wav' },
    { file: 'voice/own/su/letter-a.mp3', type: 'audio/mpeg' },
  ])
  for (const path of [
    '/voice/../ledger.db',
    '/voice/own/id/../../../ledger.wav',
    '/voice/own/xx/letter-a.wav',
    '/voice/own/id/letter-a.exe',
    '/voice/0123456789abcdeg.wav',
    '/voice/0123456789abcdef.mp3.db',
    '/voice/%2e%2e/ledger.wav',
    '/voice/',
  ])
    expect([path, voiceFile(path)]).toEqual([path, null])
})

describe('the settings', () => {
  test("put the office's language first", () => {
    expect(spokenLanguages(voice({ languages: ['en', 'su', 'id'] }), 'su')).toEqual(['su', 'en', 'id'])
    expect(spokenLanguages(voice({ languages: ['en'] }), 'id')).toEqual(['en'])
  })

  test('say how loud it is at each time of day, over midnight too', () => {
    const settings = voice({
      volumes: [
        { from: 22 * 60, to: 6 * 60, volume: 0 },
        { from: 12 * 60, to: 13 * 60, volume: 0.5 },
      ],
    })
    const at = (clock: string) => volumeAt(settings, 'Asia/Jakarta', Date.parse(`2026-11-24T${clock}:00+07:00`))
    expect(['21:59', '22:00', '00:00', '05:59', '06:00', '12:00', '12:59', '13:00'].map(at)).toEqual([
      1, 0, 0, 0, 1, 0.5, 0.5, 1,
    ])
  })
})

function voice(change: Partial<VoiceSettings> = {}): VoiceSettings {
  return { ...defaultVoice('id'), ...change }
}

/** The national server is away since 08.15, and C001 was called a minute later. */
function withOutage(at: number): Scenario {
  const content = noticeContentSchema.parse({
    kind: 'outage',
    scope: { office: false, services: [], systems: ['national-server'] },
    cause: null,
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: Date.parse('2026-11-24T09:30:00+07:00'),
    newTickets: 'stop',
    waiting: 'hold',
  })
  const { services, counters } = exampleOffice
  return new Scenario(at)
    .give(kiosk, { type: 'TakeTicket', service: services[2]!.id, class: 'regular' })
    .give(staff, { type: 'RaiseNotice', content })
    .give(staff, { type: 'CallNext', counter: counters[0]!.id }, 1)
}
