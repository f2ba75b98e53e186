import { useId } from 'react'
import type { noticeLimits, NoticeKind } from '../../shared/notice.ts'
import { Choices } from './choices.tsx'
import controls from './controls.module.css'
import { useDesk, type DeskKey } from './desk-context.ts'
import { settled, type DraftAction, type NoticeDraft, type TextChoice } from './notice-draft.ts'
import { causesFor, instructionsFor, preparedText, type PreparedKey } from './prepared-texts.ts'
import { Fold } from './fold.tsx'
import styles from './report.module.css'

/** What people are told: the kind of trouble, why, and what they should do, each from a few prepared sentences. */
export function ReportWords({
  draft,
  act,
}: {
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say, language } = useDesk()
  const { cause, instruction } = settled(draft)
  return (
    <>
      <Choices
        legend={say('what_is_the_matter')}
        columns={2}
        options={kinds.map((kind) => ({ value: kind, label: say(kindLabels[kind]) }))}
        value={draft.kind}
        onChoose={(kind) => act({ type: 'kind', kind })}
      />
      <Fold title={say('why')} summary={textOf(cause, language) ?? say('cause_not_said')}>
        <TextChoices
          legend={say('why')}
          none={say('cause_not_said')}
          keys={causesFor[draft.kind]}
          choice={cause}
          onChoose={(choice) => act({ type: 'cause', choice })}
        />
      </Fold>
      <Fold title={say('what_to_do')} summary={textOf(instruction, language) ?? say('instruction_not_said')}>
        <TextChoices
          legend={say('what_to_do')}
          none={say('instruction_not_said')}
          keys={instructionsFor[draft.kind]}
          choice={instruction}
          onChoose={(choice) => act({ type: 'instruction', choice })}
        />
      </Fold>
    </>
  )
}

function TextChoices({
  legend,
  none,
  keys,
  choice,
  onChoose,
}: {
  readonly legend: string
  readonly none: string
  readonly keys: readonly PreparedKey[]
  readonly choice: TextChoice
  readonly onChoose: (choice: TextChoice) => void
}) {
  const { say, language } = useDesk()
  const id = useId()
  const own = choice.kind === 'own' ? choice.text[language] : ''
  const values: readonly (PreparedKey | 'none' | 'own')[] = [...keys, 'none', 'own']
  const labelOf = (value: PreparedKey | 'none' | 'own') => {
    if (value === 'none') return none
    return value === 'own' ? say('own_words') : preparedText(value)[language]
  }
  const choose = (value: PreparedKey | 'none' | 'own') => {
    if (value === 'none') onChoose({ kind: 'none' })
    else if (value === 'own') onChoose({ kind: 'own', text: { id: '', en: '', su: '' } })
    else onChoose({ kind: 'prepared', key: value })
  }
  return (
    <>
      <Choices
        legend={legend}
        options={values.map((value) => ({ value, label: labelOf(value) }))}
        value={choice.kind === 'prepared' ? choice.key : choice.kind}
        onChoose={choose}
      />
      {choice.kind === 'own' && (
        <div className={controls['field']}>
          <label className={controls['label']} htmlFor={id}>
            {say('own_words_label')}
          </label>
          <textarea
            id={id}
            className={`${controls['input']} ${styles['own']}`}
            rows={3}
            maxLength={ownLengthMax}
            value={own}
            aria-describedby={`${id}-left`}
            onChange={({ target: { value } }) => onChoose({ kind: 'own', text: { id: value, en: value, su: value } })}
          />
          <p id={`${id}-left`} className={controls['hint']}>
            {say('own_words_left', { count: ownLengthMax - own.length, max: ownLengthMax })}
          </p>
        </div>
      )}
    </>
  )
}

function textOf(choice: TextChoice, language: 'id' | 'en' | 'su'): string | null {
  switch (choice.kind) {
    case 'none':
      return null
    case 'prepared':
      return preparedText(choice.key)[language]
    case 'own':
      return choice.text[language].trim() || null
    default:
      return choice satisfies never
  }
}

const kindLabels: Readonly<Record<NoticeKind, DeskKey>> = {
  outage: 'kind_outage',
  degraded: 'kind_degraded',
  'pick-up-only': 'kind_pick_up_only',
  maintenance: 'kind_maintenance',
  closed: 'kind_closed',
  information: 'kind_information',
}
const kinds = Object.keys(kindLabels) as readonly NoticeKind[]

// The hub's own limits, held here by the compiler: they lie beside schemas, whose parser no page should carry.
const ownLengthMax: (typeof noticeLimits)['causeLengthMax' | 'instructionLengthMax'] = 160
