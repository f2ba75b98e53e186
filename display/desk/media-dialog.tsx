import { RotateCw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '../../shared/ids.ts'
import type { MediaFolderView, MediaItem } from '../../shared/media.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import { newId } from '../ui/connect.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { MediaAdd } from './media-add.tsx'
import { MediaFileEditor } from './media-file-editor.tsx'
import { MediaList } from './media-list.tsx'
import { MediaSlideEditor } from './media-slide-editor.tsx'
import { MediaTroubles } from './media-troubles.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'

/**
 * The office's pictures, videos and slides: in which order TVs show them, until when, and what they say. The folder is
 * looked at when this is opened and now and then while it is, because files come into it by other ways too.
 */
export function MediaDialog({
  office,
  day,
  onClose,
}: {
  readonly office: OfficeView
  readonly day: Day
  readonly onClose: () => void
}) {
  const { say, language, media } = useDesk()
  const words = sayMedia(language)
  const [found, setFound] = useState<Found>('looked-for')
  const [edited, setEdited] = useState<MediaItem | null>(null)
  const [news, setNews] = useState('')
  const top = useRef<HTMLDivElement>(null)

  const { ask } = media
  const look = useCallback(() => {
    ask({ type: 'ListMedia' }).then(
      (answer) => setFound((known) => (answer.ok ? answer.media : withoutAnswer(known))),
      () => setFound(withoutAnswer),
    )
  }, [ask, setFound])
  useEffect(() => {
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => clearInterval(timer)
  }, [look])

  const before = useRef(edited)
  useEffect(() => {
    if (before.current !== edited) top.current?.focus()
    before.current = edited
  }, [edited])
  const close = (next?: MediaFolderView) => {
    if (next) setFound(next)
    setEdited(null)
  }

  return (
    <Dialog look="wide" title={words('title')} onClose={onClose}>
      <div ref={top} className={styles['dialog']} tabIndex={-1}>
        {edited?.kind === 'slide' && <MediaSlideEditor slide={edited} office={office} day={day} onClose={close} />}
        {edited !== null && edited.kind !== 'slide' && <MediaFileEditor file={edited} day={day} onClose={close} />}
        {edited === null && <p className={styles['text']}>{words('when_shown')}</p>}
        {typeof found === 'object' && (
          // A file goes on being sent while something else is written.
          <div hidden={edited !== null}>
            <MediaAdd
              count={found.items.length}
              onAdded={(next, name) => {
                setFound(next)
                setNews(words('added', { name }))
                // To be asked what is to be seen in it, unless something else is being written.
                setEdited((open) => open ?? next.items.find(({ id }) => id === name) ?? null)
              }}
              onWrite={() => setEdited({ kind: 'slide', id: `slide-${newId()}`, until: null, words: {} })}
            />
          </div>
        )}
        {edited === null && (
          <>
            {typeof found === 'object' && (
              <>
                <MediaList
                  items={found.items}
                  office={office}
                  day={day}
                  onFound={setFound}
                  onEdit={setEdited}
                  onNews={setNews}
                />
                <MediaTroubles troubles={found.troubles} />
              </>
            )}
            <output className={styles['text']}>
              {found === 'looked-for' && words('looked_for')}
              {found === 'not-known' && words('not_known')}
            </output>
            {found === 'not-known' && <Button look="quiet" icon={RotateCw} label={say('try_again')} onPress={look} />}
          </>
        )}
        <output className="for-ears">{news}</output>
      </div>
    </Dialog>
  )
}

type Found = MediaFolderView | 'looked-for' | 'not-known'

/** What is known already stays. */
function withoutAnswer(known: Found): Found {
  return typeof known === 'object' ? known : 'not-known'
}

const lookEveryMs = 10_000
