import { slideText, type MediaItem } from '../../shared/media.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { useDesk } from './desk-context.ts'
import styles from './media.module.css'

/** An item as a small picture: of a video its beginning. What it is stands beside it, so it is for eyes alone. */
export function MediaThumb({
  item,
  office,
  onLength,
  onUnseen,
}: {
  readonly item: MediaItem
  readonly office: OfficeView
  /** How long a video is, in whole seconds. */
  readonly onLength: (seconds: number) => void
  /** This browser cannot show it. */
  readonly onUnseen: () => void
}) {
  const { language, media } = useDesk()
  switch (item.kind) {
    case 'picture':
      return (
        <span className={styles['thumb']}>
          <img src={media.addressOf(item.address)} alt="" loading="lazy" decoding="async" onError={onUnseen} />
        </span>
      )
    case 'video':
      return (
        <span className={styles['thumb']}>
          <video
            src={`${media.addressOf(item.address)}#t=0.1`}
            muted
            playsInline
            preload="metadata"
            tabIndex={-1}
            aria-hidden="true"
            onLoadedMetadata={({ currentTarget: { duration } }) => {
              if (Number.isFinite(duration)) onLength(Math.ceil(duration))
            }}
            onError={onUnseen}
          />
        </span>
      )
    case 'slide':
      return (
        <span className={styles['thumb']} aria-hidden="true">
          <span className={styles['lines']}>{slideText(item.words, language, office.language).heading}</span>
        </span>
      )
    default:
      return item satisfies never
  }
}
