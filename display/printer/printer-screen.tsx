import { WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime } from '../../shared/words/when.ts'
import type { Papers } from './papers.ts'
import styles from './printer-screen.module.css'
import { words } from './words.ts'

/**
 * What came out of the virtual printer, as one roll of paper out of its slot, with the newest on top. For whoever tries
 * the office without a printer.
 */
export function PrinterScreen({
  papers: { papers, timeZone, isUnreachable },
  language,
  children,
}: {
  readonly papers: Papers
  readonly language: Language
  /** What can be done to the printer: above its slot, or beside it where there is room. */
  readonly children?: ReactNode
}) {
  return (
    <main className={styles['page']}>
      <header className={styles['top']}>
        <h1>{say(words, language, 'title')}</h1>
        <p>{say(words, language, 'intro')}</p>
        <output className={styles['trouble']}>
          {isUnreachable && (
            <>
              <WifiOff aria-hidden="true" focusable="false" width="1em" height="1em" />
              <span>{say(words, language, 'unreachable')}</span>
            </>
          )}
        </output>
      </header>
      {children !== undefined && <div className={styles['hands']}>{children}</div>}
      <div className={styles['printer']}>
        <div className={styles['slot']} />
        {papers?.length === 0 && (
          <div className={styles['empty']}>
            <p>{say(words, language, 'empty')}</p>
            <p>{say(words, language, 'empty_hint')}</p>
          </div>
        )}
        {papers !== null && papers.length > 0 && (
          <ol className={styles['roll']} aria-label={say(words, language, 'title')}>
            {papers.map(({ name, at, png }) => {
              const slip = slips[name]
              const what = slip ? say(words, language, slip) : say(words, language, 'paper', { name })
              return (
                <li key={png} className={styles['paper']}>
                  <figure>
                    <img src={png} alt={what} />
                    <figcaption>
                      {say(words, language, 'printed', { what, time: clockTime(language, timeZone, at) })}
                    </figcaption>
                  </figure>
                </li>
              )
            })}
          </ol>
        )}
      </div>
    </main>
  )
}

/** What the agent calls the papers that are no tickets. */
const slips: Readonly<Record<string, 'setup' | 'slip_notice' | 'slip_day_end' | 'slip_test_strip'>> = {
  setup: 'setup',
  notice: 'slip_notice',
  'day-end': 'slip_day_end',
  'test-strip': 'slip_test_strip',
}
