import { useLayoutEffect, useRef, useState } from 'react'
import type { Day } from '../../shared/ids.ts'
import { slideText, type MediaFolderView, type MediaItem } from '../../shared/media.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { useDesk } from './desk-context.ts'
import { MediaRow } from './media-row.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/** All there is, in order. Taking one away takes two presses; what is moved keeps the focus. */
export function MediaList({
  items,
  office,
  day,
  onFound,
  onEdit,
  onNews,
}: {
  readonly items: readonly MediaItem[]
  readonly office: OfficeView
  readonly day: Day
  readonly onFound: (media: MediaFolderView) => void
  readonly onEdit: (item: MediaItem) => void
  readonly onNews: (news: string) => void
}) {
  const { language, media } = useDesk()
  const words = sayMedia(language)
  const orders = useOrders()
  const list = useRef<HTMLOListElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const pressed = useRef<string | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  // The browser forgets the focus of what it moves.
  useLayoutEffect(() => {
    const label = pressed.current
    pressed.current = null
    if (label !== null) list.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`)?.focus()
  })

  const move = async (place: number, by: -1 | 1) => {
    const ids = items.map(({ id }) => id)
    const [moved] = ids.splice(place, 1)
    const item = items[place]
    if (moved === undefined || item === undefined) return
    ids.splice(place + by, 0, moved)
    const answer = await orders.press(`${moved}${by}`, () => media.ask({ type: 'OrderMedia', ids }))
    if (answer === null) return
    const name = nameOf(item, language, office.language)
    pressed.current = words(by < 0 ? 'up_of' : 'down_of', { name })
    onFound(answer.media)
    onNews(words('moved', { name, place: place + by + 1, count: ids.length }))
  }
  const remove = async (item: MediaItem) => {
    setLeaving(null)
    const answer = await orders.press(item.id, () => media.ask({ type: 'RemoveMedia', id: item.id }))
    if (answer === null) return
    heading.current?.focus()
    onFound(answer.media)
    onNews(words('removed', { name: nameOf(item, language, office.language) }))
  }
  return (
    <section className={styles['section']} aria-labelledby="media-in-order">
      <h3 ref={heading} id="media-in-order" className={styles['heading']} tabIndex={-1}>
        {words('in_order')}
      </h3>
      <ProblemAlert problem={orders.problem} />
      {items.length === 0 ? (
        <p className={styles['text']}>{words('none')}</p>
      ) : (
        <ol ref={list} className={styles['list']}>
          {items.map((item, place) => (
            <MediaRow
              key={item.id}
              item={item}
              name={nameOf(item, language, office.language)}
              office={office}
              day={day}
              isFirst={place === 0}
              isLast={place === items.length - 1}
              isLeaving={leaving === item.id}
              busy={orders.busy}
              onMove={(by) => void move(place, by)}
              onEdit={() => onEdit(item)}
              onRemove={() => (leaving === item.id ? void remove(item) : setLeaving(item.id))}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

/** What an item is called at a desk. */
function nameOf(item: MediaItem, language: Language, office: Language): string {
  return item.kind === 'slide' ? slideText(item.words, language, office).heading : item.id
}
