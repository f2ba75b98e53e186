import type { Language } from '../../shared/language.ts'
import styles from './language-links.module.css'

/** The page in the office's other languages, each named in its own. */
export function LanguageLinks({
  languages,
  current,
  label,
}: {
  readonly languages: readonly Language[]
  readonly current: Language
  readonly label: string
}) {
  if (languages.length < 2) return null
  return (
    <nav aria-label={label}>
      <ul className={styles['links']}>
        {languages.map((language) => (
          <li key={language}>
            <a
              className={styles['link']}
              href={`?lang=${language}`}
              lang={language}
              hrefLang={language}
              aria-current={language === current ? 'true' : undefined}
            >
              {names[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const names: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English', su: 'Basa Sunda' }
