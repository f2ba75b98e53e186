import type { Day } from '../../shared/ids.ts'
import { useDesk } from './desk-context.ts'
import { Field } from './field.tsx'
import { sayMedia } from './media-words.ts'

/** Until which date something is shown; empty for as long as it is there. */
export function MediaUntil({
  value,
  day,
  onValue,
}: {
  readonly value: string
  readonly day: Day
  readonly onValue: (value: string) => void
}) {
  const { language } = useDesk()
  const words = sayMedia(language)
  return (
    <Field label={words('until')} hint={words('until_hint')} type="date" min={day} value={value} onValue={onValue} />
  )
}
