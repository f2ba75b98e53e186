import { describe, expect, it } from 'vitest'
import { noticeKinds, type NoticeContent, type NoticeScope } from '../../shared/notice.ts'
import { languages, type Language } from '../../shared/language.ts'
import { textSchema } from '../../shared/text.ts'
import { noticeViews, type NoticeView } from '../../shared/views/common.ts'
import {
  affectedSentence,
  languageOf,
  noticeBrief,
  noticeText,
  plannedHeading,
  plannedLine,
  plannedSentence,
  recoveryText,
} from '../../shared/words/notice-text.ts'
import { clockTime, dateOf, moment } from '../../shared/words/when.ts'
import { cards, letters, pickUp, server } from '../core/small-office.ts'
import { outage, raise } from '../core/steps.ts'
import { dayMs, given, hour, minute, morning } from '../core/story.ts'

const zone = 'Asia/Jakarta'
const scopes = {
  office: { office: true, services: [], systems: [] },
  one: { office: false, services: [letters], systems: [] },
  two: { office: false, services: [letters, pickUp], systems: [] },
  system: { office: false, services: [], systems: [server] },
  all: { office: false, services: [cards, letters, pickUp], systems: [] },
} satisfies Readonly<Record<string, NoticeScope>>

describe('a notice in sentences', () => {
  it('N8 has no hole, no stray space and nothing empty, for every kind, scope, moment and language', () => {
    let told = 0
    for (const kind of noticeKinds)
      for (const scope of Object.values(scopes))
        for (const newTickets of ['stop', 'warn', 'give'] as const)
          for (const waiting of ['keep', 'hold'] as const)
            for (const ahead of [null, 30 * minute, 3 * dayMs]) {
              const end = ahead === null ? null : morning + ahead
              const view = viewOf({ kind, scope, newTickets, waiting, expectedEnd: end, nextNews: end })
              for (const language of languages)
                for (const now of [view.since, view.since + 10 * dayMs]) {
                  const sentences = Object.values(noticeText(view, language, zone, now)).filter((text) => text !== null)
                  for (const text of [...sentences, affectedSentence(view)[language]]) {
                    expect(text).toMatch(/^\S(?:\S| (?! ))*\S$/)
                    expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
                    told++
                  }
                }
            }
    expect(told).toBeGreaterThan(5000)
  })

  it('says all that the public should know of an outage', () => {
    const cause = {
      id: 'Server pusat sedang terganggu.',
      en: 'The central server is down.',
      su: 'Server puseur nuju kaganggu.',
    }
    const view = viewOf({
      scope: scopes.system,
      cause,
      waiting: 'hold',
      nextNews: morning + 2 * hour,
      expectedEnd: morning + dayMs,
    })
    expect(noticeText(view, 'id', zone, view.since)).toEqual({
      heading: 'Kartu sedang tidak dapat dilayani',
      cause: 'Server pusat sedang terganggu.',
      since: 'Sejak 08.01.',
      stillOpen: 'Layanan lain tetap buka: Surat dan Pengambilan.',
      newTickets: 'Belum punya nomor? Ambil tiket kembali di mesin: di hari lain Anda didahulukan.',
      waiting: 'Simpan nomor Anda: urutan Anda tidak hilang. Di hari lain, dengan nomor ini Anda didahulukan.',
      instruction: null,
      end: 'Diperkirakan selesai Selasa, 2 Maret, 08.00.',
      news: 'Kabar berikutnya 10.00.',
    })
    expect(noticeText(view, 'en', zone, morning + 3 * hour)).toEqual({
      heading: 'Kartu is not working now',
      cause: 'The central server is down.',
      since: 'Since 08:01.',
      stillOpen: 'Still open: Surat and Pengambilan.',
      newTickets: 'No number yet? Take a return ticket at the machine: on another day you go near the front.',
      waiting: 'Keep your number: you do not lose your place. On another day it brings you near the front.',
      instruction: null,
      end: 'Expected to end Tuesday 2 March, 08:00.',
      news: 'News is overdue. Please ask the staff.',
    })
  })

  it('says from when, where it has not begun', () => {
    const view = viewOf({ since: morning + 2 * hour })
    const since = [morning, morning + 2 * hour].map((now) => noticeText(view, 'id', zone, now).since)
    expect(since).toEqual(['Mulai 10.00.', 'Sejak 10.00.'])
  })

  it('says that the end is not known, and that nothing else is open, where it is so', () => {
    const text = (change: Partial<NoticeContent>, language: Language = 'en') => {
      const view = viewOf(change)
      return noticeText(view, language, zone, view.since)
    }
    expect(text({ scope: scopes.all })).toMatchObject({
      heading: 'Kartu, Surat and Pengambilan are not working now',
      stillOpen: 'No other service can be given at the moment.',
      end: 'We do not know yet when it will work again.',
      news: null,
    })
    expect(text({ scope: scopes.office, kind: 'closed' })).toMatchObject({
      heading: 'The office is closed',
      end: null,
    })
    expect(text({ scope: scopes.one, kind: 'information' })).toMatchObject({
      heading: 'News about Surat',
      stillOpen: null,
      waiting: null,
      end: null,
    })
  })
})

describe("the author's own words", () => {
  const spoken = (words: unknown) => {
    const text = textSchema(100).parse(words)
    return languages.map((language) => `${text[language]} (${languageOf(text, language)})`)
  }

  it('O2 are read in the language in which they were written, beside sentences in that of the page', () => {
    expect(spoken('Kabel putus.')).toEqual(['Kabel putus. (id)', 'Kabel putus. (id)', 'Kabel putus. (id)'])
    expect(spoken({ id: 'Kabel putus.', en: 'A cable broke.' })).toEqual([
      'Kabel putus. (id)',
      'A cable broke. (en)',
      'Kabel putus. (id)',
    ])
    const cause = textSchema(100).parse('Kabel putus.')
    const { heading, cause: said } = noticeText(viewOf({ cause }), 'en', zone, morning)
    expect([heading, said]).toEqual(['Kartu is not working now', 'Kabel putus.'])
  })
})

describe('a notice in short', () => {
  const brief = (change: Partial<NoticeContent>, later = 0) => {
    const view = viewOf({ scope: scopes.one, ...change })
    return noticeBrief(view, 'en', zone, view.since + later)
  }

  it('says the one thing to do and the one time to know', () => {
    const instruction = { id: 'Tunggu.', en: 'Please wait.', su: 'Antosan.' }
    const cause = { id: 'Besok libur.', en: 'Tomorrow is a holiday.', su: 'Enjing peré.' }
    expect({
      held: brief({ waiting: 'hold', nextNews: morning + 2 * hour }),
      instructed: brief({
        waiting: 'hold',
        instruction,
        expectedEnd: morning + 3 * hour,
        nextNews: morning + 2 * hour,
      }),
      warned: brief({ kind: 'degraded', newTickets: 'warn', waiting: 'keep' }),
      closed: brief({ kind: 'closed', waiting: 'keep' }),
      'closed and held': brief({ kind: 'closed', waiting: 'hold' }),
      'pick-up': brief({ kind: 'pick-up-only', newTickets: 'give', waiting: 'keep' }),
      informed: brief({ kind: 'information', cause, instruction, newTickets: 'give', waiting: 'keep' }),
      late: brief({ waiting: 'keep', expectedEnd: morning + 3 * hour, nextNews: morning + hour }, 2 * hour),
    }).toEqual({
      held: {
        todo: 'Keep your number: you do not lose your place. No number yet? Take a return ticket at the machine.',
        when: 'Next news 10:00.',
      },
      instructed: { todo: 'Please wait.', when: 'Expected to end 11:00.' },
      warned: {
        todo: 'You can still take a number, but it may take longer.',
        when: 'We do not know yet when it will work again.',
      },
      closed: { todo: 'New numbers for this are not given at the moment.', when: null },
      'closed and held': {
        todo: 'Keep your number: you do not lose your place. On another day it brings you near the front.',
        when: null,
      },
      'pick-up': { todo: 'The number you hold stays valid.', when: 'We do not know yet when it will work again.' },
      informed: { todo: 'Tomorrow is a holiday.', when: null },
      late: {
        todo: 'No number yet? Take a return ticket at the machine: on another day you go near the front.',
        when: 'News is overdue. Please ask the staff.',
      },
    })
  })
})

describe('what is planned, and what works again', () => {
  it('N13 a planned notice says from when and until when, and nothing as if it were so now', () => {
    const night = viewOf({ kind: 'maintenance', scope: scopes.system, since: null, expectedEnd: morning + 2 * dayMs })
    const planned = { ...night, since: morning + dayMs }
    expect(languages.map((language) => plannedLine(planned, language, zone, morning))).toEqual([
      'Mulai Selasa, 2 Maret, 08.00 sampai Rabu, 3 Maret, 08.00: Kartu berhenti sementara.',
      'From Tuesday 2 March, 08:00 until Wednesday 3 March, 08:00: Kartu will be paused.',
      'Ti Salasa, 2 Maret, 08.00 dugi ka Rebo, 3 Maret, 08.00: Kartu bakal eureun samentawis.',
    ])
    expect([
      plannedSentence({ ...planned, expectedEnd: planned.since + hour }, 'id', zone, morning),
      plannedSentence({ ...planned, expectedEnd: null }, 'id', zone, morning),
      plannedSentence({ ...planned, since: morning + hour, expectedEnd: null }, 'en', zone, morning),
    ]).toEqual(['Mulai Selasa, 2 Maret, 08.00 sampai 09.00.', 'Mulai Selasa, 2 Maret, 08.00.', 'From 09:00.'])
    const headings = noticeKinds.flatMap((kind) =>
      Object.values(scopes).map((scope) => plannedHeading(viewOf({ kind, scope }), 'en')),
    )
    expect(headings.filter((heading) => /\bnow\b|[{}]/.test(heading))).toEqual([])
  })

  it('N17 says since when it works again, and what becomes of those who had to wait', () => {
    const { services } = viewOf({ scope: scopes.two })
    const recovery = { id: viewOf({}).id, office: false, services, endedAt: morning, held: 3, languages: null }
    expect([
      recoveryText(recovery, 'en', zone, morning + minute),
      recoveryText({ ...recovery, office: true, held: 0 }, 'id', zone, morning + minute),
    ]).toEqual([
      {
        heading: 'Surat and Pengambilan work again since 08:00',
        held: 'Numbers that had to wait are called again in their order, in turn with those who come now.',
      },
      { heading: 'Semua layanan sudah berjalan lagi sejak 08.00', held: null },
    ])
  })
})

describe('moments as people read them', () => {
  it('are a clock today and a date on other days, by the zone of the office', () => {
    const at = Date.parse('2027-03-01T09:05:00+07:00')
    expect(languages.map((language) => moment(language, zone, at, at + hour))).toEqual(['09.05', '09:05', '09.05'])
    expect(languages.map((language) => moment(language, zone, at, at + dayMs))).toEqual([
      'Senin, 1 Maret, 09.05',
      'Monday 1 March, 09:05',
      'Senén, 1 Maret, 09.05',
    ])
    expect(moment('en', 'America/New_York', at, at + dayMs)).toBe('Sunday 28 February, 21:05')
  })

  it('never say 24.00: the end of a day is the beginning of the next, with its date', () => {
    const midnight = Date.parse('2027-03-02T00:00:00+07:00')
    for (const language of languages) {
      expect(clockTime(language, zone, midnight)).toMatch(/^00[.:]00$/)
      expect(moment(language, zone, midnight, midnight - hour)).toContain(dateOf(language, zone, midnight))
    }
  })

  it('have a name for every weekday and month in every language', () => {
    for (const language of languages) {
      const weekdays = Array.from({ length: 7 }, (_, i) => dateOf(language, zone, morning + i * dayMs).split(/,? /)[0])
      const months = Array.from({ length: 12 }, (_, i) =>
        dateOf(language, zone, Date.parse(`2027-${String(i + 1).padStart(2, '0')}-15T12:00:00+07:00`))
          .split(' ')
          .at(-1),
      )
      expect([new Set(weekdays).size, new Set(months).size]).toEqual([7, 12])
      expect([...weekdays, ...months].every((name) => name !== undefined && /^\p{L}{3,}$/u.test(name))).toBe(true)
    }
  })
})

function viewOf(change: Partial<NoticeContent>): NoticeView {
  const { state } = given({ ...raise(outage(change)), at: morning + minute })
  const [view] = noticeViews(state)
  if (!view) throw new Error('the notice does not stand')
  return view
}
