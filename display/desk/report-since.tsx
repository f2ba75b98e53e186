import choices from './choices.module.css'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { lastChoice } from './moment-choices.ts'
import { MomentPicker } from './moment-picker.tsx'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'

/**
 * When it began, which is often long before anybody could say so. A notice that stands has begun, and the public has
 * been told when: that moment can be put right, and not be taken back.
 */
export function ReportSince({
  draft: { editing, raiseAt, since },
  act,
}: {
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say, timeZone, now } = useDesk()
  const isStanding = editing !== null && raiseAt === null
  const picker = since !== null && (
    <MomentPicker
      label={say('it_began')}
      at={since}
      span={{ side: 'until', of: now }}
      onChoose={(at) => act({ type: 'since', at })}
    />
  )
  if (isStanding)
    return (
      picker && (
        <fieldset className={choices['group']}>
          <legend className={choices['legend']}>{say('it_began')}</legend>
          {picker}
        </fieldset>
      )
    )
  return (
    <>
      <Choices
        legend={say('it_began')}
        columns={2}
        options={[
          { value: 'now', label: say(raiseAt === null ? 'began_now' : 'begins_when_up') },
          { value: 'at', label: say('at_chosen_time') },
        ]}
        value={since === null ? 'now' : 'at'}
        onChoose={(value) => act({ type: 'since', at: value === 'now' ? null : lastChoice(now, timeZone) })}
      />
      {picker}
    </>
  )
}
