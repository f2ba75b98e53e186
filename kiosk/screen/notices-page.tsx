import { NoticeBanner } from '../../display/ui/notice-banner.tsx'
import { Choices } from './choices.tsx'
import type { PageProps } from './kiosk-screen.tsx'
import { PageHeading } from './page-heading.tsx'
import styles from './reading-page.module.css'
import { ScrollBox } from './scroll-box.tsx'
import { sentence } from './words.ts'

/** All standing notices in full. */
export function NoticesPage({ view, language, now, act }: PageProps) {
  return (
    <>
      <main className={styles['main']}>
        <PageHeading className={styles['heading'] ?? ''}>{sentence(language, 'notices')}</PageHeading>
        <ScrollBox language={language} act={act}>
          <NoticeBanner notices={view.notices} language={language} timeZone={view.office.timeZone} now={now} />
        </ScrollBox>
      </main>
      <Choices language={language} act={act} />
    </>
  )
}
