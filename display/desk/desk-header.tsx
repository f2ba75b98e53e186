import { ChevronDown, Megaphone } from 'lucide-react'
import { useId } from 'react'
import type { DeskCounter, DeskView } from '../../shared/views/desk.ts'
import { clockTime } from '../../shared/words/when.ts'
import type { LinkState } from '../ui/link.ts'
import { StaleNote } from '../ui/stale-note.tsx'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import styles from './desk-header.module.css'
import { DeskMenu } from './desk-menu.tsx'
import type { OpenDialog } from './open-dialog.ts'
import type { SignedIn } from './signed-in.ts'

/** Whose desk this is and at which counter, the way to report a problem, and what is needed seldom behind a menu. */
export function DeskHeader({
  view,
  link,
  counter,
  person,
  onCounter,
  onOpen,
}: {
  readonly view: DeskView
  readonly link: LinkState<DeskView>
  readonly counter: DeskCounter
  readonly person: SignedIn
  readonly onCounter: (id: string) => void
  readonly onOpen: (dialog: OpenDialog) => void
}) {
  const { say, language, timeZone, now } = useDesk()
  const id = useId()
  const nameOf = ({ name, staff }: DeskCounter) =>
    staff === null || staff === person.name
      ? name[language]
      : say('counter_with', { counter: name[language], name: staff })
  const chosen = nameOf(counter)
  return (
    <header className={styles['header']}>
      <h1 className="for-ears">{say('title')}</h1>
      <div className={styles['counter']}>
        <label className="for-ears" htmlFor={`${id}-counter`}>
          {say('counter')}
        </label>
        {/* A browser's own list shows one line alone: this shows the whole name, and the list lies over it. */}
        <span className={styles['shown']} data-long={chosen.length > shortLettersMax} aria-hidden="true">
          <span>{chosen}</span>
          <ChevronDown focusable="false" />
        </span>
        <select
          id={`${id}-counter`}
          className={styles['select']}
          value={counter.id}
          onChange={(event) => onCounter(event.target.value)}
        >
          {view.counters.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </div>
      <p className={styles['person']}>
        <span className={styles['name']}>{person.name}</span>
        <span className={styles['clock']}>{clockTime(language, timeZone, now)}</span>
      </p>
      <div className={styles['stale']}>
        <StaleNote link={link} language={language} timeZone={timeZone} now={now} />
      </div>
      <Button
        look="plain"
        icon={Megaphone}
        label={say('report')}
        className={styles['report']}
        onPress={() => onOpen({ kind: 'report', target: { kind: 'new' } })}
      />
      <DeskMenu view={view} person={person} onOpen={onOpen} />
    </header>
  )
}

/** What stands in one line beside all else; a longer name is smaller. */
const shortLettersMax = 24
