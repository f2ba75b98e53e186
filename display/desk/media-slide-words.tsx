import { useId } from 'react'
import type { Language } from '../../shared/language.ts'
import { mediaLimits, type SlideText } from '../../shared/media.ts'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { Field } from './field.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'
import own from './own-words.module.css'

/** Heading and text of a slide in one language. */
export function MediaSlideWords({
  of,
  typed,
  isHeadingMissing,
  onType,
}: {
  readonly of: Language
  readonly typed: SlideText
  readonly isHeadingMissing: boolean
  readonly onType: (text: SlideText) => void
}) {
  const { language } = useDesk()
  const words = sayMedia(language)
  const id = useId()
  const { headingLength, textLength } = mediaLimits
  return (
    <fieldset className={styles['words']}>
      <legend className={controls['label']}>{words(`in_${of}`)}</legend>
      <Field
        label={words('heading')}
        hint={words('letters_left', { count: headingLength - typed.heading.length, max: headingLength })}
        flaw={isHeadingMissing ? words('heading_missing') : null}
        maxLength={headingLength}
        value={typed.heading}
        onValue={(heading) => onType({ ...typed, heading })}
      />
      <div className={controls['field']}>
        <label className={controls['label']} htmlFor={id}>
          {words('text')}
        </label>
        <p id={`${id}-left`} className={controls['hint']}>
          {words('letters_left', { count: textLength - typed.text.length, max: textLength })}
        </p>
        <textarea
          id={id}
          lang={of}
          className={`${controls['input']} ${own['words']}`}
          rows={4}
          maxLength={textLength}
          value={typed.text}
          aria-describedby={`${id}-left`}
          onChange={({ target }) => onType({ ...typed, text: target.value })}
        />
      </div>
    </fieldset>
  )
}
