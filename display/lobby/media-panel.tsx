import { useLayoutEffect, useRef } from 'react'
import type { Language } from '../../shared/language.ts'
import { slideText, type MediaSlide } from '../../shared/media.ts'
import { say } from '../../shared/words/say.ts'
import type { BoardLayout } from './board-layout.ts'
import { FitBox } from './fit-box.tsx'
import styles from './media-panel.module.css'
import type { Playing } from './media-stage.ts'
import { words } from './words.ts'

/**
 * A picture, video or slide of the office's over the panel of the large number, which stays whole beneath it. It is no
 * live region: a screen reader is told of calls, not of slides.
 */
export function MediaPanel({
  playing,
  layout,
  language,
  office,
}: {
  readonly playing: Playing
  readonly layout: BoardLayout
  readonly language: Language
  /** The office's own language, for slides that say nothing in this one. */
  readonly office: Language
}) {
  const { item, element } = playing
  return (
    <section className={styles['panel']} data-kind={item.kind} aria-label={say(words, language, 'from_office')}>
      {item.kind === 'slide' ? (
        <Slide key={item.id} slide={item} layout={layout} language={language} office={office} />
      ) : (
        element && <Frame element={element} />
      )}
    </section>
  )
}

/** Puts on the page what has been loaded already, so that it is there in the same frame. */
function Frame({ element }: { readonly element: HTMLElement }) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    frame.current?.replaceChildren(element)
    return () => element.remove()
  }, [element])
  return <div ref={frame} className={styles['frame']} />
}

function Slide({
  slide,
  layout: { unitPx, listPx },
  language,
  office,
}: {
  readonly slide: MediaSlide
  readonly layout: BoardLayout
  readonly language: Language
  readonly office: Language
}) {
  const said = slideText(slide.words, language, office)
  return (
    <FitBox sizeMin={sizeMinUnits * unitPx} sizeMax={listPx} sizeLeast={sizeLeastUnits * unitPx}>
      <div className={styles['slide']} lang={said.language}>
        <h2 className={styles['heading']}>{said.heading}</h2>
        {said.text !== '' && <p className={styles['text']}>{said.text}</p>}
      </div>
    </FitBox>
  )
}

/** 39 px of 1080, and what the longest slide needs where it stands beside much else. */
const sizeMinUnits = 3.6
const sizeLeastUnits = 2.6
