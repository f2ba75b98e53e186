import { useId } from 'react'
import { noticeIcons } from '../../display/ui/notice-icons.ts'
import { spokenIn } from '../../display/ui/spoken-in.ts'
import { Unbroken } from '../../display/ui/unbroken.tsx'
import type { NoticeId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import styles from './notice-strip.module.css'
import { usePainted } from './use-painted.ts'
import { sentence } from './words.ts'

/**
 * The standing notices in short, above the services: a heading each, and what matters most of it while there are few.
 * All of a notice is one touch away. All standing notices are in it, so that none is painted later than the others.
 */
export function NoticeStrip({
  notices,
  language,
  timeZone,
  now,
  onPainted,
  onRead,
}: {
  readonly notices: readonly NoticeView[]
  readonly language: Language
  readonly timeZone: string
  readonly now: number
  readonly onPainted: (notice: NoticeId, revision: number) => void
  readonly onRead: () => void
}) {
  const headingId = useId()
  usePainted(notices, onPainted)
  return (
    <div aria-live="polite" className={styles['around']}>
      {notices.length > 0 && (
        <section className={styles['strip']} aria-labelledby={headingId}>
          <ul className={styles['notices']} data-many={notices.length > fewNotices}>
            {notices.map((notice, i) => {
              const text = noticeText(notice, language, timeZone, now)
              const Icon = noticeIcons[notice.kind]
              const ownWords = notice.kind === 'information' ? (notice.cause ?? notice.instruction) : null
              const more = ownWords === null ? (text.news ?? text.end) : ownWords[language]
              return (
                <li key={notice.id} className={styles['notice']}>
                  <Icon aria-hidden="true" focusable="false" className={styles['icon']} />
                  <div>
                    <h2 id={i === 0 ? headingId : undefined} className={styles['heading']}>
                      <Unbroken text={text.heading} />
                    </h2>
                    {notices.length <= fewNotices && more !== null && (
                      <p className={styles['more']} lang={spokenIn(ownWords, language)}>
                        {more}
                      </p>
                    )}
                  </div>
                </li>
              )
            })}
          </ul>
          <button type="button" className={styles['read']} onClick={onRead}>
            {sentence(language, 'read_more')}
          </button>
        </section>
      )}
    </div>
  )
}

/** Up to this many, each has room for a second line. */
const fewNotices = 2
