import { useId, type CSSProperties } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { noticeBrief, noticeText, type NoticeBrief, type NoticeText } from '../../shared/words/notice-text.ts'
import { factWeights, marksOf, noticeFacts, stillOpenTogether } from './notice-banner-facts.ts'
import styles from './notice-banner.module.css'
import { noticeIcons } from './notice-icons.ts'
import { ServiceMark } from './service-mark.tsx'
import { spokenIn } from './spoken-in.ts'
import { Unbroken } from './unbroken.tsx'

/**
 * What the public is told, yellow with black words, the same on every screen. One region named by the gravest
 * notice's heading, the notices in it one below the other in the order given (the hub gives the gravest first), never
 * one over the other. It sizes itself by its container: facts stand beside each other where there is room.
 *
 * It takes its type size from around it and does not limit its height. For a box that does, `isBoard` brings shorter
 * words too, and the attribute `data-level` of any element around it chooses, from 0 to `bannerLevels` - 1, how much is
 * said: the less, the larger it can be set. Headings are said at every level.
 */
export function NoticeBanner({
  notices,
  language,
  timeZone,
  now,
  isBoard = false,
}: {
  readonly notices: readonly NoticeView[]
  readonly language: Language
  readonly timeZone: string
  /** The hub's time in ms. */
  readonly now: EpochMs
  readonly isBoard?: boolean
}) {
  const headingId = useId()
  if (notices.length === 0) return null
  const isAlone = notices.length === 1
  // On a board it is said at every level, so it stands apart from what may be left out.
  const stillOpen = isAlone && !isBoard ? null : stillOpenTogether(notices, language, timeZone, now)
  return (
    <section
      className={styles['banner']}
      aria-labelledby={headingId}
      data-board={isBoard || undefined}
      data-alone={isAlone || undefined}
    >
      {notices.map((notice, i) => {
        const text = noticeText(notice, language, timeZone, now)
        const Icon = noticeIcons[notice.kind]
        return (
          <article
            key={notice.id}
            className={styles['notice']}
            data-informs={notice.kind === 'information' || undefined}
          >
            <h2 className={styles['heading']} id={i === 0 ? headingId : undefined}>
              <span className={styles['signs']}>
                <Icon className={styles['icon']} aria-hidden="true" focusable="false" />
                {marksOf(notice).map((service) => (
                  <ServiceMark key={service.id} service={service} />
                ))}
              </span>
              <Unbroken text={text.heading} />
            </h2>
            <Facts
              text={text}
              spoken={wordsSpokenIn(notice, language)}
              saysStillOpen={isAlone && !isBoard}
              isBoard={isBoard}
            />
            {isBoard && (
              <Brief brief={noticeBrief(notice, language, timeZone, now)} spoken={wordsSpokenIn(notice, language)} />
            )}
          </article>
        )
      })}
      {stillOpen !== null && (
        <p
          className={styles['together']}
          lang={notices.map((notice) => wordsSpokenIn(notice, language)(stillOpen)).find(Boolean)}
        >
          {stillOpen}
        </p>
      )}
    </section>
  )
}

/** From everything to headings alone. */
export const bannerLevels = 5

/** All that is said of a notice, sentences that belong together in one column where there is room for several. */
function Facts({
  text,
  spoken,
  saysStillOpen,
  isBoard,
}: {
  readonly text: NoticeText
  readonly spoken: Spoken
  readonly saysStillOpen: boolean
  readonly isBoard: boolean
}) {
  const facts = noticeFacts(text, saysStillOpen)
  const columns = factWeights(facts, isBoard).map((weight) => `minmax(min-content, ${weight}fr)`)
  return (
    <div className={styles['facts']} style={{ '--columns': columns.join(' ') } as CSSProperties}>
      {facts.map(({ said, isStrong }) => (
        <div key={said[0]} className={styles['fact']} data-strong={isStrong || undefined}>
          {said.map((sentence) => (
            <p key={sentence} lang={spoken(sentence)}>
              {sentence}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

function Brief({ brief: { todo, when }, spoken }: { readonly brief: NoticeBrief; readonly spoken: Spoken }) {
  return (
    <div className={styles['brief']}>
      {todo !== null && (
        <p className={styles['todo']} lang={spoken(todo)}>
          {todo}
        </p>
      )}
      {when !== null && <p className={styles['when']}>{when}</p>}
    </div>
  )
}

/** The language of a sentence; undefined where it is the page's. */
type Spoken = (sentence: string) => Language | undefined

/** Of the author's own words: those that were not written in the page's language are read as they were written. */
function wordsSpokenIn({ cause, instruction, stillWorks }: NoticeView, language: Language): Spoken {
  const own = [cause, instruction, stillWorks].filter((words) => words !== null)
  return (sentence) => spokenIn(own.find((words) => words[language] === sentence) ?? null, language)
}
