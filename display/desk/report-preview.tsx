import { useState } from 'react'
import type { NoticeId } from '../../shared/ids.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { Language } from '../../shared/text.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { useDesk } from './desk-context.ts'
import { previewOf } from './draft-preview.ts'
import styles from './report.module.css'

/** The banner exactly as the lobby screen will draw it, in each of the office's languages. */
export function ReportPreview({
  view,
  content,
  editing,
}: {
  readonly view: DeskView
  readonly content: NoticeContent | null
  readonly editing: NoticeId | null
}) {
  const { say, language, timeZone, now } = useDesk()
  const [shown, setShown] = useState<Language>(language)
  const { languages } = view.office
  return (
    <section className={styles['preview']} aria-label={say('preview')}>
      <div className={styles['previewHead']}>
        <p className={styles['previewTitle']}>{say('preview')}</p>
        {languages.length > 1 && (
          <div className={styles['languages']} role="group" aria-label={say('preview_language')}>
            {languages.map((each) => (
              <button
                key={each}
                type="button"
                lang={each}
                className={styles['language']}
                aria-pressed={each === shown}
                onClick={() => setShown(each)}
              >
                {languageNames[each]}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className={styles['screen']} lang={shown}>
        {content === null ? (
          <p className={styles['nothing']} lang={language}>
            {say('preview_nothing')}
          </p>
        ) : (
          <NoticeBanner
            notices={[previewOf(content, editing, view, now)]}
            language={shown}
            timeZone={timeZone}
            now={now}
          />
        )}
      </div>
    </section>
  )
}

/** Each language by its own name, so that its reader finds it. */
const languageNames: Readonly<Record<Language, string>> = { id: 'Indonesia', en: 'English', su: 'Sunda' }
