import { ArrowLeft } from 'lucide-react'
import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import { PageHeading } from './page-heading.tsx'
import styles from './reading-page.module.css'
import { sentence } from './words.ts'

/** All standing notices in full. */
export function NoticesPage({ view, language, now, act }: PageProps) {
  return (
    <main className={styles['main']}>
      <PageHeading className={styles['heading'] ?? ''}>{sentence(language, 'notices')}</PageHeading>
      <div className={styles['body']}>
        <NoticeBanner notices={view.notices} language={language} timeZone={view.office.timeZone} now={now} />
      </div>
      <div className={styles['actions']}>
        <button type="button" className={styles['back']} onClick={() => act({ type: 'leave' })}>
          <ArrowLeft aria-hidden="true" focusable="false" />
          {sentence(language, 'back')}
        </button>
      </div>
    </main>
  )
}
