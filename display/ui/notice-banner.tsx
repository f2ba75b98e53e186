import { CalendarClock, DoorClosed, Hourglass, Info, PackageCheck, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { noticeHeading, noticeText } from '../../shared/words/notice-text.ts'
import styles from './notice-banner.module.css'

/**
 * What the public is told, yellow with black words, the same on every screen. One region named by the gravest
 * notice's heading, the notices in it one after the other in the order given (the hub gives the gravest first), never
 * one over the other. It sizes itself by its container: facts stand beside each other where there is room.
 *
 * It takes its type size from around it and does not limit its height; a screen that must not scroll sees to that.
 */
export function NoticeBanner({
  notices,
  language,
  timeZone,
  now,
  fullMax = Infinity,
}: {
  readonly notices: readonly NoticeView[]
  readonly language: Language
  readonly timeZone: string
  /** The hub's time in ms. */
  readonly now: EpochMs
  /** How many are shown in full; of the rest only the headings. */
  readonly fullMax?: number
}) {
  const headingId = useId()
  if (notices.length === 0) return null
  const isAlone = notices.length === 1
  const stillOpen = isAlone ? null : stillOpenTogether(notices, language, timeZone, now)
  return (
    <section className={styles['banner']} aria-labelledby={headingId}>
      <div className={styles['notices']} data-count={Math.min(notices.length, 4)}>
        {notices.slice(0, fullMax).map((notice, i) => {
          const text = noticeText(notice, language, timeZone, now)
          const Icon = icons[notice.kind]
          return (
            <article key={notice.id} className={styles['notice']}>
              <h2 className={styles['heading']} id={i === 0 ? headingId : undefined}>
                <Icon className={styles['icon']} aria-hidden="true" focusable="false" />
                <span>{text.heading}</span>
              </h2>
              <div className={styles['facts']}>
                <Fact sentences={[text.cause, text.since]} />
                {isAlone && <Fact sentences={[text.stillOpen]} strong />}
                <Fact sentences={[text.newTickets, text.waiting, text.instruction]} />
                <Fact sentences={[text.end, text.news]} />
              </div>
            </article>
          )
        })}
      </div>
      {stillOpen !== null && <p className={styles['together']}>{stillOpen}</p>}
      {notices.length > fullMax && (
        <ul className={styles['rest']}>
          {notices.slice(fullMax).map((notice) => (
            <li key={notice.id}>{noticeHeading(notice, language)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Sentences that belong together; nothing where none has anything to say. */
function Fact({
  sentences,
  strong = false,
}: {
  readonly sentences: readonly (string | null)[]
  readonly strong?: boolean
}) {
  const said = sentences.filter((sentence) => sentence !== null)
  if (said.length === 0) return null
  return (
    <div className={strong ? `${styles['fact']} ${styles['strong']}` : styles['fact']}>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

/** What can still be had while all of these stand, said once for all of them. */
function stillOpenTogether(
  notices: readonly NoticeView[],
  language: Language,
  timeZone: string,
  now: EpochMs,
): string | null {
  const stopping = notices.filter(({ newTickets }) => newTickets === 'stop')
  const [gravest, ...others] = stopping
  if (!gravest) return null
  const stillOpen = gravest.stillOpen.filter(({ id }) =>
    others.every((other) => other.stillOpen.some((service) => service.id === id)),
  )
  return noticeText({ ...gravest, stillOpen }, language, timeZone, now).stillOpen
}

const icons: Readonly<Record<NoticeView['kind'], LucideIcon>> = {
  outage: TriangleAlert,
  degraded: Hourglass,
  'pick-up-only': PackageCheck,
  maintenance: CalendarClock,
  closed: DoorClosed,
  information: Info,
}
