import { Ban, CircleCheck, DoorClosed, Hourglass, type LucideIcon } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView, ServiceAvailability } from '../../shared/views/common.ts'
import type { StatusView } from '../../shared/views/status.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import '../phone/night.css'
import { LanguageLinks } from '../ui/language-links.tsx'
import { heardTime, type LinkState } from '../ui/link.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { ServiceMark } from '../ui/service-mark.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import styles from './status-screen.module.css'
import { words } from './words.ts'

/** Which services work, in public words: read at home, before travelling. It says how old it is. */
export function StatusScreen({
  link,
  language,
  now,
}: {
  readonly link: LinkState<StatusView>
  readonly language: Language
  /** The hub's time in ms. */
  readonly now: EpochMs
}) {
  if (link.message === null)
    return (
      <main className={styles['page']}>
        <h1>{say(words, language, 'connecting')}</h1>
      </main>
    )
  const { view } = link.message
  const { office } = view
  const heard = heardTime(link) ?? now
  return (
    <>
      <main className={styles['page']}>
        <header className={styles['top']}>
          <p className={styles['soft']}>{office.name[language]}</p>
          <h1>{summary(view, language)}</h1>
          <p>{openingSentence(office, language, now)}</p>
          <p className={styles['soft']}>
            {link.freshness === 'live' && (
              <span>{say(words, language, 'updated', { time: moment(language, office.timeZone, heard, now) })}</span>
            )}
            <StaleNote link={link} language={language} timeZone={office.timeZone} now={now} />
          </p>
        </header>
        <div className={styles['notices']} aria-live="polite">
          <NoticeBanner notices={view.notices} language={language} timeZone={office.timeZone} now={now} />
        </div>
        <section aria-labelledby="services" className={styles['services']}>
          <h2 id="services">{say(words, language, 'services')}</h2>
          <ul>
            {view.services.map((service) => {
              const Icon = icons[service.availability]
              return (
                <li key={service.id} className={styles['service']}>
                  <ServiceMark service={service} />
                  <span className={styles['name']}>{service.name[language]}</span>
                  <span className={styles['state']}>
                    <Icon aria-hidden="true" focusable="false" width="1.15em" height="1.15em" />
                    <span>{say(words, language, availabilityKeys[service.availability])}</span>
                  </span>
                  {isGiven(service.availability) && service.waiting > 0 && (
                    <span className={styles['waiting']}>
                      {say(words, language, 'waiting', { count: service.waiting })}
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      </main>
      <footer className={styles['foot']}>
        <LanguageLinks languages={office.languages} current={language} label={say(words, language, 'languages')} />
      </footer>
    </>
  )
}

function summary({ office, services }: StatusView, language: Language): string {
  const stopped = services.filter(({ availability }) => availability === 'stopped').length
  if (stopped === services.length) return say(words, language, 'all_stopped')
  if (stopped > 0) return say(words, language, 'some_stopped', { count: stopped })
  if (!office.opening.open) return say(words, language, 'closed')
  return services.some(({ availability }) => availability === 'warned')
    ? say(words, language, 'some_slow')
    : say(words, language, 'all_work')
}

function openingSentence({ opening, timeZone }: OfficeView, language: Language, now: EpochMs): string {
  const { open, until } = opening
  if (until === null) return say(words, language, open ? 'opening_open' : 'opening_closed')
  const time = moment(language, timeZone, until, now)
  if (open) return say(words, language, 'opening_open_until', { time })
  const today = localDate(until, timeZone) === localDate(now, timeZone)
  return say(words, language, today ? 'opens_today' : 'opens_later', { time })
}

function isGiven(availability: ServiceAvailability): boolean {
  return availability === 'open' || availability === 'warned'
}

const availabilityKeys = {
  open: 'open',
  warned: 'warned',
  stopped: 'stopped',
  full: 'full',
  closed: 'service_closed',
} as const satisfies Record<ServiceAvailability, string>

const icons: Readonly<Record<ServiceAvailability, LucideIcon>> = {
  open: CircleCheck,
  warned: Hourglass,
  stopped: Ban,
  full: Ban,
  closed: DoorClosed,
}
