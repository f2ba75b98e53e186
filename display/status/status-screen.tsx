import { ArrowDown } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import type { StatusView } from '../../shared/views/status.ts'
import { say, type Key, type Values } from '../../shared/words/say.ts'
import { clockTime, dateOf, moment } from '../../shared/words/when.ts'
import '../phone/night.css'
import { LanguageLinks } from '../ui/language-links.tsx'
import { heardTime, type LinkState } from '../ui/link.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { saysUnconfirmed } from '../ui/office-day.ts'
import { Recoveries } from '../ui/recoveries.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { PlannedList } from './planned-list.tsx'
import { ServiceList } from './service-list.tsx'
import styles from './status-screen.module.css'
import { words } from './words.ts'

/**
 * Which services work, in public words: read at home before travelling, passed on as a picture, or printed. It always
 * says how old it is; once the office has been silent for a minute it no longer claims that anything is so now.
 */
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
  const isOld = link.freshness === 'old' || link.freshness === 'silent'
  const heard = heardTime(link) ?? now
  const isUnconfirmed = !isOld && saysUnconfirmed(office, now)
  const { timeZone } = office
  return (
    <>
      <main className={styles['page']}>
        <header className={styles['top']}>
          <p className={styles['soft']}>{office.name[language]}</p>
          <h1>{say(words, language, ...(isOld ? (['title'] as const) : summary(view, isUnconfirmed)))}</h1>
          {!isOld && !office.closed && <p>{openingSentence(office, language, now)}</p>}
          {isUnconfirmed && <p>{unconfirmedSentence(view, language)}</p>}
          {view.notices.length > 0 && (
            <p>
              <a className={styles['link']} href="#notices">
                <span>{say(words, language, 'read_notice')}</span>
                <ArrowDown aria-hidden="true" focusable="false" width="1.1em" height="1.1em" />
              </a>
            </p>
          )}
          <p className={`${styles['soft']} ${styles['asAt']}`}>
            <span>{updatedSentence(office, language, heard)}</span>
            {!isOld && <StaleNote link={link} language={language} timeZone={timeZone} now={now} />}
          </p>
          <div aria-live="polite">
            {isOld && <Important office={office} language={language} heard={heard} now={now} />}
          </div>
        </header>
        <div className={styles['again']} aria-live="polite">
          {!isOld && <Recoveries recoveries={view.recoveries} language={language} timeZone={timeZone} now={now} />}
        </div>
        <ServiceList view={view} isUnconfirmed={isUnconfirmed} isOld={isOld} language={language} now={now} />
        <div className={styles['notices']} id="notices" aria-live="polite">
          <NoticeBanner notices={view.notices} language={language} timeZone={timeZone} now={now} />
        </div>
        <PlannedList planned={view.planned} language={language} timeZone={timeZone} now={now} />
      </main>
      <footer className={styles['foot']}>
        <LanguageLinks languages={office.languages} current={language} label={say(words, language, 'languages')} />
      </footer>
    </>
  )
}

function Important({
  office: { timeZone },
  language,
  heard,
  now,
}: {
  readonly office: OfficeView
  readonly language: Language
  readonly heard: EpochMs
  readonly now: EpochMs
}) {
  const today = localDate(heard, timeZone) === localDate(now, timeZone)
  const time = moment(language, timeZone, heard, now)
  return (
    <section className={styles['important']} aria-labelledby="important">
      <h2 id="important">{say(words, language, 'important')}</h2>
      <p>{say(words, language, today ? 'important_today' : 'important_earlier', { time })}</p>
    </section>
  )
}

type Summary = readonly [key: Key<(typeof words)['id']>, values?: Values]

/** What holds for the whole office, the gravest first: the one line that answers whoever has just opened the page. */
function summary({ office, services }: StatusView, isUnconfirmed: boolean): Summary {
  if (office.closed) return ['closed']
  const stopped = services.filter(({ availability }) => availability === 'stopped').length
  if (stopped === services.length) return ['all_stopped']
  if (stopped > 0) return ['some_stopped', { count: stopped }]
  if (!office.opening.open && !office.early) return ['closed']
  if (services.every(({ availability }) => availability === 'full')) return ['all_full']
  if (isUnconfirmed) return ['unconfirmed']
  return services.some(({ availability }) => availability === 'warned') ? ['some_slow'] : ['all_work']
}

function unconfirmedSentence({ services }: StatusView, language: Language): string {
  const isSomeKnown = services.some(({ availability }) => availability === 'stopped')
  return say(words, language, isSomeKnown ? 'others_unconfirmed' : 'unconfirmed_text')
}

function openingSentence({ opening, early, timeZone }: OfficeView, language: Language, now: EpochMs): string {
  const { open, until } = opening
  if (until === null) return say(words, language, open ? 'opening_open' : 'opening_closed')
  const time = moment(language, timeZone, until, now)
  const today = localDate(until, timeZone) === localDate(now, timeZone)
  if (open) return say(words, language, today ? 'open_until' : 'open_until_later', { time })
  if (early) return say(words, language, 'early', { time })
  return say(words, language, today ? 'opens_today' : 'opens_later', { time })
}

/** With its date, because what was passed on or printed is read on other days. */
function updatedSentence({ timeZone }: OfficeView, language: Language, at: EpochMs): string {
  const [date, time] = [dateOf(language, timeZone, at), clockTime(language, timeZone, at)]
  return say(words, language, 'updated', { date, time })
}
