import { describe, expect, test } from 'vitest'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { loadSound } from '../../display/lobby/sound-files.ts'
import { conductVoice, type Heard } from '../../display/lobby/voice-conductor.ts'
import { callReadings } from '../../display/lobby/voice-readings.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { noticeIdSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { noticeContentSchema, type NoticeContent } from '../../shared/notice.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { allClips } from '../../shared/voice/clips.ts'
import { phrasePath } from '../../shared/voice/files.ts'
import { defaultVoice, type OfficeVoice, type VoiceSettings } from '../../shared/voice/settings.ts'
import { voiceView } from '../../shared/voice/wanted.ts'
import { FakePlayer } from '../fakes/fake-player.ts'

// From a view of the lobby to what the loudspeaker is given. The office is in Asia/Jakarta.

const morning = Date.parse('2026-11-24T08:00:00+07:00')

describe('the conductor', () => {
  test('has a chime and each language twice for a call, the next call after it, and nothing the page was born with', async () => {
    const { office, player, show } = hall({ languages: ['en', 'id'] })
    show()
    office.call(1).call(2)
    show()
    await player.quiet()
    expect(player.heard).toEqual([
      'chime at 1',
      'Nomor antrean A nol nol satu. Silakan menuju Loket satu.',
      'Sekali lagi, nomor antrean A nol nol satu. Silakan menuju Loket satu.',
      'Number A zero zero one. Please go to Counter one.',
      'Once more, number A zero zero one. Please go to Counter one.',
      'chime at 1',
      'Nomor antrean A nol nol dua. Silakan menuju Loket dua.',
      'Sekali lagi, nomor antrean A nol nol dua. Silakan menuju Loket dua.',
      'Number A zero zero two. Please go to Counter two.',
      'Once more, number A zero zero two. Please go to Counter two.',
    ])
    show()
    await player.quiet()
    expect(player.heard).toHaveLength(10)
  })

  test('lets a notice give way to a call within a sentence, and go on with it, without a second chime', async () => {
    const { office, player, show } = hall()
    show()
    office.outage()
    show()
    await player.sounding('Mohon perhatian. Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani.')
    player.next()
    const open =
      'Layanan lain tetap buka: Kartu Keluarga, Surat Keterangan, Akta Pencatatan Sipil, Pindah Datang, dan Pengambilan Dokumen.'
    await player.sounding(open)
    office.call(3)
    show()
    await player.quiet()
    expect(player.heard.slice(1)).toEqual([
      'Mohon perhatian. Perekaman KTP-el dan Pencetakan KTP-el sedang tidak dapat dilayani.',
      `${open} (silenced)`,
      'chime at 1',
      'Nomor antrean C nol nol satu. Silakan menuju Loket tiga.',
      'Sekali lagi, nomor antrean C nol nol satu. Silakan menuju Loket tiga.',
      open,
      'Kabar berikutnya pukul sembilan lewat tiga puluh menit.',
    ])
  })

  test('has the loudness of the hour, and passes over what is said in silence', async () => {
    const { office, player, show } = hall({
      volumes: [
        { from: 8 * 60, to: 8 * 60 + 1, volume: 0.4 },
        { from: 8 * 60 + 1, to: 8 * 60 + 2, volume: 0 },
      ],
    })
    show()
    office.call(1)
    show()
    await player.quiet()
    office.call(2, 1)
    show(1)
    await player.quiet()
    office.call(3, 2)
    show(2)
    await player.quiet()
    expect(player.heard.filter((sound) => sound.startsWith('chime'))).toEqual(['chime at 0.4', 'chime at 1'])
  })

  test('says nothing late: what was called while nothing could be heard stays unsaid', async () => {
    const { office, player, show } = hall()
    player.isMute = true
    show()
    office.call(1)
    show()
    await player.quiet()
    player.isMute = false
    office.call(2)
    show()
    await player.quiet()
    expect(player.heard.map((sound) => sound.slice(0, 24))).toEqual([
      'chime at 1',
      'Nomor antrean A nol nol ',
      'Sekali lagi, nomor antre',
    ])
    expect(player.heard[1]).toContain('A nol nol dua')
  })

  test('says once, with a chime and in every language, that it works again', async () => {
    const { office, player, show } = hall({ languages: ['id', 'en', 'su'] })
    office.outage()
    show(2)
    office.works(3)
    show(3)
    await player.quiet()
    show(3)
    await player.quiet()
    expect(player.heard).toEqual([
      'chime at 1',
      'Perekaman KTP-el dan Pencetakan KTP-el sudah bisa dilayani lagi.',
      'Identity card recording and Identity card printing are available again.',
      'Ngarekam KTP-el sareng Nyitak KTP-el parantos tiasa dilayanan deui.',
    ])
  })

  test('N19 says a notice, and that it works again, in the languages it is for, whatever the office speaks in', async () => {
    const { office, player, show } = hall({ languages: ['id'] })
    show()
    office.outage({ languages: ['su', 'en'] })
    show(2)
    await player.quiet()
    office.works(3)
    show(3)
    await player.quiet()
    expect(player.heard.filter((sound) => /dilayani|dilayanan|not working|available/.test(sound))).toEqual([
      'May we have your attention, please. Identity card recording and Identity card printing are not working now.',
      'Punten, mangga dangukeun sakedap. Ngarekam KTP-el sareng Nyitak KTP-el ayeuna teu acan tiasa dilayanan.',
      'Identity card recording and Identity card printing are available again.',
      'Ngarekam KTP-el sareng Nyitak KTP-el parantos tiasa dilayanan deui.',
    ])
  })

  test('speaks no notice where the office does not want that', async () => {
    const { office, player, show } = hall({ notices: false })
    show()
    office.outage()
    show()
    office.works()
    show()
    await player.quiet()
    expect(player.heard).toEqual([])
  })

  test('asks only for what the voice beside the hub keeps ready', async () => {
    const { office, player, show, heard } = hall({ languages: ['id', 'en', 'su'], numbers: 'cardinal' })
    show()
    office.outage().call(3).call(4)
    show()
    await player.quiet()
    const known = heard()
    const kept = new Set(voiceView(known, known.voice.settings, morning).phrases.map(phrasePath))
    office.works()
    show()
    await player.quiet()
    expect(player.files.length).toBeGreaterThan(20)
    expect(player.files.filter((file) => !kept.has(file))).toEqual([])
  })
})

describe('a call is read from recordings', () => {
  const call = lobbyView(office().call(2).state, morning).calls[0]!
  const files = (recordings: OfficeVoice['recordings']) => {
    const voice = { settings: { ...defaultVoice('id'), languages: ['id', 'en'] as Language[] }, recordings }
    const view = lobbyView(office().state, morning)
    return callReadings(call, view.office, voice).map(({ first }) => first)
  }
  const whole = allClips('id').map((clip) => `${clip}.ogg`)
  const synthesised = phrasePath({
    language: 'id',
    text: 'Nomor antrean A nol nol satu. Silakan menuju Loket dua.',
  })

  test('where all of it is there, with the synthesiser behind it; other languages are synthesised', () => {
    const english = { language: 'en', text: 'Number A zero zero one. Please go to Counter two.' } as const
    expect(files({ id: whole })).toEqual([
      {
        files: ['ticket', 'letter-a', 'number-0', 'number-0', 'number-1', 'go-to', 'counter', 'number-2'].map(
          (clip) => `/voice/own/id/${clip}.ogg`,
        ),
        instead: synthesised,
      },
      { files: [phrasePath(english)], instead: null },
    ])
  })

  test('and from none of them where a single piece is missing', () => {
    const without = whole.filter((file) => file !== 'number-2.ogg')
    expect(files({ id: without })[0]).toEqual({ files: [synthesised], instead: null })
    expect(files({})[0]).toEqual({ files: [synthesised], instead: null })
  })
})

describe('a sound', () => {
  const bytes = new TextEncoder().encode('sound').buffer
  const load = async (answers: readonly (() => Promise<Response>)[]) => {
    let waitedMs = 0
    let asked = 0
    const sound = await loadSound('/voice/0.wav', {
      fetch: () => (answers[asked++] ?? missing)(),
      wait: async (ms) => {
        waitedMs += ms
      },
    })
    return { sound: sound && new TextDecoder().decode(sound), asked, waitedMs }
  }
  const missing = async () => new Response(null, { status: 404 })
  const there = async () => new Response(bytes)
  const broken = () => Promise.reject(new TypeError('no network'))

  test('is there at once', async () => {
    expect(await load([there])).toEqual({ sound: 'sound', asked: 1, waitedMs: 0 })
  })

  test('is asked for again while it is being made, and over a break of the network', async () => {
    expect(await load([missing, broken, missing, there])).toEqual({ sound: 'sound', asked: 4, waitedMs: 600 })
  })

  test('is done without after four seconds', async () => {
    expect(await load([])).toEqual({ sound: null, asked: 8, waitedMs: 4_000 })
  })
})

/** A hall with one screen: what happens in the office is heard when `show` is called, `minutes` after the start. */
function hall(change: Partial<VoiceSettings> = {}) {
  const scenario = office()
  const voice: OfficeVoice = { settings: { ...defaultVoice('id'), ...change }, recordings: {} }
  const player = new FakePlayer()
  const conductor = conductVoice(player, () => 0)
  const heard = (minutes = 0): Heard => {
    const view = lobbyView(scenario.state, morning + minutes * 60_000)
    player.phrases = voiceView(view, voice.settings, morning).phrases
    return { epoch: 'one', ...view, voice }
  }
  return {
    office: scenario,
    player,
    heard,
    show: (minutes = 0) => conductor.hear(heard(minutes), morning + minutes * 60_000),
  }
}

function office(): Hall {
  return new Hall(morning)
}

class Hall extends Scenario {
  /** Counters 1 and 2 serve the identity card, 3 and 4 the rest. */
  call(counter: number, minutes = 0): this {
    const { services, counters } = exampleOffice
    const service = services[counter < 3 ? 0 : counter - 1]!
    this.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, minutes)
    return this.give(staff, { type: 'CallNext', counter: counters[counter - 1]!.id }, minutes)
  }

  outage(change: Pick<NoticeContent, 'languages'> = {}): this {
    const content = noticeContentSchema.parse({
      kind: 'outage',
      scope: { office: false, services: [], systems: ['national-server'] },
      cause: null,
      instruction: null,
      since: null,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T09:30:00+07:00'),
      newTickets: 'warn',
      waiting: 'keep',
      ...change,
    })
    return this.give(staff, { type: 'RaiseNotice', content })
  }

  works(minutes = 0): this {
    return this.give(staff, { type: 'ResolveNotice', notice: noticeIdSchema.parse(1) }, minutes)
  }
}
