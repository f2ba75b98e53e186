import { ArrowRight } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { LobbyCall, LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import { ServiceMark } from '../ui/service-mark.tsx'
import type { BoardLayout } from './board-layout.ts'
import type { Showing } from './call-queue.ts'
import { nameSizePx } from './name-size.ts'
import { isCalling } from './night.ts'
import styles from './now-serving.module.css'
import { words } from './words.ts'

/** The number whose turn it is, its counter and its service; or, when nobody is called, what there is to know instead. */
export function NowServing({
  view,
  showing,
  layout,
  language,
  now,
}: {
  readonly view: LobbyView
  readonly showing: Showing | null
  readonly layout: BoardLayout
  readonly language: Language
  readonly now: EpochMs
}) {
  const { open } = view.office.opening
  const call = open || isCalling(view, now) ? (showing?.call ?? null) : null
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
          <Call key={call.call} call={call} isNew={showing?.announced ?? false} layout={layout} language={language} />
        ) : open ? (
          <Said heading={say(words, language, 'no_calls')} text={say(words, language, 'no_calls_hint')} />
        ) : (
          <Said heading={say(words, language, 'closed_heading')} text={opensSentence(view, language, now)} />
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

function Said({ heading, text }: { readonly heading: string; readonly text: string | null }) {
  return (
    <div className={styles['said']}>
      <p className={styles['said-heading']}>{heading}</p>
      {text !== null && <p className={styles['said-text']}>{text}</p>}
    </div>
  )
}

function opensSentence(view: LobbyView, language: Language, now: EpochMs): string | null {
  const { opening, timeZone } = view.office
  if (opening.until === null) return null
  const today = localDate(opening.until, timeZone) === localDate(now, timeZone)
  return say(words, language, today ? 'opens_today' : 'opens_later', {
    time: moment(language, timeZone, opening.until, now),
  })
}
