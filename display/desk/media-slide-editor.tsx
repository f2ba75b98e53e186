import { useState } from 'react'
import type { Day } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { MediaFolderView, MediaSlide, SlideText } from '../../shared/media.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { useDesk } from './desk-context.ts'
import { MediaSlideWords } from './media-slide-words.tsx'
import { MediaEditorEnd } from './media-editor-end.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'
import own from './own-words.module.css'
import { useOrders } from './use-orders.ts'

/** Writes a slide in the office's language, in its other languages where somebody wants to, and says until when it is shown. */
export function MediaSlideEditor({
  slide,
  office,
  day,
  onClose,
}: {
  readonly slide: MediaSlide
  readonly office: OfficeView
  readonly day: Day
  readonly onClose: (media?: MediaFolderView) => void
}) {
  const { language, media } = useDesk()
  const words = sayMedia(language)
  const orders = useOrders()
  const [typed, setTyped] = useState(slide.words)
  const [until, setUntil] = useState<string>(slide.until ?? '')
  const [tried, setTried] = useState(false)
  const others = office.languages.filter((each) => each !== office.language)
  const [isOpen] = useState(() => others.some((each) => slide.words[each] !== undefined))

  const written = writtenOf(typed)
  const isMissing = (of: Language) =>
    written[of]?.heading === '' || (of === office.language && written[of] === undefined)
  const save = async () => {
    setTried(true)
    if (isMissing(office.language) || others.some(isMissing)) return
    const request = { type: 'SaveSlide', id: slide.id, until: until === '' ? null : until, words: written } as const
    const answer = await orders.press('save', () => media.ask(request))
    if (answer !== null) onClose(answer.media)
  }
  const fields = (of: Language) => (
    <MediaSlideWords
      key={of}
      of={of}
      typed={typed[of] ?? nothing}
      isHeadingMissing={tried && isMissing(of)}
      onType={(text) => setTyped({ ...typed, [of]: text })}
    />
  )
  return (
    <section className={styles['section']} aria-labelledby="media-edited">
      <h3 id="media-edited" className={styles['heading']}>
        {words('slide')}
      </h3>
      {fields(office.language)}
      {others.length > 0 && (
        <details className={own['others']} open={isOpen}>
          <summary>{words('other_languages')}</summary>
          <p className={styles['hint']}>{words('other_languages_hint')}</p>
          {others.map(fields)}
        </details>
      )}
      <MediaEditorEnd
        until={until}
        day={day}
        onUntil={setUntil}
        orders={orders}
        onSave={() => void save()}
        onBack={() => onClose()}
      />
    </section>
  )
}

/** Without the languages in which nothing is said. */
function writtenOf(typed: MediaSlide['words']): MediaSlide['words'] {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([of, { heading, text }]) => [of, { heading: heading.trim(), text: text.trim() }] as const)
      .filter(([, { heading, text }]) => heading !== '' || text !== ''),
  )
}

const nothing: SlideText = { heading: '', text: '' }
