import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView, OfficeView } from '../../shared/views/common.ts'
import type { LobbyService, LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { saysUnconfirmed } from '../ui/office-day.ts'
import { words } from './words.ts'

/**
 * Whether a service can be had, as a screen that gives no numbers says it. It never says more than is known: not that a
 * service is open before staff have confirmed the day, nor while a notice says otherwise.
 */
export type Standing = 'open' | 'given' | 'unconfirmed' | 'noted' | 'warned' | 'stopped' | 'full' | 'closed'

export function standingOf(
  service: LobbyService,
  { office, notices }: Pick<LobbyView, 'office' | 'notices'>,
  now: EpochMs,
): Standing {
  const { availability } = service
  const touching = notices.filter(
    ({ kind, services }) => kind !== 'information' && services.some(({ id }) => id === service.id),
  )
  if (touching.length > 0 && touching.every(({ kind }) => kind === 'closed')) return 'closed'
  if (availability === 'stopped' || touching.some(stops)) return 'stopped'
  if (availability !== 'open') return availability
  if (touching.length > 0) return 'noted'
  if (saysUnconfirmed(office, now)) return 'unconfirmed'
  return office.early ? 'given' : 'open'
}

export function standingText(standing: Standing, language: Language): string {
  return say(words, language, `service_${standing}`)
}

/** What holds for the whole office while no notice stands; null where no sentence is true of all its services. */
export function officeStanding(view: Pick<LobbyView, 'office' | 'notices' | 'services'>, now: EpochMs): Whole | null {
  const standings = view.services.map((service) => standingOf(service, view, now))
  const are = (...these: readonly Standing[]) => standings.every((standing) => these.includes(standing))
  if (isClosed(view.office)) return 'closed_heading'
  if (are('full')) return 'all_full'
  if (standings.includes('stopped')) return null
  if (standings.includes('unconfirmed')) return 'not_confirmed'
  if (standings.includes('full')) return 'some_full'
  if (standings.includes('closed')) return 'some_closed'
  if (standings.includes('warned')) return 'some_slow'
  if (standings.includes('given')) return 'early_heading'
  return are('open') ? 'all_work' : null
}

export type Whole =
  | 'closed_heading'
  | 'all_full'
  | 'not_confirmed'
  | 'some_full'
  | 'some_closed'
  | 'some_slow'
  | 'early_heading'
  | 'all_work'

function isClosed({ opening, early }: OfficeView): boolean {
  return !opening.open && !early
}

/** Whatever becomes of numbers: what it touches cannot be had. */
function stops({ kind }: NoticeView): boolean {
  return kind === 'outage' || kind === 'maintenance' || kind === 'closed'
}
