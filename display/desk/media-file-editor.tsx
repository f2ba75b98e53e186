import { useState } from 'react'
import type { Day } from '../../shared/ids.ts'
import { mediaLimits, type MediaFile, type MediaFolderView } from '../../shared/media.ts'
import { useDesk } from './desk-context.ts'
import { Field } from './field.tsx'
import { MediaEditorEnd } from './media-editor-end.tsx'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'
import { useOrders } from './use-orders.ts'

/** What is to be seen in a picture or video, and until when it is shown. */
export function MediaFileEditor({
  file,
  day,
  onClose,
}: {
  readonly file: MediaFile
  readonly day: Day
  readonly onClose: (media?: MediaFolderView) => void
}) {
  const { language, media } = useDesk()
  const words = sayMedia(language)
  const orders = useOrders()
  const [description, setDescription] = useState(file.description)
  const [until, setUntil] = useState<string>(file.until ?? '')
  const save = async () => {
    const request = {
      type: 'DescribeFile',
      id: file.id,
      until: until === '' ? null : until,
      description: description.trim(),
    } as const
    const answer = await orders.press('save', () => media.ask(request))
    if (answer !== null) onClose(answer.media)
  }
  return (
    <section className={styles['section']} aria-labelledby="media-edited">
      <h3 id="media-edited" className={styles['heading']}>
        {words('about_file', { name: file.id })}
      </h3>
      <Field
        label={words('description')}
        hint={words('description_hint')}
        maxLength={mediaLimits.descriptionLength}
        value={description}
        onValue={setDescription}
      />
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
