import { allPromises } from '../../shared/return-book.ts'
import type { OfficeState } from '../../shared/state.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import type { Health } from './health.ts'
import type { Presence } from './presence.ts'

/** The office in numbers, as Prometheus reads them (text format 0.0.4). No label ever holds a person or a ticket. */
export function metricsText(state: OfficeState, presence: Presence, health: Pick<Health, 'ready' | 'seq'>): string {
  const byService = (value: (id: (typeof state.office.services)[number]['id']) => number) =>
    state.office.services.map(({ id, letter }) => [`{service="${letter}",id="${id}"}`, value(id)] as const)
  const today = allTickets(state.tickets)
  const promised = allPromises(state.returns).filter(({ usedOn }) => usedOn === null)
  return [
    gauge('loket_ready', 'Whether the hub can keep what it is told', [['', Number(health.ready)]]),
    gauge('loket_ledger_seq', 'The last event in the ledger', [['', health.seq]]),
    gauge(
      'loket_waiting',
      'People waiting',
      byService((id) => state.lines[id]?.length ?? 0),
    ),
    gauge(
      'loket_given_today',
      'Numbers given today',
      byService((id) => state.given[id] ?? 0),
    ),
    gauge(
      'loket_done_today',
      'Visits ended today',
      byService((id) => today.filter(({ service, state: s }) => service === id && s === 'done').length),
    ),
    gauge('loket_counters_open', 'Counters with somebody at them', [
      ['', Object.values(state.counters).filter(({ staff }) => staff !== null).length],
    ]),
    gauge('loket_notices', 'Standing notices', [['', state.notices.length]]),
    gauge('loket_notices_scheduled', 'Notices set for later', [['', state.scheduled.length]]),
    gauge('loket_day_confirmed', "Whether staff have confirmed today's services", [
      ['', Number(state.confirmed !== null)],
    ]),
    gauge(
      'loket_return_tickets_promised',
      'Return tickets that are still to be used',
      byService((id) => promised.filter((promise) => promise.service === id).length),
    ),
    gauge('loket_screens', 'Lobby and kiosk screens connected', [['', presence.screens().length]]),
    gauge('loket_agents', 'Printing programs connected', [['', presence.agents().size]]),
    gauge(
      'loket_printer_ready',
      'Whether a printer would print now',
      Object.entries(state.printers).map(([kiosk, { trouble }]) => [`{kiosk="${kiosk}"}`, Number(trouble === null)]),
    ),
    gauge('process_resident_memory_bytes', 'Resident memory of the hub', [['', process.memoryUsage.rss()]]),
  ].join('')
}

function gauge(name: string, help: string, values: readonly (readonly [labels: string, value: number])[]): string {
  return [
    `# HELP ${name} ${help}\n`,
    `# TYPE ${name} gauge\n`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}\n`),
  ].join('')
}
