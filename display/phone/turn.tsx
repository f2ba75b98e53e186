import { ArrowRight } from 'lucide-react'
import type { Language } from '../../shared/language.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import type { PhoneTicket } from '../../shared/views/phone.ts'
import type { WaitRange } from '../../shared/views/printing.ts'
import { say } from '../../shared/words/say.ts'
import { clockTime } from '../../shared/words/when.ts'
import styles from './turn.module.css'
import { words } from './words.ts'

/** How the turn stands. One live region, there from the start, so that a screen reader says when it changes. */
export function Turn({
  ticket,
  office,
  isOld,
  language,
}: {
  readonly ticket: PhoneTicket
  readonly office: OfficeView
  /** Nothing was heard for so long that places and times no longer hold. */
  readonly isOld: boolean
  readonly language: Language
}) {
  const { heading, texts } = turnWords(ticket, isOld, language, office)
  const isCalled = ticket.state === 'called'
  return (
    <div className={styles['turn']} data-called={isCalled || undefined} aria-live="polite" aria-atomic="true">
      {heading !== null && (
        <h2 className={styles['heading']}>
          {isCalled && <ArrowRight aria-hidden="true" focusable="false" width="1em" height="1em" strokeWidth={3} />}
          <span>{heading}</span>
        </h2>
      )}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

/** The heading a ticket has now, which is also the page's title; null while nothing certain can be said. */
export function turnHeading(ticket: PhoneTicket, language: Language): string {
  const counter = ticket.counter?.[language] ?? ''
  switch (ticket.state) {
    case 'waiting':
      if (ticket.onHold) return say(words, language, 'on_hold')
      return ticket.ahead === 0
        ? say(words, language, 'ahead_none')
        : say(words, language, 'ahead', { count: ticket.ahead })
    case 'called':
      return say(words, language, 'called', { counter })
    case 'serving':
      return say(words, language, 'serving')
    case 'held':
      return say(words, language, 'held')
    case 'no-show':
      return say(words, language, 'no_show')
    case 'done':
      return say(words, language, 'done')
    case 'cancelled':
      return say(words, language, 'cancelled')
    case 'returned':
      return say(words, language, 'returned')
    default:
      return ticket.state satisfies never
  }
}

function turnWords(
  ticket: PhoneTicket,
  isOld: boolean,
  language: Language,
  office: OfficeView,
): { readonly heading: string | null; readonly texts: readonly string[] } {
  if (isOld && ticket.state === 'waiting') return { heading: null, texts: [] }
  return { heading: turnHeading(ticket, language), texts: turnTexts(ticket, language, office) }
}

function turnTexts(ticket: PhoneTicket, language: Language, office: OfficeView): readonly string[] {
  const { opening, early, timeZone } = office
  switch (ticket.state) {
    case 'waiting':
      if (ticket.onHold) return [say(words, language, 'on_hold_text')]
      if (early && opening.until !== null) {
        const time = clockTime(language, timeZone, opening.until)
        return [say(words, language, 'called_from', { time }), say(words, language, 'stay_near')]
      }
      return [waitSentence(ticket.wait, language), say(words, language, 'stay_near')]
    case 'called':
      return ticket.calledAt === null
        ? []
        : [say(words, language, 'called_text', { time: clockTime(language, timeZone, ticket.calledAt) })]
    case 'serving':
      return ticket.counter === null
        ? []
        : [say(words, language, 'serving_text', { counter: ticket.counter[language] })]
    case 'held':
      return [say(words, language, 'held_text')]
    case 'no-show':
      return [say(words, language, 'no_show_text')]
    case 'done':
      return [say(words, language, 'done_text')]
    case 'cancelled':
      return [say(words, language, 'cancelled_text')]
    case 'returned':
      return []
    default:
      return ticket.state satisfies never
  }
}

function waitSentence(wait: WaitRange | null, language: Language): string {
  if (wait === null) return say(words, language, 'wait_unknown')
  const { minutesMin, minutesMax } = wait
  if (minutesMax <= minutesShownMax)
    return minutesMin === 0
      ? say(words, language, 'wait_minutes_up_to', { to: minutesMax })
      : say(words, language, 'wait_minutes', { from: minutesMin, to: minutesMax })
  const hours = { from: Math.floor(minutesMin / 60), to: Math.ceil(minutesMax / 60) }
  return hours.from === 0
    ? say(words, language, 'wait_hours_up_to', { to: hours.to })
    : say(words, language, 'wait_hours', hours)
}

/** Longer waits are told in whole hours. */
const minutesShownMax = 120
