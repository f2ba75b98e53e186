import type { Language } from '../../shared/language.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime } from '../../shared/words/when.ts'
import type { Papers } from './papers.ts'
import styles from './printer-screen.module.css'
import { words } from './words.ts'

/** What came out of the virtual printer, as one roll of paper with the newest on top. */
export function PrinterScreen({
  papers: { papers, isUnreachable },
  language,
  timeZone,
}: {
  readonly papers: Papers
  readonly language: Language
  readonly timeZone: string
}) {
  return (
    <main className={styles['page']}>
      <h1>{say(words, language, 'title')}</h1>
      <p>{say(words, language, 'intro')}</p>
      <output className={styles['trouble']}>{isUnreachable && say(words, language, 'unreachable')}</output>
      {papers?.length === 0 && <p>{say(words, language, 'empty')}</p>}
      <ol className={styles['roll']}>
        {papers?.map(({ name, at, png }) => (
          <li key={png} className={styles['paper']}>
            <figure>
              <img src={png} alt={say(words, language, 'paper', { name })} />
              <figcaption>
                {say(words, language, 'printed', { name, time: clockTime(language, timeZone, at) })}
              </figcaption>
            </figure>
          </li>
        ))}
      </ol>
    </main>
  )
}
