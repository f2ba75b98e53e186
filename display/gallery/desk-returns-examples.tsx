import type { ReactElement } from 'react'
import type { Language } from '../../shared/language.ts'
import { DeskExample } from './desk-example.tsx'
import { cameBack, counter, longNamedOffice, notice, opened, service } from './desk-scenarios.ts'
import { kiosk, staff, type Scenario } from './scenario.ts'

/** What the desk shows of people who were sent home, of the days they are asked for, and of their coming back. */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  'morning-rush': (language) => <DeskExample language={language} scenario={morningRush()} />,
  promised: (language) => <DeskExample language={language} scenario={promised()} />,
  'promised-staff': (language) => <DeskExample language={language} scenario={promised()} supervisor={false} />,
  'long-names': (language) => <DeskExample language={language} scenario={longNames()} />,
  mix: (language) => <DeskExample language={language} scenario={mix()} />,
  'came-back': (language) => <DeskExample language={language} scenario={cameBack()} />,
}

/** 232 numbers are out and 44 people were served when the national server fails at half past eight. */
function morningRush(): Scenario {
  const scenario = rush(opened(), 232)
  for (let served = 0; served < 44; served++) scenario.give(staff, { type: 'CallNext', counter: counter(0) }, 60)
  return scenario
    .give(staff, { type: 'Finish', counter: counter(0) }, 60)
    .give(staff, { type: 'RaiseNotice', content: notice(0) }, 25)
}

/** The same morning after everybody went home, and more came to the ticket machine for a return ticket. */
function promised(): Scenario {
  const scenario = morningRush().give(staff, { type: 'SendHome', services: [service(0), service(1)] }, 65)
  for (let i = 0; i < 9; i++) scenario.give(kiosk, { type: 'TakeReturnTicket', service: service(1) }, 66)
  return scenario.give(kiosk, { type: 'TakeTicket', service: service(2), class: 'regular' }, 67)
}

/** The day after: some came with their return tickets and wait with others when the server fails again. */
function mix(): Scenario {
  const scenario = cameBack()
  scenario.give(kiosk, { type: 'TakeTicket', service: service(0), class: 'priority' }, 24 * 60 + 70)
  return scenario.give(staff, { type: 'RaiseNotice', content: { ...notice(0), nextNews: null } }, 24 * 60 + 71)
}

function longNames(): Scenario {
  return rush(opened(longNamedOffice), 80)
    .give(
      staff,
      { type: 'RaiseNotice', content: { ...notice(0), scope: { office: true, services: [], systems: [] } } },
      25,
    )
    .give(staff, { type: 'SendHome', services: [service(0), service(1), service(4)] }, 30)
}

function rush(scenario: Scenario, people: number): Scenario {
  for (let i = 0; i < people; i++)
    scenario.give(
      kiosk,
      { type: 'TakeTicket', service: service(i % 3 === 2 ? 1 : 0), class: i % 20 === 7 ? 'priority' : 'regular' },
      Math.floor(i / 12),
    )
  return scenario
}
