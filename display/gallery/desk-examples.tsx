import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import { noticeContentSchema } from '../../shared/notice.ts'
import { DeskExample } from './desk-example.tsx'
import {
  budi,
  busy,
  called,
  counter,
  exampleStart,
  longName,
  longNamedOffice,
  opened,
  printerAgent,
  readyPrinter,
  screens,
  service,
  ticket,
} from './desk-scenarios.ts'
import { kiosk, staff, type Scenario } from './scenario.ts'

/** The desk at its door and at its counter, in every state. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  connecting: (language) => <DeskExample language={language} door={null} />,
  'set-up': (language) => <DeskExample language={language} door={{ state: 'set-up' }} />,
  'sign-in': (language) => <DeskExample language={language} door={{ state: 'sign-in' }} />,
  unpaired: (language) => <DeskExample language={language} door={{ state: 'unpaired', pairingCode: 'KTM4-92RX' }} />,
  empty: (language) => <DeskExample language={language} />,
  busy: (language) => <DeskExample language={language} scenario={busy()} />,
  called: (language) => <DeskExample language={language} scenario={called()} />,
  serving: (language) => <DeskExample language={language} scenario={serving()} />,
  taken: (language) => <DeskExample language={language} scenario={takenByOther()} />,
  notices: (language) => <DeskExample language={language} scenario={withNotices()} screens={screens} />,
  trouble: (language) => <DeskExample language={language} scenario={withTrouble()} laterDays={40} />,
  quiet: (language) => <DeskExample language={language} scenario={serving()} freshness="quiet" />,
  silent: (language) => <DeskExample language={language} scenario={serving()} freshness="silent" />,
  'long-names': (language) => <DeskExample language={language} scenario={longNames()} screens={screens} />,
  staff: (language) => <DeskExample language={language} scenario={withTrouble()} supervisor={false} laterDays={40} />,
}

function serving(): Scenario {
  return called().give(staff, { type: 'StartServing', counter: counter(0) }, 70)
}

function takenByOther(): Scenario {
  const scenario = busy()
  for (const { id } of exampleOffice.counters.filter((_, i) => i !== 1))
    scenario.give(budi, { type: 'CallNext', counter: id }, 70)
  return scenario
}

/** An outage of the national server whose promised news is overdue, and crowding told to all. */
function withNotices(): Scenario {
  return called()
    .give(
      staff,
      {
        type: 'RaiseNotice',
        content: noticeContentSchema.parse({
          kind: 'outage',
          scope: { office: false, services: [], systems: ['national-server'] },
          cause: {
            id: 'Server pusat sedang tidak dapat dihubungi.',
            en: 'The central server cannot be reached.',
            su: 'Server puseur ayeuna teu tiasa dikontak.',
          },
          instruction: null,
          since: null,
          expectedEnd: null,
          nextNews: exampleStart + 62 * 60_000,
          newTickets: 'stop',
          waiting: 'hold',
        }),
      },
      20,
    )
    .give(
      budi,
      {
        type: 'RaiseNotice',
        content: noticeContentSchema.parse({
          kind: 'information',
          scope: { office: true, services: [], systems: [] },
          cause: 'Hari ini ramai. Waktu tunggu lebih lama dari biasanya.',
          instruction: null,
          since: null,
          expectedEnd: null,
          nextNews: exampleStart + 150 * 60_000,
          newTickets: 'give',
          waiting: 'keep',
        }),
      },
      40,
    )
}

/** A ticket machine without paper, and two papers of which nobody knows whether they came out. */
function withTrouble(): Scenario {
  const scenario = called()
  for (let copies = 0; copies < 2; copies++) {
    scenario.give(kiosk, { type: 'TakeTicket', service: service(2), class: 'regular' }, 70)
    const doubted = { ticket: ticket(scenario.state.ticketsGiven), attempt: 1 }
    scenario
      .give(printerAgent, { type: 'StartPrinting', ...doubted }, 70)
      .give(printerAgent, { type: 'ReportPaper', ...doubted, outcome: { kind: 'unknown', reason: 'no-answer' } }, 70)
  }
  return scenario.give(printerAgent, { type: 'ReportPrinter', report: { ...readyPrinter, trouble: 'paper-out' } }, 70)
}

/** The longest names and words an office can write. */
function longNames(): Scenario {
  const scenario = opened(longNamedOffice)
  for (let i = 0; i < 12; i++)
    scenario.give(kiosk, { type: 'TakeTicket', service: service(i), class: 'priority' }, 2 * i)
  return scenario.give(staff, { type: 'CallNext', counter: counter(0) }, 60).give(
    staff,
    {
      type: 'RaiseNotice',
      content: noticeContentSchema.parse({
        kind: 'degraded',
        scope: { office: false, services: exampleOffice.services.slice(0, 5).map(({ id }) => id), systems: [] },
        cause: longName('Tanda tangan elektronik sedang tertunda'),
        instruction: longName('Silakan serahkan berkas Anda sekarang'),
        since: null,
        expectedEnd: exampleStart + 30 * 3_600_000,
        nextNews: exampleStart + 26 * 3_600_000,
        newTickets: 'warn',
        waiting: 'keep',
      }),
    },
    60,
  )
}
