import { useState, type ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import { officeSchema, pictograms, serviceColours, type Office } from '../../shared/office.ts'
import type { Language, Text } from '../../shared/language.ts'
import { lobbyView, type LobbyView } from '../../shared/views/lobby.ts'
import { viewingOf } from '../lobby/legibility.ts'
import { LobbyScreen } from '../lobby/lobby-screen.tsx'
import { useWindowSize } from '../lobby/window-size.ts'
import { hubTime, type Freshness } from '../ui/link.ts'
import { exampleNotices, morningAt, wholeOfficeNotice } from './notices.ts'
import { plannedFrom, plannedNotice } from './planned-notice.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/** The lobby TV in every state that must look right. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  empty: (language) => <Lobby scenario={morning()} language={language} />,
  'one-call': (language) => <Lobby scenario={called(1)} language={language} minutes={2} />,
  busy: (language) => <Lobby scenario={called(9)} language={language} minutes={30} />,
  'one-notice': (language) => <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={30} />,
  'two-notices': (language) => <Lobby scenario={withNotices(called(6), 2)} language={language} minutes={30} />,
  'three-notices': (language) => <Lobby scenario={withNotices(called(6), 3)} language={language} minutes={30} />,
  'four-notices': (language) => <Lobby scenario={withNotices(called(6), 4)} language={language} minutes={30} />,
  'six-notices': (language) => <Lobby scenario={withNotices(called(6), 6)} language={language} minutes={30} />,
  'news-overdue': (language) => <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={240} />,
  'whole-office': (language) => <Lobby scenario={wholeOffice()} language={language} minutes={30} />,
  'long-names': (language) => <Lobby scenario={longNames()} language={language} minutes={10} />,
  'thirty-counters': (language) => <Lobby scenario={thirtyCounters()} language={language} minutes={10} />,
  connecting: (language) => <Lobby scenario={morning()} language={language} freshness="connecting" />,
  quiet: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="quiet" />,
  old: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="old" />,
  silent: (language) => <Lobby scenario={called(6)} language={language} minutes={20} freshness="silent" />,
  'silent-with-notices': (language) => (
    <Lobby scenario={withNotices(called(6), 2)} language={language} minutes={30} freshness="silent" />
  ),
  'before-opening': (language) => <Lobby scenario={new Scenario(morningAt(7, 40), hours)} language={language} />,
  night: (language) => <Lobby scenario={new Scenario(morningAt(23), hours)} language={language} />,
  early: (language) => <Lobby scenario={early()} language={language} minutes={20} />,
  unconfirmed: (language) => <Lobby scenario={unconfirmed()} language={language} minutes={20} />,
  recovered: (language) => <Lobby scenario={recovered(1)} language={language} minutes={40} />,
  'recovered-in-part': (language) => <Lobby scenario={recovered(2)} language={language} minutes={40} />,
  'three-recovered': (language) => <Lobby scenario={recovered(3, 3)} language={language} minutes={40} />,
  planned: (language) => <Lobby scenario={planned(called(6))} language={language} minutes={30} />,
  full: (language) => <Lobby scenario={full()} language={language} minutes={20} />,
  'sound-off': (language) => <Lobby scenario={called(3)} language={language} minutes={20} soundIsOff />,
  'not-paired': (language) => <Lobby scenario={called(3)} language={language} minutes={20} pairingCode="KRTX-9H4W" />,
}

function Lobby({
  scenario,
  language,
  minutes = 0,
  freshness = 'live',
  soundIsOff = false,
  pairingCode = null,
}: {
  readonly scenario: Scenario
  readonly language: Language
  /** How long after the scenario's start it is seen. */
  readonly minutes?: number
  readonly freshness?: Freshness
  readonly soundIsOff?: boolean
  readonly pairingCode?: string | null
}) {
  const screen = useWindowSize()
  const [isOff, setIsOff] = useState(soundIsOff)
  const seenAt = scenario.at + minutes * 60_000
  const view: LobbyView = lobbyView(scenario.state, seenAt)
  const link = linkWith(view, seenAt, freshness)
  const newest = view.calls[0]
  return (
    <LobbyScreen
      link={link}
      showing={newest ? { call: newest, since: 0, announced: false } : null}
      screen={screen}
      viewing={viewingOf(location.search)}
      language={language}
      now={hubTime(link, seenAt + silence[freshness])}
      soundIsOff={isOff}
      onSound={() => setIsOff(false)}
      pairingCode={pairingCode}
    />
  )
}

const silence: Readonly<Record<Freshness, number>> = {
  connecting: 0,
  live: 0,
  quiet: 15_000,
  old: 70_000,
  silent: 200_000,
}

function morning(office: Office = exampleOffice): Scenario {
  return new Scenario(morningAt(8), office)
}

/** People come for every service, and so many of them are called, one a minute. */
function called(calls: number, office: Office = exampleOffice, day = { confirmed: true }): Scenario {
  const scenario = new Scenario(morningAt(8), office, day)
  for (let person = 0; person < calls * 3 + 4; person++) {
    const service = office.services[(person * 3) % office.services.length]
    if (service) scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' })
  }
  for (let call = 0; call < calls; call++) {
    const counter = office.counters[call % office.counters.length]
    if (counter) scenario.give(staff, { type: 'CallNext', counter: counter.id }, 1 + call)
  }
  return scenario
}

function withNotices(scenario: Scenario, count: number): Scenario {
  for (const content of exampleNotices.slice(0, count)) scenario.give(staff, { type: 'RaiseNotice', content }, 15)
  return scenario
}

/** At six in the morning numbers are given, the counters open at eight, and nobody of the staff is in yet. */
function early(): Scenario {
  const scenario = new Scenario(morningAt(6), { ...hours, numbersFrom: 3 * 60 }, { confirmed: false })
  for (const service of exampleOffice.services)
    scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, 5)
  return planned(scenario)
}

/** The counters have begun, and nobody has confirmed yet that everything works. */
function unconfirmed(): Scenario {
  return called(6, hours, { confirmed: false })
}

/** So many notices were raised at a quarter past, and the first of them are over since half past. */
function recovered(raised: number, over = 1): Scenario {
  const scenario = withNotices(called(6), raised)
  for (const notice of scenario.state.notices.slice(0, over))
    scenario.give(staff, { type: 'ResolveNotice', notice: notice.id }, 32)
  return scenario
}

/** The migration of the coming night. */
function planned(scenario: Scenario): Scenario {
  return scenario.give(staff, { type: 'ScheduleNotice', content: plannedNotice, raiseAt: plannedFrom }, 16)
}

function long(text: string): Text {
  return { id: text, en: text, su: text }
}

function wholeOffice(): Scenario {
  return called(4).give(staff, { type: 'RaiseNotice', content: wholeOfficeNotice }, 15)
}

function longNames(): Scenario {
  return called(6, {
    ...exampleOffice,
    name: long('Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tasikmalaya'),
    services: exampleOffice.services.map((service, i) => ({
      ...service,
      name: long(i % 2 ? 'Perekaman dan Pencetakan Kartu Identitas Anak Baru' : service.name.id),
    })),
    counters: exampleOffice.counters.map((counter, i) => ({
      ...counter,
      name: long(i % 2 ? `Loket Pelayanan Prioritas dan Lansia Nomor ${i + 11}` : `Loket Pengambilan ${i + 1}`),
    })),
  })
}

function thirtyCounters(): Scenario {
  const [first] = exampleOffice.services
  const services = Array.from({ length: 26 }, (_, i) => ({
    ...first,
    id: `service-${i + 1}`,
    letter: String.fromCodePoint('A'.codePointAt(0)! + i),
    name: `Layanan ${i + 1}`,
    colour: serviceColours[i % serviceColours.length],
    pictogram: pictograms[i % pictograms.length],
  }))
  const counters = Array.from({ length: 30 }, (_, i) => ({
    id: String(i + 1),
    name: { id: `Loket ${i + 1}`, en: `Counter ${i + 1}` },
    services: services.map(({ id }) => id),
  }))
  return called(30, officeSchema.parse({ ...exampleOffice, services, counters }))
}

/** Every service has given its last number, and nobody waits any more for the first of them. */
function full(): Scenario {
  const scenario = called(0, {
    ...exampleOffice,
    services: exampleOffice.services.map((service) => ({ ...service, quotaPerDay: 1 })),
    counters: exampleOffice.counters.slice(0, 2),
  })
  for (const minute of [1, 2, 3])
    scenario.give(staff, { type: 'CallNext', counter: scenario.state.office.counters[0]!.id }, minute)
  return scenario
}

const hours: Office = officeSchema.parse({
  ...exampleOffice,
  hours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '08:00', to: '15:30' }]]),
  ),
})
