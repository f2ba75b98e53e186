import { describe, expect, it } from 'vitest'
import { noticeKinds, type NoticeContent, type NoticeScope } from '../../shared/notice.ts'
import { languages, type Language } from '../../shared/language.ts'
import { noticeViews, type NoticeView } from '../../shared/views/common.ts'
import { affectedSentence, noticeText } from '../../shared/words/notice-text.ts'
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
      newTickets: 'Nomor baru untuk layanan ini belum diberikan.',
      waiting: 'Nomor yang sudah Anda pegang tetap berlaku. Urutan Anda disimpan sampai layanan pulih.',
      instruction: null,
      end: 'Diperkirakan selesai Selasa, 2 Maret, 08.00.',
      news: 'Kabar berikutnya 10.00.',
    })
    expect(noticeText(view, 'en', zone, morning + 3 * hour)).toEqual({
      heading: 'Kartu is not working now',
      cause: 'The central server is down.',
      since: 'Since 08:01.',
      stillOpen: 'Still open: Surat and Pengambilan.',
      newTickets: 'New numbers for this are not given at the moment.',
      waiting: 'The number you hold stays valid. Your place is kept until it works again.',
      instruction: null,
      end: 'Expected to end Tuesday 2 March, 08:00.',
      news: 'News is overdue. Please ask the staff.',
    })
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
