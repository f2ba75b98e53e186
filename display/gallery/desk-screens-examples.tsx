import type { ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import { screenIdSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Shows } from '../../shared/screens.ts'
import type { ConnectedScreen } from '../../shared/views/desk.ts'
import { DeskExample } from './desk-example.tsx'
import { called, exampleStart, notice, noticeId } from './desk-scenarios.ts'
import { staff, type Scenario } from './scenario.ts'

/** The office's screens as a desk sees them; the dialog is opened from the menu. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  calm: (language) => <DeskExample language={language} scenario={named(called())} screens={calm} />,
  notice: (language) => <DeskExample language={language} scenario={raised(named(called()))} screens={amiss} />,
  staff: (language) => (
    <DeskExample language={language} scenario={raised(named(called()))} screens={amiss} supervisor={false} />
  ),
  none: (language) => <DeskExample language={language} scenario={called()} />,
}

const id = (number: number) => screenIdSchema.parse(`example-screen-${number}`)

function tv(number: number, name: string, report: Partial<ConnectedScreen['report']> | null): ConnectedScreen {
  const usual = {
    version: 'lobby-B2f7Kd',
    widthPx: 1920,
    heightPx: 1080,
    sound: 'on',
    call: 3,
    isLegible: true,
  } as const
  return {
    screen: id(number),
    kind: 'lobby',
    name,
    painted: { [noticeId(1)]: 1 },
    report: report && { ...usual, ...report },
  }
}

const kiosk: ConnectedScreen = {
  screen: id(9),
  kind: 'kiosk',
  name: 'main',
  painted: { [noticeId(1)]: 1 },
  report: null,
}

/** The call that stands on the boards of `called()`. */
const calm = [
  tv(1, 'local', {}),
  tv(5, 'TV teras', { media: true }),
  tv(2, '10.0.0.12', { widthPx: 1080, heightPx: 1920, isLegible: null }),
  tv(3, 'TV depan', { call: null, isLegible: null }),
  kiosk,
]

const amiss = [
  tv(1, 'local', { sound: 'off', isLegible: false }),
  { ...tv(2, '10.0.0.12', { widthPx: 1080, heightPx: 1920, version: 'lobby-A91xQe' }), painted: {} },
  tv(3, 'TV depan', { call: null, isLegible: null }),
  tv(4, 'TV lorong', null),
  kiosk,
]

/** The hall's TV has a name, one faces the street, one is for the first services, and one is in the store. */
function named(scenario: Scenario): Scenario {
  const services = exampleOffice.services.slice(0, 3).map((service) => service.id)
  const settings: readonly (readonly [number, string, Shows])[] = [
    [1, 'Ruang tunggu', { kind: 'everything' }],
    [2, 'Loket KTP', { kind: 'services', services }],
    [3, 'Menghadap jalan', { kind: 'notices' }],
    [7, 'Cadangan di gudang', { kind: 'everything' }],
  ]
  for (const [number, name, shows] of settings)
    scenario.give(staff, { type: 'SetScreen', settings: { screen: id(number), name, shows } }, 70)
  return scenario
}

function raised(scenario: Scenario): Scenario {
  return scenario.give(
    staff,
    { type: 'RaiseNotice', content: { ...notice(0), nextNews: exampleStart + 150 * 60_000 } },
    70,
  )
}
