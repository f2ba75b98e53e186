import { Choices } from './choices.tsx'
import { useDesk } from './desk-context.ts'
import { newsAt, settled, startOf } from './draft-content.ts'
import { Fold } from './fold.tsx'
import { firstChoice } from './moment-choices.ts'
import { MomentPicker } from './moment-picker.tsx'
import type { DraftAction, NewsChoice, NoticeDraft } from './notice-draft.ts'
import { ReportSince } from './report-since.tsx'

/** Since when; until when, where anybody knows; and when the public hears more. */
export function ReportTimes({
  draft,
  act,
}: {
  readonly draft: NoticeDraft
  readonly act: (action: DraftAction) => void
}) {
  const { say, timeZone, now, when } = useDesk()
  const { news } = settled(draft)
  const begins = startOf(draft, now)
  const promised = newsAt(news, begins)
  const first = firstChoice(begins, timeZone)
  const ahead = { side: 'after', of: begins } as const
  const summary = [
    draft.since === null ? null : say('began_at', { time: when(draft.since) }),
    draft.end === null ? say('end_not_known') : say('ends_at', { time: when(draft.end) }),
    promised === null ? say('no_news') : say('news_at', { time: when(promised) }),
  ]
  return (
    <Fold title={say('times')} summary={summary.filter((sentence) => sentence !== null).join(' ')}>
      <ReportSince draft={draft} act={act} />
      <Choices
        legend={say('until_when')}
        columns={2}
        options={[
          { value: 'unknown', label: say('end_not_known') },
          { value: 'known', label: say('at_chosen_time') },
        ]}
        value={draft.end === null ? 'unknown' : 'known'}
        onChoose={(value) => act({ type: 'end', at: value === 'unknown' ? null : first })}
      />
      {draft.end !== null && (
        <MomentPicker
          label={say('until_when')}
          at={draft.end}
          span={ahead}
          onChoose={(at) => act({ type: 'end', at })}
        />
      )}
      <Choices
        legend={say('next_news')}
        columns={2}
        options={[
          { value: '30', label: say(draft.raiseAt === null ? 'in_30_minutes' : 'after_30_minutes') },
          { value: '60', label: say(draft.raiseAt === null ? 'in_1_hour' : 'after_1_hour') },
          { value: 'at', label: say('at_chosen_time') },
          { value: 'none', label: say('no_news') },
        ]}
        value={news.kind === 'in' ? (news.minutes === 30 ? '30' : '60') : news.kind}
        onChoose={(value) => act({ type: 'news', choice: newsChoice(value, first) })}
      />
      {news.kind === 'at' && (
        <MomentPicker
          label={say('next_news')}
          at={news.at}
          span={ahead}
          onChoose={(at) => act({ type: 'news', choice: { kind: 'at', at } })}
        />
      )}
    </Fold>
  )
}

function newsChoice(value: '30' | '60' | 'at' | 'none', at: number): NewsChoice {
  switch (value) {
    case '30':
      return { kind: 'in', minutes: 30 }
    case '60':
      return { kind: 'in', minutes: 60 }
    case 'at':
      return { kind: 'at', at }
    case 'none':
      return { kind: 'none' }
    default:
      return value satisfies never
  }
}
