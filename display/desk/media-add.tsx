import { FilePlus2, ImagePlus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { headBytes, isAsNamed } from '../../shared/media-content.ts'
import { fileBytesMax, fileKind, mediaLimits, type MediaFolderView } from '../../shared/media.ts'
import type { PlainReason } from '../../shared/refusals.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'
import { ProblemAlert } from './problem-alert.tsx'
import type { Problem } from './use-orders.ts'

/** Adds a file from the tablet, showing how far it is, or begins a slide. Whoever closes this stops what is under way. */
export function MediaAdd({
  count,
  onAdded,
  onWrite,
}: {
  /** How many there are already. */
  readonly count: number
  readonly onAdded: (media: MediaFolderView, name: string) => void
  readonly onWrite: () => void
}) {
  const { language, media } = useDesk()
  const words = sayMedia(language)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const life = useRef<AbortController | null>(null)
  const [sending, setSending] = useState<{ readonly name: string; readonly part: number } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => () => life.current?.abort(), [])

  const add = async (file: File) => {
    const stopped = new AbortController()
    life.current = stopped
    setProblem(null)
    setSending({ name: file.name, part: 0 })
    const refused = await send(file, stopped.signal).catch((): Problem => ({ kind: 'no-answer' }))
    if (life.current !== stopped) return
    setSending(null)
    // Who has stopped it knows.
    setProblem(stopped.signal.aborted ? null : refused)
  }

  /** Why it was not taken; null when it was. */
  const send = async (file: File, signal: AbortSignal): Promise<Problem | null> => {
    const flaw = await flawOf(file)
    if (flaw !== null) return { kind: 'refused', refusal: { reason: flaw } }
    const offered = await media.ask({ type: 'AddFile', name: file.name, bytes: file.size })
    if (!offered.ok) return { kind: 'refused', refusal: offered.refusal }
    const { upload } = offered
    if (upload === undefined) return { kind: 'no-answer' }
    const sent = await media.send(file, upload, (part) => setSending({ name: file.name, part }), signal)
    if (!sent.ok) return { kind: 'refused', refusal: { reason: sent.reason } }
    const listed = await media.ask({ type: 'ListMedia' })
    if (listed.ok) onAdded(listed.media, decodeURIComponent(upload.path.split('/').at(-1) ?? ''))
    return null
  }

  const isFull = count >= mediaLimits.items ? words('is_full', { count }) : null
  return (
    <div className={styles['add']}>
      <input
        ref={input}
        type="file"
        // Opened by the button below it.
        hidden
        accept="image/jpeg,image/png,image/webp,video/mp4,video/webm"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file) void add(file)
        }}
      />
      <div className={styles['buttons']}>
        <Button
          look="main"
          icon={ImagePlus}
          label={words('add_file')}
          orders
          busy={sending !== null}
          hindrance={isFull}
          onPress={() => input.current?.click()}
        />
        <Button icon={FilePlus2} label={words('add_slide')} hindrance={isFull} onPress={onWrite} />
      </div>
      <p className={styles['hint']}>{isFull ?? words('add_file_hint')}</p>
      <ProblemAlert problem={problem} />
      {sending && (
        <div className={styles['sending']}>
          <label htmlFor={`${id}-progress`}>{words('sending', { name: sending.name })}</label>
          <progress id={`${id}-progress`} max={100} value={Math.round(sending.part * 100)} />
          <Button look="quiet" icon={X} label={words('stop_sending')} onPress={() => life.current?.abort()} />
        </div>
      )}
    </div>
  )
}

/** What the hub would refuse once it has come, said before it is sent. */
async function flawOf(file: File): Promise<PlainReason | null> {
  const kind = fileKind(file.name)
  if (kind === null) return 'file-kind-unknown'
  if (file.size > fileBytesMax(kind)) return `${kind}-too-large`
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  return isAsNamed(file.name, head) ? null : 'file-not-as-named'
}
