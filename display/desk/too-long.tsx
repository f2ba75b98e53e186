import { Scaling } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import { list } from '../../shared/words/say.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'

/** Says in which languages own words are too many for the lobby screen. It keeps nobody from raising them. */
export function TooLong({
  languages,
  spoken,
}: {
  readonly languages: readonly Language[]
  /** All that the office speaks. */
  readonly spoken: readonly Language[]
}) {
  const { say, language } = useDesk()
  const names = languages.map((each) => say(`language_${each}`))
  return (
    <output>
      {names.length > 0 && (
        <span className={controls['problem']}>
          <Scaling aria-hidden="true" focusable="false" />
          <span>
            {languages.length === spoken.length
              ? say('too_long_for_screen')
              : say('too_long_in', { languages: list(language, names) })}
          </span>
        </span>
      )}
    </output>
  )
}
