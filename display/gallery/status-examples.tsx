import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import { officeSchema, type Office } from '../../shared/office.ts'
import { statusView } from '../../shared/views/status.ts'
import { StatusScreen } from '../status/status-screen.tsx'
import { hubTime, type Freshness } from '../ui/link.ts'
import { exampleNotices, morningAt, wholeOfficeNotice } from './notices.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/** The public status page in every state. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  'all-well': (language) => <Status scenario={day()} language={language} />,
  'one-notice': (language) => <Status scenario={notices(1)} language={language} />,
  'four-notices': (language) => <Status scenario={notices(4)} language={language} />,
  'whole-office': (language) => (
    <Status scenario={day().give(staff, { type: 'RaiseNotice', content: wholeOfficeNotice }, 5)} language={language} />
  ),
  full: (language) => <Status scenario={day(full)} language={language} />,
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
function day(office: Office = exampleOffice): Scenario {
  const scenario = new Scenario(morningAt(8), office)
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
