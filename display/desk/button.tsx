import { LoaderCircle, type LucideIcon } from 'lucide-react'
import styles from './controls.module.css'
import { useDesk } from './desk-context.ts'

/**
 * A button that answers at once. One that makes no sense now stays where it is and can be reached: it is
 * aria-disabled, described by its reason, and a press on it goes to `onHindered`.
 */
export function Button({
  label,
  name,
  icon: Icon,
  look = 'plain',
  type = 'button',
  busy = false,
  orders = false,
  hindrance: ownHindrance = null,
  className,
  onPress,
  onHindered,
}: {
  readonly label: string
  /** What it is called where the label alone does not say it of what; it begins with the label. */
  readonly name?: string
  readonly icon?: LucideIcon
  readonly look?: 'main' | 'plain' | 'quiet'
  readonly type?: 'button' | 'submit'
  /** Pressed a moment ago, or not yet answered: it takes no press now. */
  readonly busy?: boolean
  /** A press goes to the hub, so that it does nothing while the hub is not heard. */
  readonly orders?: boolean
  /** Why it does nothing now, in words; null when it does something. */
  readonly hindrance?: string | null
  readonly className?: string | undefined
  readonly onPress?: () => void
  readonly onHindered?: (hindrance: string) => void
}) {
  const { say, live } = useDesk()
  const hindrance = orders && !live ? say('why_not_live') : ownHindrance
  const classes = [styles['button'], look === 'plain' ? null : styles[look], className]
  return (
    <button
      type={type}
      className={classes.filter(Boolean).join(' ')}
      aria-label={name}
      aria-busy={busy}
      aria-disabled={hindrance !== null || busy}
      title={hindrance ?? undefined}
      onClick={(event) => {
        if (hindrance === null && !busy) return onPress?.()
        event.preventDefault()
        return hindrance === null ? undefined : onHindered?.(hindrance)
      }}
    >
      {busy ? (
        <LoaderCircle className={styles['turning']} aria-hidden="true" focusable="false" />
      ) : (
        Icon && <Icon aria-hidden="true" focusable="false" />
      )}
      <span>{label}</span>
    </button>
  )
}
