import type { DeskView } from '../../shared/views/desk.ts'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { settled } from './draft-content.ts'
import { touchedBy } from './draft-preview.ts'
import { Fold } from './fold.tsx'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'
import styles from './report.module.css'

/** What becomes of numbers: whether new ones are given, and of those already out, with how many people hold one. */
export function ReportTickets({
  view,
  draft,
  act,
}: {
  readonly view: DeskView
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say, language } = useDesk()
  const { newTickets, waiting } = settled(draft)
  // Who will wait by the time that a later notice goes up is not known.
  const isLater = draft.raiseAt !== null
  const touched = isLater ? [] : touchedBy(draft, view).filter((service) => service.waiting > 0)
  const count = touched.reduce((sum, service) => sum + service.waiting, 0)
  const people = isLater
    ? say(`waiting_then_${waiting}`)
    : count === 0
      ? say('nobody_waits')
      : say(`waiting_${waiting}`, { count })
  return (
    <Fold title={say('numbers')} summary={`${say(`tickets_${newTickets}`)} ${people}`}>
      <Choices
        legend={say('new_numbers')}
        options={[
          { value: 'stop', label: say('tickets_stop') },
          { value: 'warn', label: say('tickets_warn') },
          { value: 'give', label: say('tickets_give') },
        ]}
        value={newTickets}
        onChoose={(choice) => act({ type: 'newTickets', choice })}
      />
      <Choices
        legend={isLater ? say('people_waiting_then') : say('people_hold_a_number', { count })}
        options={[
          { value: 'hold', label: say('hold_them') },
          { value: 'keep', label: say('keep_calling') },
        ]}
        value={waiting}
        onChoose={(choice) => act({ type: 'waiting', choice })}
      />
      {touched.length > 0 && (
        <ul className={styles['counts']}>
          {touched.map((service) => (
            <li key={service.id}>
              {say('service_count', { service: service.name[language], count: service.waiting })}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  )
}
