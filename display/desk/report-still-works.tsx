import type { Language } from '../../shared/language.ts'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { completed, nothingTyped } from './draft-texts.ts'
import { Fold } from './fold.tsx'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'
import { TypedText } from './typed-text.tsx'

/** What people can have meanwhile: the services that nothing touches, named by Loket, or the author's own words. */
export function ReportStillWorks({
  languages,
  draft: { stillWorks },
  generated,
  act,
}: {
  readonly languages: readonly Language[]
  readonly draft: NoticeDraft
  /** What Loket says of it. */
  readonly generated: string
  readonly act: (action: DraftAction) => void
}) {
  const { say, language } = useDesk()
  const written = stillWorks && completed(stillWorks)
  return (
    <Fold
      title={say('still_works')}
      summary={stillWorks === null ? generated : (written?.[language] ?? say('own_words'))}
    >
      <Choices
        legend={say('still_works')}
        isNamed
        options={[
          { value: 'loket', label: say('still_works_by_loket'), more: generated },
          { value: 'own', label: say('own_words') },
        ]}
        value={stillWorks === null ? 'loket' : 'own'}
        onChoose={(value) => act({ type: 'stillWorks', typed: value === 'loket' ? null : nothingTyped })}
      />
      {stillWorks !== null && (
        <TypedText languages={languages} typed={stillWorks} onType={(typed) => act({ type: 'stillWorks', typed })} />
      )}
    </Fold>
  )
}
