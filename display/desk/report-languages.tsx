import type { DeskView } from '../../shared/views/desk.ts'
import { list } from '../../shared/words/say.ts'
import styles from './choices.module.css'
import { useDesk } from './desk-context.ts'
import { Fold } from './fold.tsx'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'

/** In which languages a notice is read aloud and printed, where the office has more than one. */
export function ReportLanguages({
  view,
  draft,
  act,
}: {
  readonly view: DeskView
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say, language: own } = useDesk()
  const { languages } = view.office
  if (languages.length < 2) return null
  const names = languages.filter((language) => draft.languages.includes(language)).map((one) => say(`language_${one}`))
  return (
    <Fold
      title={say('languages')}
      summary={names.length === 0 ? say('languages_usual') : say('languages_chosen', { languages: list(own, names) })}
    >
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{say('read_aloud_and_printed_in')}</legend>
        <div className={styles['options']}>
          {languages.map((language) => (
            <label key={language} className={styles['option']}>
              <input
                type="checkbox"
                checked={draft.languages.includes(language)}
                onChange={() => act({ type: 'language', language })}
              />
              <span>{say(`language_${language}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={styles['more']}>{say('languages_hint')}</p>
    </Fold>
  )
}
