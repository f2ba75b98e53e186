import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import { officeSchema, type Office } from '../../shared/office.ts'
import { statusView } from '../../shared/views/status.ts'
import { StatusScreen } from '../status/status-screen.tsx'
import { hubTime, type Freshness } from '../ui/link.ts'
import { exampleNotices, morningAt, wholeOfficeNotice } from './notices.ts'
import { onDay, plannedNotice } from './planned-notice.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/** The public status page in every state. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  'all-well': (language) => <Status scenario={day()} language={language} />,
  'one-notice': (language) => <Status scenario={notices(1)} language={language} />,
  'four-notices': (language) => <Status scenario={notices(4)} language={language} />,
  'whole-office': (language) => (
    <Status scenario={day().give(staff, { type: 'RaiseNotice', content: wholeOfficeNotice }, 5)} language={language} />
  ),
  'closed-by-notice': (language) => (
    <Status scenario={day(hours).give(staff, { type: 'RaiseNotice', content: holiday }, 5)} language={language} />
  ),
  full: (language) => <Status scenario={day(full)} language={language} />,
  'places-left': (language) => <Status scenario={day(quotas)} language={language} />,
  early: (language) => <Status scenario={early()} language={language} />,
  'early-stopped': (language) => <Status scenario={early(exampleNotices.slice(0, 1))} language={language} />,
  unconfirmed: (language) => <Status scenario={day(hours, { confirmed: false })} language={language} />,
  'unconfirmed-before-opening': (language) => (
    <Status scenario={new Scenario(morningAt(2), early().state.office, { confirmed: false })} language={language} />
  ),
  recovered: (language) => <Status scenario={recovered(1)} language={language} />,
  'recovered-in-part': (language) => <Status scenario={recovered(2)} language={language} />,
  planned: (language) => <Status scenario={planned(day())} language={language} />,
  'planned-twice': (language) => <Status scenario={planned(notices(1), plannedNotice, holiday)} language={language} />,
  'before-opening': (language) => <Status scenario={new Scenario(morningAt(6), hours)} language={language} />,
  'closed-for-days': (language) => <Status scenario={new Scenario(morningAt(16), hours)} language={language} />,
  'open-until': (language) => <Status scenario={new Scenario(morningAt(9), hours)} language={language} />,
  'long-names': (language) => <Status scenario={day(longNames)} language={language} />,
  quiet: (language) => <Status scenario={notices(1)} language={language} freshness="quiet" />,
  silent: (language) => <Status scenario={notices(1)} language={language} freshness="silent" />,
  connecting: (language) => <Status scenario={day()} language={language} freshness="connecting" />,
}

function Status({
  scenario,
  language,
  freshness = 'live',
}: {
  readonly scenario: Scenario
  readonly language: Language
  readonly freshness?: Freshness
}) {
  const seenAt = scenario.at + 20 * 60_000
  const link = linkWith(statusView(scenario.state, seenAt), seenAt, freshness)
  return <StatusScreen link={link} language={language} now={hubTime(link, seenAt)} />
}

/** One person for the first service, two for the second, and so on. */
function day(office: Office = exampleOffice, confirmation = { confirmed: true }): Scenario {
  const scenario = new Scenario(morningAt(8), office, confirmation)
  office.services.forEach((service, i) => {
    for (let person = 0; person <= Math.min(i, (service.quotaPerDay ?? 9) - 1); person++)
      scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' })
  })
  return scenario
}

function notices(count: number): Scenario {
  const scenario = day()
  for (const content of exampleNotices.slice(0, count)) scenario.give(staff, { type: 'RaiseNotice', content }, 5)
  return scenario
}

/** At six in the morning numbers are given, the counters open at eight, and nobody of the staff is in yet. */
function early(raised: readonly NoticeContent[] = []): Scenario {
  const scenario = new Scenario(morningAt(6), { ...hours, numbersFrom: 3 * 60 }, { confirmed: false })
  for (const content of raised) scenario.give(staff, { type: 'RaiseNotice', content }, 5)
  for (const service of exampleOffice.services.slice(2))
    scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, 6)
  return scenario
}

/** So many notices were raised, and the first of them is over. */
function recovered(raised: number): Scenario {
  const scenario = notices(raised)
  const [first] = scenario.state.notices
  return first ? scenario.give(staff, { type: 'ResolveNotice', notice: first.id }, 12) : scenario
}

/** The migration from the coming night on, and what else is set for later. */
function planned(scenario: Scenario, ...contents: readonly NoticeContent[]): Scenario {
  for (const [i, content] of (contents.length > 0 ? contents : [plannedNotice]).entries())
    scenario.give(staff, { type: 'ScheduleNotice', content, raiseAt: onDay(1 + 7 * i, 3, 10) }, 7)
  return scenario
}

/** A day on which nobody is in, without an end that anybody knows. */
const holiday: NoticeContent = { ...wholeOfficeNotice, kind: 'closed', cause: null, nextNews: null, waiting: 'keep' }

const quotas: Office = {
  ...exampleOffice,
  services: exampleOffice.services.map((service, i) => ({ ...service, quotaPerDay: i % 2 === 0 ? 12 + i : null })),
}

const full: Office = {
  ...exampleOffice,
  services: exampleOffice.services.map((service) => ({ ...service, quotaPerDay: 3 })),
}

const hours: Office = officeSchema.parse({ ...exampleOffice, hours: { tuesday: [{ from: '08:00', to: '15:30' }] } })

const longNames: Office = {
  ...exampleOffice,
  services: exampleOffice.services.map((service) => ({
    ...service,
    name: {
      id: 'Perekaman Identitas Kependudukan Digital dan Aktivasi',
      en: 'Recording and activation of the digital population identity',
      su: 'Ngarekam sareng Ngaktipkeun Idéntitas Kapendudukan Digital',
    },
  })),
}
