import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PhoneView } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { LanguageLinks } from '../ui/language-links.tsx'
import type { LinkState } from '../ui/link.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { MyNumber } from './my-number.tsx'
import './night.css'
import styles from './phone-screen.module.css'
import { StaleCard } from './stale-card.tsx'
import { Turn } from './turn.tsx'
import { words } from './words.ts'

/**
 * One ticket on its holder's phone: the number, how its turn stands, and notices that touch it. It shows what it last
 * heard for as long as it can and says how old that is.
 */
export function PhoneScreen({
  link,
  language,
  now,
}: {
  readonly link: LinkState<PhoneView>
  readonly language: Language
  /** The hub's time in ms. */
  readonly now: EpochMs
}) {
  if (link.message === null) return <Plain heading="connecting" text="connecting_text" language={language} />
  const { office, ticket, notices } = link.message.view
  const isOld = link.freshness === 'old' || link.freshness === 'silent'
  return (
    <>
      <main className={styles['page']}>
        <header className={styles['office']}>
          <p>{office.name[language]}</p>
          {!isOld && <StaleNote link={link} language={language} timeZone={office.timeZone} now={now} />}
        </header>
        {ticket ? (
          <>
            <MyNumber ticket={ticket} language={language} timeZone={office.timeZone} />
            <div className={styles['news']} aria-live="polite">
              {isOld && (
                <StaleCard
                  link={link}
                  number={ticket.number}
                  language={language}
                  timeZone={office.timeZone}
                  now={now}
                />
              )}
            </div>
            <Turn ticket={ticket} isOld={isOld} language={language} timeZone={office.timeZone} />
          </>
        ) : (
          <div className={styles['plain']}>
            <h1>{say(words, language, 'unknown')}</h1>
            <p>{say(words, language, 'unknown_text')}</p>
          </div>
        )}
        <div className={styles['notices']} aria-live="polite">
          <NoticeBanner notices={notices} language={language} timeZone={office.timeZone} now={now} />
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
