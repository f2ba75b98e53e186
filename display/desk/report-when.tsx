import { useState } from 'react'
import { localDate } from '../../shared/day.ts'
import { clockTime } from '../../shared/words/when.ts'
import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { Fold } from './fold.tsx'
import { firstChoice, quickChoices } from './moment-choices.ts'
import { MomentPicker } from './moment-picker.tsx'
import type { DraftAction, NoticeDraft } from './notice-draft.ts'

/** When the notice goes up: at once, or by itself at a moment to come, before anybody is in. */
export function ReportWhen({
  draft,
  canBeNow,
  act,
}: {
  readonly draft: NoticeDraft
  /** A notice that is set for later is shown at once by a button of its own. */
  readonly canBeNow: boolean
  readonly act: (action: DraftAction) => void
}) {
  const { say, language, now, timeZone, when } = useDesk()
  const { raiseAt } = draft
  const quick = quickChoices(now, timeZone)
  // A time picked below stays picked there, also when it is one of the quick ones.
  const [picking, setPicking] = useState(raiseAt !== null && !quick.includes(raiseAt))
  const isToday = (at: number) => localDate(at, timeZone) === localDate(now, timeZone)
  const quickLabel = (at: number) =>
    say(isToday(at) ? 'quick_today' : 'quick_tomorrow', { time: clockTime(language, timeZone, at) })
  const value = raiseAt === null ? 'now' : picking ? 'chosen' : String(raiseAt)
  const choose = (chosen: string) => {
    setPicking(chosen === 'chosen')
    if (chosen === 'now') act({ type: 'when', at: null })
    else act({ type: 'when', at: chosen === 'chosen' ? firstChoice(now, timeZone) : Number(chosen) })
  }
  return (
    <Fold
      title={say('when')}
      summary={raiseAt === null ? say('goes_up_now') : say('goes_up_at', { time: when(raiseAt) })}
    >
      <Choices
        legend={say('when')}
        isNamed
        options={[
          ...(canBeNow ? [{ value: 'now', label: say('now_everywhere') }] : []),
          ...quick.map((at) => ({ value: String(at), label: quickLabel(at) })),
          { value: 'chosen', label: say('at_chosen_time') },
        ]}
        value={value}
        onChoose={choose}
      />
      {raiseAt !== null && value === 'chosen' && (
        <MomentPicker
          label={say('when')}
          at={raiseAt}
          span={{ side: 'after', of: now }}
          onChoose={(at) => act({ type: 'when', at })}
        />
      )}
    </Fold>
  )
}
