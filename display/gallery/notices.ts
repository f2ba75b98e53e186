import { momentOf } from '../../shared/day.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { daySchema, type EpochMs } from '../../shared/ids.ts'
import type { Text } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'

/** Notices as staff of the example office would raise them, the gravest first. */
export const exampleNotices: readonly NoticeContent[] = [
  content({
    scope: { office: false, services: [], systems: exampleOffice.systems.map(({ id }) => id) },
    cause: said(
      'Server pusat kependudukan belum dapat dihubungi.',
      'The national population server cannot be reached.',
      'Server puseur kapendudukan teu acan tiasa dihubungan.',
    ),
    nextNews: morningAt(9),
  }),
  content({
    kind: 'degraded',
    scope: services('C'),
    cause: said('Tinta pencetak habis.', 'The printer has no ink.', 'Mangsi panyitak seep.'),
    expectedEnd: morningAt(13),
    newTickets: 'warn',
    waiting: 'keep',
  }),
  content({
    kind: 'maintenance',
    scope: services('E'),
    instruction: said(
      'Silakan datang kembali setelah istirahat siang.',
      'Please come back after the lunch break.',
      'Mangga sumping deui saatos istirahat beurang.',
    ),
    expectedEnd: morningAt(13, 30),
    nextNews: morningAt(12),
  }),
  content({
    kind: 'information',
    scope: { office: true, services: [], systems: [] },
    cause: said(
      'Besok kantor buka sampai pukul 12.00.',
      'Tomorrow the office is open until noon.',
      'Enjing kantor muka dugi ka tabuh 12.00.',
    ),
    newTickets: 'give',
    waiting: 'keep',
  }),
  content({ kind: 'closed', scope: services('F') }),
  content({ kind: 'pick-up-only', scope: services('G'), newTickets: 'give', waiting: 'keep' }),
]

export const wholeOfficeNotice: NoticeContent = content({
  scope: { office: true, services: [], systems: [] },
  cause: said('Listrik padam.', 'There is no electricity.', 'Listrik pareum.'),
  nextNews: morningAt(10),
})

/** A time on the day of the examples, a Tuesday. */
export function morningAt(hour: number, minute = 0): EpochMs {
  return momentOf(daySchema.parse('2026-11-24'), hour * 60 + minute, exampleOffice.timeZone)
}

function content(said: Partial<NoticeContent> & Pick<NoticeContent, 'scope'>): NoticeContent {
  return {
    kind: 'outage',
    cause: null,
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: null,
    newTickets: 'stop',
    waiting: 'hold',
    ...said,
  }
}

function services(letter: string): NoticeContent['scope'] {
  const named = exampleOffice.services.filter((each) => each.letter === letter).map(({ id }) => id)
  return { office: false, services: named, systems: [] }
}

function said(id: string, en: string, su: string): Text {
  return { id, en, su }
}
