import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import type { Shows } from '../../shared/screens.ts'
import { Lobby } from './lobby-example.tsx'
import {
  called,
  early,
  full,
  hours,
  longNames,
  planned,
  recovered,
  thirtyCounters,
  unconfirmed,
  wholeOffice,
  withNotices,
} from './lobby-scenarios.ts'
import { morningAt } from './notices.ts'
import { Scenario } from './scenario.ts'

/** TVs of which something was said: one for some services, one facing the street; and what a desk has them do. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  'services-calls': (language) => <Lobby scenario={called(9)} language={language} minutes={30} shows={cards} />,
  'services-notice': (language) => (
    <Lobby scenario={withNotices(called(6), 3)} language={language} minutes={30} shows={cards} />
  ),
  'notices-all-work': (language) => <Lobby scenario={called(6)} language={language} minutes={30} shows={notices} />,
  'notices-one': (language) => (
    <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={30} shows={notices} />
  ),
  'notices-four': (language) => (
    <Lobby scenario={withNotices(called(6), 4)} language={language} minutes={30} shows={notices} />
  ),
  'notices-six': (language) => (
    <Lobby scenario={withNotices(called(6), 6)} language={language} minutes={30} shows={notices} />
  ),
  'notices-whole-office': (language) => (
    <Lobby scenario={wholeOffice()} language={language} minutes={30} shows={notices} />
  ),
  'notices-unconfirmed': (language) => (
    <Lobby scenario={unconfirmed()} language={language} minutes={30} shows={notices} />
  ),
  'notices-early': (language) => <Lobby scenario={early()} language={language} minutes={20} shows={notices} />,
  'notices-closed': (language) => (
    <Lobby scenario={new Scenario(morningAt(20), hours)} language={language} shows={notices} />
  ),
  'notices-full': (language) => <Lobby scenario={full()} language={language} minutes={20} shows={notices} />,
  'notices-recovered': (language) => <Lobby scenario={recovered(2)} language={language} minutes={40} shows={notices} />,
  'notices-planned': (language) => (
    <Lobby scenario={planned(called(6))} language={language} minutes={30} shows={notices} />
  ),
  'notices-long-names': (language) => (
    <Lobby scenario={withNotices(longNames(), 2)} language={language} minutes={30} shows={notices} />
  ),
  'notices-26-services': (language) => (
    <Lobby scenario={thirtyCounters()} language={language} minutes={10} shows={notices} />
  ),
  'notices-silent': (language) => (
    <Lobby scenario={withNotices(called(6), 1)} language={language} minutes={30} freshness="silent" shows={notices} />
  ),
  'notices-silent-calm': (language) => (
    <Lobby scenario={called(6)} language={language} minutes={30} freshness="silent" shows={notices} />
  ),
  named: (language) => (
    <Lobby
      scenario={called(6)}
      language={language}
      minutes={30}
      named={{ name: 'Pintu masuk', code: 'BRKT', pairingCode: null }}
    />
  ),
  'named-long': (language) => (
    <Lobby
      scenario={called(6)}
      language={language}
      minutes={30}
      named={{ name: 'Ruang tunggu lantai dua, sebelah mushala', code: 'BRKT', pairingCode: null }}
    />
  ),
  'not-named': (language) => (
    <Lobby
      scenario={called(6)}
      language={language}
      minutes={30}
      pairingCode="KRTX-9H4W"
      named={{ name: null, code: 'BRKT', pairingCode: 'KRTX-9H4W' }}
    />
  ),
}

const cards: Shows = { kind: 'services', services: exampleOffice.services.slice(0, 3).map(({ id }) => id) }
const notices: Shows = { kind: 'notices' }
