import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView, ServiceView } from '../../shared/views/common.ts'
import type { PhonePromise, PhoneView } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime } from '../../shared/words/when.ts'
import { LanguageLinks } from '../ui/language-links.tsx'
import type { LinkState } from '../ui/link.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { saysUnconfirmed } from '../ui/office-day.ts'
import { Recoveries } from '../ui/recoveries.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { MyNumber } from './my-number.tsx'
import './night.css'
import styles from './phone-screen.module.css'
import { ReturnTicket } from './return-ticket.tsx'
import { StaleCard } from './stale-card.tsx'
import { Turn } from './turn.tsx'
import { words } from './words.ts'

/**
 * One ticket on its holder's phone: the number, how its turn stands or when it brings its holder back, and notices that
 * touch it. It shows what it last heard for as long as it can and says how old that is.
 */
export function PhoneScreen({
  link,
  code,
  language,
  now,
}: {
  readonly link: LinkState<PhoneView>
  /** The ticket's four letters, as on its paper. */
  readonly code: string
  readonly language: Language
  /** The hub's time in ms. */
  readonly now: EpochMs
}) {
  if (link.message === null) return <Plain heading="connecting" text="connecting_text" language={language} />
  const { view } = link.message
  const { office, ticket } = view
  const { timeZone } = office
  const promise = standingPromise(view)
  const number = promise?.number ?? ticket?.number ?? null
  const service = promise?.service ?? ticket?.service
  const isOld = link.freshness === 'old' || link.freshness === 'silent'
  return (
    <>
      <main className={styles['page']}>
        <header className={styles['office']}>
          <p>{office.name[language]}</p>
          {!isOld && <StaleNote link={link} language={language} timeZone={timeZone} now={now} />}
          {!isOld && ticket && !promise && saysUnconfirmed(office, now) && (
            <p>{say(words, language, 'not_confirmed')}</p>
          )}
        </header>
        {promise ? (
          <MyNumber
            label={say(words, language, 'returned')}
            number={promise.number}
            service={promise.service}
            code={code}
            language={language}
          />
        ) : ticket ? (
          <MyNumber
            label={say(words, language, 'your_number')}
            number={ticket.number}
            service={ticket.service}
            code={null}
            language={language}
          >
            <span>{say(words, language, 'taken', { time: clockTime(language, timeZone, ticket.takenAt) })}</span>
            <span>{say(words, language, 'code', { code })}</span>
            {ticket.class === 'priority' && <strong>{say(words, language, 'priority')}</strong>}
          </MyNumber>
        ) : (
          <div className={styles['plain']}>
            <h1>{say(words, language, 'unknown')}</h1>
            <p>{say(words, language, 'unknown_text')}</p>
          </div>
        )}
        {number !== null && (
          <div aria-live="polite">
            {isOld && <StaleCard link={link} number={number} language={language} timeZone={timeZone} now={now} />}
          </div>
        )}
        {promise ? (
          <ReturnTicket
            promise={promise}
            code={code}
            isOfToday={ticket !== null}
            language={language}
            timeZone={timeZone}
            now={now}
          />
        ) : (
          ticket && <Turn ticket={ticket} office={office} isOld={isOld} language={language} />
        )}
        <div className={styles['again']} aria-live="polite">
          {service && !isOld && (
            <Recoveries
              recoveries={view.recoveries.filter(({ services }) => services.some(({ id }) => id === service.id))}
              language={language}
              timeZone={timeZone}
              now={now}
            />
          )}
        </div>
        <div className={styles['notices']} aria-live="polite">
          <NoticeBanner
            notices={service ? view.notices.filter((notice) => isAbout(notice, service)) : view.notices}
            language={language}
            timeZone={timeZone}
            now={now}
          />
        </div>
        <p>
          <a className={styles['link']} href={`/status?lang=${language}`}>
            {say(words, language, 'see_status')}
          </a>
        </p>
      </main>
      <footer className={styles['foot']}>
        <LanguageLinks languages={office.languages} current={language} label={say(words, language, 'languages')} />
      </footer>
    </>
  )
}

/** The promise that the ticket is now; null while it is a number of today. */
export function standingPromise({ ticket, promise }: PhoneView): PhonePromise | null {
  return ticket === null || ticket.state === 'returned' ? promise : null
}

function isAbout(notice: NoticeView, { id }: ServiceView): boolean {
  return notice.office || notice.services.some((service) => service.id === id)
}

/** The address holds no ticket's secret at all. */
export function UnknownNumber({ language }: { readonly language: Language }) {
  return <Plain heading="unknown" text="unknown_text" language={language} />
}

function Plain({
  heading,
  text,
  language,
}: {
  readonly heading: 'connecting' | 'unknown'
  readonly text: 'connecting_text' | 'unknown_text'
  readonly language: Language
}) {
  return (
    <main className={styles['page']}>
      <div className={styles['plain']}>
        <h1>{say(words, language, heading)}</h1>
        <p>{say(words, language, text)}</p>
      </div>
    </main>
  )
}
