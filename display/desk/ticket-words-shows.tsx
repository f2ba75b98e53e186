import { useDesk, type DeskKey } from './desk-context.ts'
import type { TicketDraft } from './ticket-words-draft.ts'
import styles from './ticket-words.module.css'

/** What the ticket says besides its number, switched on and off. */
export function TicketWordsShows({
  draft,
  onDraft,
}: {
  readonly draft: TicketDraft
  readonly onDraft: (draft: TicketDraft) => void
}) {
  const { say } = useDesk()
  return (
    <fieldset className={styles['line']}>
      <legend className={styles['heading']}>{say('ticket_shows')}</legend>
      {shows.map(({ what, label, more }) => (
        <label key={what} className={styles['switch']}>
          <input
            type="checkbox"
            role="switch"
            checked={draft[what]}
            aria-checked={draft[what]}
            onChange={(event) => onDraft({ ...draft, [what]: event.target.checked })}
          />
          <span>
            {say(label)}
            {more !== undefined && !draft[what] && <span className={styles['more']}>{say(more)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const shows: readonly {
  readonly what: 'showAhead' | 'showWait' | 'showQr'
  readonly label: DeskKey
  /** What follows from leaving it away. */
  readonly more?: DeskKey
}[] = [
  { what: 'showAhead', label: 'ticket_shows_ahead' },
  { what: 'showWait', label: 'ticket_shows_wait' },
  { what: 'showQr', label: 'ticket_shows_code', more: 'ticket_shows_code_more' },
]
