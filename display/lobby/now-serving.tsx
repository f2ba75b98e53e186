import { ArrowRight } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import type { LobbyCall, LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import type { BoardLayout } from './board-layout.ts'
import { nameSizePx } from './name-size.ts'
import styles from './now-serving.module.css'
import { words } from './words.ts'

/** The number whose turn it is, its counter and its service; or, when nobody is called, what there is to know instead. */
export function NowServing({
  view,
  call,
  isNew,
  layout,
  language,
  now,
}: {
  readonly view: LobbyView
  /** The call whose turn it is on the board; null when nobody is called. */
  readonly call: LobbyCall | null
  /** It has just come up. */
  readonly isNew: boolean
  readonly layout: BoardLayout
  readonly language: Language
  readonly now: EpochMs
}) {
  return (
    <section className={styles['panel']} aria-labelledby="now-serving">
      <div className={styles['top']}>
        <h2 id="now-serving" className={call ? styles['label'] : 'for-ears'}>
          {say(words, language, 'now_serving')}
        </h2>
        {call && (
          <p className={styles['service']}>
            <ServiceMark service={call.service} />
            <span className={styles['service-name']}>{call.service.name[language]}</span>
          </p>
        )}
      </div>
      <div className={styles['live']} aria-live="polite">
        {call ? (
          <Call key={call.call} call={call} isNew={isNew} layout={layout} language={language} />
        ) : (
          <Nobody view={view} language={language} now={now} />
        )}
      </div>
    </section>
  )
}

function Call({
  call,
  isNew,
  layout,
  language,
}: {
  readonly call: LobbyCall
  readonly isNew: boolean
  readonly layout: BoardLayout
  readonly language: Language
}) {
  const counter = call.counter[language]
  return (
    <p className={styles['call']} data-arrangement={layout.arrangement} data-new={isNew || undefined}>
      <span className={styles['number']} style={{ fontSize: `${layout.numberPx}px` }}>
        {call.number}
      </span>
      <span
        className={styles['counter']}
        style={{ fontSize: `${nameSizePx(counter, layout.counterWidthPx, layout.counterPx)}px` }}
      >
        <ArrowRight className={styles['arrow']} aria-hidden="true" focusable="false" strokeWidth={3} />
        <span>{counter}</span>
      </span>
    </p>
  )
}

function Nobody({
  view: { office },
  language,
  now,
}: {
  readonly view: LobbyView
  readonly language: Language
  readonly now: EpochMs
}) {
  if (office.opening.open)
    return <Said heading={say(words, language, 'no_calls')} text={say(words, language, 'no_calls_hint')} />
  const opens = opensSentence(office, language, now)
  return <Said heading={say(words, language, office.early ? 'early_heading' : 'closed_heading')} text={opens} />
}

function Said({ heading, text }: { readonly heading: string; readonly text: string | null }) {
  return (
    <div className={styles['said']}>
      <p className={styles['said-heading']}>{heading}</p>
      {text !== null && <p className={styles['said-text']}>{text}</p>}
    </div>
  )
}

/** When the office opens again, or its counters do; null where it does not. */
export function opensSentence(
  { opening, early, timeZone }: OfficeView,
  language: Language,
  now: EpochMs,
): string | null {
  const { until } = opening
  if (until === null) return null
  const today = localDate(until, timeZone) === localDate(now, timeZone)
  const time = moment(language, timeZone, until, now)
  return say(words, language, early ? 'early_text' : today ? 'opens_today' : 'opens_later', { time })
}
