import type { NoticeKind } from '../../shared/notice.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { settled } from './draft-content.ts'
import { nothingTyped, textOf, type TextChoice } from './draft-texts.ts'
import { Fold } from './fold.tsx'
import { kindLabels, kinds } from './kinds.ts'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'
import { OwnWords } from './own-words.tsx'
import { preparedFor, type Says } from './prepared-texts.ts'

/** What people are told: the kind of trouble, why, and what they should do, each from a few prepared sentences. */
export function ReportWords({
  view,
  draft,
  act,
}: {
  readonly view: DeskView
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say } = useDesk()
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
      <TextChoices
        legend={say('why')}
        none={say('cause_not_said')}
        view={view}
        kind={draft.kind}
        says="cause"
        choice={cause}
        onChoose={(choice) => act({ type: 'cause', choice })}
      />
      <TextChoices
        legend={say('what_to_do')}
        none={say('instruction_not_said')}
        view={view}
        kind={draft.kind}
        says="instruction"
        choice={instruction}
        onChoose={(choice) => act({ type: 'instruction', choice })}
      />
    </>
  )
}

function TextChoices({
  legend,
  none,
  view,
  kind,
  says,
  choice,
  onChoose,
}: {
  readonly legend: string
  readonly none: string
  readonly view: DeskView
  readonly kind: NoticeKind
  readonly says: Says
  readonly choice: TextChoice
  readonly onChoose: (choice: TextChoice) => void
}) {
  const { say, language } = useDesk()
  const texts = view.preparedTexts
  const text = textOf(choice, texts)
  const offered = preparedFor(kind, says, texts)
  // A notice may say what is offered for another kind.
  const isOffered = choice.kind !== 'prepared' || text === null || offered.some(({ id }) => id === choice.id)
  const prepared = isOffered ? offered : [...offered, { id: choice.id, text }]
  const choose = (value: string) => {
    if (value === 'none') onChoose({ kind: 'none' })
    else if (value === 'own') onChoose({ kind: 'own', typed: nothingTyped })
    else onChoose({ kind: 'prepared', id: value })
  }
  return (
    <Fold title={legend} summary={text?.[language] ?? none}>
      <Choices
        legend={legend}
        isNamed
        options={[
          ...prepared.map(({ id, text }) => ({ value: id, label: text[language] })),
          { value: 'none', label: none },
          { value: 'own', label: say('own_words') },
        ]}
        value={choice.kind === 'prepared' ? choice.id : choice.kind}
        onChoose={choose}
      />
      {choice.kind === 'own' && (
        <OwnWords
          kind={kind}
          says={says}
          languages={view.office.languages}
          typed={choice.typed}
          onType={(typed) => onChoose({ kind: 'own', typed })}
          onKept={(id) => onChoose({ kind: 'prepared', id })}
        />
      )}
    </Fold>
  )
}
