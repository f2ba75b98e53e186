import type { Language } from '../../shared/language.ts'
import { useDesk } from './desk-context.ts'
import styles from './report.module.css'

/** The languages the preview can be read in, for an office that speaks more than one. */
export function PreviewLanguage({
  languages,
  chosen,
  onChoose,
}: {
  readonly languages: readonly Language[]
  readonly chosen: Language
  readonly onChoose: (language: Language) => void
}) {
  const { say } = useDesk()
  if (languages.length < 2) return null
  return (
    <fieldset className={styles['languages']}>
      <legend className="for-ears">{say('preview_language')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles['language']}
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          {names[language]}
        </button>
      ))}
    </fieldset>
  )
}

/** Each language by its own name, so that its reader finds it. */
const names: Readonly<Record<Language, string>> = { id: 'Indonesia', en: 'English', su: 'Sunda' }
