import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useDesk } from './desk-context.ts'
import styles from './dialog.module.css'

/**
 * A native modal dialog, open as long as it is rendered. The browser keeps the focus inside and gives it back to
 * where it was; Escape and the cross close it.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  wide = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight below what scrolls. */
  readonly footer?: ReactNode
  readonly wide?: boolean
}) {
  const { say } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Not the first field: on a tablet that would push the keyboard over what is to be read.
    heading.current?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles['dialog']} ${styles['wide']}` : styles['dialog']}
      aria-labelledby={titleId}
      // An event of an earlier closing may arrive while it is open again.
      onClose={() => {
        if (dialog.current?.open !== true) onClose()
      }}
    >
      <div className={styles['frame']}>
        <header className={styles['header']}>
          <h2 ref={heading} id={titleId} className={styles['title']} tabIndex={-1}>
            {title}
          </h2>
          <button type="button" className={styles['close']} aria-label={say('close')} onClick={onClose}>
            <X aria-hidden="true" focusable="false" />
          </button>
        </header>
        <div className={styles['body']}>{children}</div>
        {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
      </div>
    </dialog>
  )
}
