import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Day } from '../../shared/ids.ts'
import { isShownOnDay, mediaTimes, slideMs, slideText, type MediaItem } from '../../shared/media.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { dayOf } from '../../shared/words/when.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { MediaThumb } from './media-thumb.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'

/** One picture, video or slide: what it is, how long and until when it is shown, and what can be done with it. */
export function MediaRow({
  item,
  name,
  office,
  day,
  isFirst,
  isLast,
  isLeaving,
  busy,
  onMove,
  onEdit,
  onRemove,
}: {
  readonly item: MediaItem
  readonly name: string
  readonly office: OfficeView
  readonly day: Day
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Remove has been pressed once. */
  readonly isLeaving: boolean
  readonly busy: string | null
  readonly onMove: (by: -1 | 1) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}) {
  const { language } = useDesk()
  const words = sayMedia(language)
  const [videoSeconds, setVideoSeconds] = useState<number | null>(null)
  const [isUnseen, setIsUnseen] = useState(false)
  const seconds = secondsOf(item, office, language) ?? videoSeconds
  const until = item.until && dayOf(language, item.until)
  return (
    <li className={styles['row']}>
      <MediaThumb item={item} office={office} onLength={setVideoSeconds} onUnseen={() => setIsUnseen(true)} />
      <div className={styles['about']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['detail']}>
          <span>{words(`kind_${item.kind}`)}</span>
          {seconds !== null && (
            <span>
              {seconds * 1_000 > mediaTimes.videoMsMax
                ? words('longer', { count: seconds })
                : words('seconds', { count: seconds })}
            </span>
          )}
          <span>
            {until === null
              ? words('until_removed')
              : words(isShownOnDay(item, day) ? 'until_day' : 'is_over', { day: until })}
          </span>
        </p>
        {item.kind !== 'slide' && item.description !== '' && <p className={styles['detail']}>{item.description}</p>}
        {isUnseen && <p className={styles['detail']}>{words('not_on_tablet')}</p>}
      </div>
      <div className={styles['buttons']}>
        <Button
          look="quiet"
          icon={ArrowUp}
          label={words('up')}
          name={words('up_of', { name })}
          orders
          busy={busy === `${item.id}-1`}
          hindrance={isFirst ? words('is_first') : null}
          onPress={() => onMove(-1)}
        />
        <Button
          look="quiet"
          icon={ArrowDown}
          label={words('down')}
          name={words('down_of', { name })}
          orders
          busy={busy === `${item.id}1`}
          hindrance={isLast ? words('is_last') : null}
          onPress={() => onMove(1)}
        />
        <Button
          look="quiet"
          icon={Pencil}
          label={words('change')}
          name={words('change_of', { name })}
          onPress={onEdit}
        />
        <Button
          look="quiet"
          icon={Trash2}
          label={words(isLeaving ? 'remove_surely' : 'remove')}
          name={words(isLeaving ? 'remove_surely_of' : 'remove_of', { name })}
          orders
          busy={busy === item.id}
          onPress={onRemove}
        />
      </div>
    </li>
  )
}

/** How long it stands on a TV; null for a video, which says it itself. */
function secondsOf(item: MediaItem, { language: office }: OfficeView, language: OfficeView['language']): number | null {
  switch (item.kind) {
    case 'picture':
      return mediaTimes.pictureMs / 1_000
    case 'slide':
      return Math.round(slideMs(slideText(item.words, language, office)) / 1_000)
    case 'video':
      return null
    default:
      return item satisfies never
  }
}
