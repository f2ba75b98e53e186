import type { ReactElement } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { preparedTextSchema } from '../../shared/prepared-text.ts'
import { DeskExample } from './desk-example.tsx'
import {
  budi,
  busy,
  called,
  counter,
  longNamedOffice,
  notice,
  noticeId,
  opened,
  screens,
  service,
} from './desk-scenarios.ts'
import { kiosk, staff, type Scenario } from './scenario.ts'

/** What the desk shows of the day's confirmation, of notices now and later, and of prepared words. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  'day-unconfirmed': (language) => <DeskExample language={language} scenario={unconfirmed()} />,
  'day-unconfirmed-called': (language) => <DeskExample language={language} scenario={unconfirmedCalled()} />,
  'day-unconfirmed-notice': (language) => <DeskExample language={language} scenario={unconfirmedNotice()} />,
  scheduled: (language) => <DeskExample language={language} scenario={scheduled()} />,
  history: (language) => <DeskExample language={language} scenario={rewritten()} screens={screens} />,
  'four-notices': (language) => <DeskExample language={language} scenario={fourNotices()} screens={screens} />,
  recovered: (language) => <DeskExample language={language} scenario={recovered()} />,
  'held-twice': (language) => <DeskExample language={language} scenario={heldTwice()} />,
  prepared: (language) => <DeskExample language={language} scenario={withPreparedTexts()} />,
  'long-names': (language) => <DeskExample language={language} scenario={longNames()} screens={screens} />,
}

function unconfirmed(): Scenario {
  return busy(undefined, { confirmed: false })
}

function unconfirmedCalled(): Scenario {
  return unconfirmed().give(staff, { type: 'CallNext', counter: counter(0) }, 70)
}

function unconfirmedNotice(): Scenario {
  return unconfirmed().give(staff, { type: 'RaiseNotice', content: outage() }, 40)
}

/** An outage with promised news, a move of records that begins next week, and one that opens late tomorrow. */
function scheduled(): Scenario {
  const migration = later(notice(2), { raiseAt: '2026-11-30T06:00', end: '2026-12-04T16:00' })
  const tomorrow = later(notice(3), { raiseAt: '2026-11-25T03:10', end: null })
  return called()
    .give(budi, { type: 'ScheduleNotice', ...migration }, 30)
    .give(staff, { type: 'ScheduleNotice', ...tomorrow }, 45)
}

/** An outage whose words were changed twice by two people. */
function rewritten(): Scenario {
  const first = outage()
  const second: NoticeContent = {
    ...first,
    instruction: {
      id: 'Anda boleh menunggu, atau datang lagi pada hari lain.',
      en: 'You can wait, or come back on another day.',
      su: 'Anjeun tiasa ngantosan, atanapi sumping deui dina dinten sanés.',
    },
    nextNews: at('2026-11-24T09:30'),
  }
  return called()
    .give(staff, { type: 'RaiseNotice', content: first }, 5)
    .give(budi, { type: 'UpdateNotice', notice: noticeId(1), content: second }, 30)
    .give(
      staff,
      {
        type: 'UpdateNotice',
        notice: noticeId(1),
        content: { ...second, cause: null, waiting: 'keep', nextNews: at('2026-11-24T10:15') },
      },
      60,
    )
}

function fourNotices(): Scenario {
  const scenario = called()
  for (const index of [0, 1, 2, 3])
    scenario.give(index % 2 === 0 ? staff : budi, { type: 'RaiseNotice', content: notice(index) }, 5 + 10 * index)
  return scenario.give(
    staff,
    { type: 'ScheduleNotice', ...later(notice(4), { raiseAt: '2026-11-25T03:10', end: null }) },
    60,
  )
}

/** An outage that ended five minutes ago: those who waited come back. */
function recovered(): Scenario {
  return busy()
    .give(staff, { type: 'RaiseNotice', content: outage() }, 50)
    .give(staff, { type: 'ResolveNotice', notice: noticeId(1) }, 66)
    .give(kiosk, { type: 'TakeTicket', service: service(0), class: 'regular' }, 68)
}

/** Two notices keep the places of the same people. */
function heldTwice(): Scenario {
  return called()
    .give(staff, { type: 'RaiseNotice', content: outage() }, 30)
    .give(
      staff,
      {
        type: 'RaiseNotice',
        content: {
          ...outage(),
          kind: 'maintenance',
          scope: { office: false, services: [service(1)], systems: [] },
          cause: null,
        },
      },
      40,
    )
}

/** The office has put its own words in place of Loket's, and written two more. */
function withPreparedTexts(): Scenario {
  const texts = [
    {
      id: 'cause_central_server',
      kind: 'outage',
      says: 'cause',
      text: {
        id: 'Jaringan data kependudukan pusat sedang terputus.',
        en: 'The national civil registry network is cut off.',
        su: 'Jaringan data kapendudukan puseur nuju pegat.',
      },
    },
    {
      id: 'own-lightning',
      kind: 'outage',
      says: 'cause',
      text: {
        id: 'Peralatan kantor tersambar petir.',
        en: 'Lightning has struck the office’s equipment.',
        su: 'Parabot kantor kabentar gelap.',
      },
    },
    {
      id: 'own-suket',
      kind: 'outage',
      says: 'instruction',
      text: 'Surat keterangan pengganti KTP tetap dapat diminta di loket 4.',
    },
  ]
  return texts.reduce(
    (scenario, text) => scenario.give(staff, { type: 'SavePreparedText', text: preparedTextSchema.parse(text) }, 10),
    called(),
  )
}

/** Everything as long as an office can write it. */
function longNames(): Scenario {
  const scenario = opened(longNamedOffice)
  for (let i = 0; i < 14; i++) scenario.give(kiosk, { type: 'TakeTicket', service: service(i), class: 'regular' }, i)
  const words = (begins: string) => {
    const text = `${begins} sehingga layanan belum dapat diberikan kepada seluruh warga yang sudah hadir, dan petugas sedang mencari jalan keluar bersama kantor pusat di ibu kota`
    return { id: text.slice(0, 160), en: text.slice(0, 160), su: text.slice(0, 160) }
  }
  const content: NoticeContent = {
    ...outage(),
    cause: words('Jaringan data kependudukan pusat sedang terputus'),
    instruction: words('Silakan simpan nomor Anda dan datang lagi'),
    expectedEnd: at('2026-11-27T15:15'),
    nextNews: at('2026-11-24T08:50'),
  }
  return scenario
    .give(staff, { type: 'RaiseNotice', content }, 15)
    .give(
      staff,
      { type: 'ScheduleNotice', ...later(content, { raiseAt: '2026-12-02T03:10', end: '2026-12-09T16:00' }) },
      16,
    )
}

/** What staff say when the national server does not answer, early enough for the examples that update it. */
function outage(): NoticeContent {
  return { ...notice(0), nextNews: at('2026-11-24T10:30') }
}

function later(
  content: NoticeContent,
  { raiseAt, end }: { readonly raiseAt: string; readonly end: string | null },
): { readonly content: NoticeContent; readonly raiseAt: EpochMs } {
  const expectedEnd = end === null ? null : at(end)
  return { content: { ...content, expectedEnd, nextNews: null }, raiseAt: at(raiseAt) }
}

function at(local: string): EpochMs {
  return Date.parse(`${local}:00+07:00`)
}
