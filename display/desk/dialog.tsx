import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useDesk } from './desk-context.ts'
import styles from './dialog.module.css'

/**
 * A native dialog, open as long as it is rendered. The browser gives the focus back to where it was; Escape and the
 * cross close it. It is modal, except for one that stands `beside` the work where there is room for both.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  look = 'usual',
  asksBeforeClosing = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight below what scrolls. */
  readonly footer?: ReactNode
  readonly look?: 'usual' | 'wide' | 'beside'
  /** `onClose` asks first: the dialog stays open until it is rendered no more. */
  readonly asksBeforeClosing?: boolean
}) {
  const { say } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    const isBeside = look === 'beside' && matchMedia('(min-width: 901px)').matches
    if (isBeside) element?.show()
    else element?.showModal()
    // Not the first field: on a tablet that would push the keyboard over what is to be read.
    heading.current?.focus()
    return () => element?.close()
  }, [look])
  return (
    <dialog
      ref={dialog}
      className={`${styles['dialog']} ${styles[look]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (!asksBeforeClosing) return
        event.preventDefault()
        onClose()
      }}
      // An event of an earlier closing may arrive while it is open again.
      onClose={() => {
        if (dialog.current?.open === true) return
        // A browser closes it at the second Escape, whatever was answered to the first.
        if (asksBeforeClosing) dialog.current?.showModal()
        onClose()
      }}
      // The browser does this for a modal one alone.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && dialog.current?.matches(':modal') === false) dialog.current.close()
      }}
    >
      <div className={styles['frame']}>
        <div className={styles['header']}>
          <h2 ref={heading} id={titleId} className={styles['title']} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className={styles['close']} aria-label={say('close')} onClick={onClose}>
            <X aria-hidden="true" focusable="false" />
          </button>
        </div>
        <div className={styles['body']}>{children}</div>
        {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
      </div>
    </dialog>
  )
}
