import { CalendarCheck, CalendarX, TicketCheck, type LucideIcon } from 'lucide-react'
import { localDate } from '../../shared/day.ts'
import type { Day, EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { PhonePromise } from '../../shared/views/phone.ts'
import { say } from '../../shared/words/say.ts'
import { dayOf } from '../../shared/words/when.ts'
import styles from './turn.module.css'
import { words } from './words.ts'

/**
 * What a return ticket is good for now: from when, until when, that it brings its holder near the front once, and how
 * it is used. It says so on the day it was given and on every later one, with a live region as the turn has.
 */
export function ReturnTicket({
  promise,
  code,
  isOfToday,
  language,
  timeZone,
  now,
}: {
  readonly promise: PhonePromise
  /** The letters that are typed with the number. */
  readonly code: string
  /** It was given today, so that it also brings the old place back. */
  readonly isOfToday: boolean
  readonly language: Language
  readonly timeZone: string
  readonly now: EpochMs
}) {
  const state = promiseState(promise, laterOf(promise.today, localDate(now, timeZone)))
  const Icon = icons[state]
  const { heading, texts } = promiseWords(promise, state, language)
  const isUsable = state === 'good' || state === 'last-day' || (state === 'early' && isOfToday)
  const { number } = promise
  return (
    <div
      className={styles['turn']}
      data-good={state === 'good' || state === 'last-day' || undefined}
      aria-live="polite"
    >
      <h2 className={styles['heading']}>
        <Icon aria-hidden="true" focusable="false" width="1em" height="1em" />
        <span>{heading}</span>
      </h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {state === 'early' && isOfToday && <p>{say(words, language, 'return_today')}</p>}
      {isUsable && <p>{say(words, language, 'return_how', { number, code })}</p>}
    </div>
  )
}

type PromiseState = 'early' | 'good' | 'last-day' | 'used-today' | 'used' | 'expired'

/** `today` is the office's date. */
function promiseState({ from, until, usedOn }: PhonePromise, today: Day): PromiseState {
  if (usedOn !== null) return usedOn === today ? 'used-today' : 'used'
  if (today < from) return 'early'
  if (today > until) return 'expired'
  return today === until ? 'last-day' : 'good'
}

function promiseWords(
  { from, until, usedOn }: PhonePromise,
  state: PromiseState,
  language: Language,
): { readonly heading: string; readonly texts: readonly string[] } {
  const days = { from: dayOf(language, from), until: dayOf(language, until) }
  const used = usedOn === null ? [] : [say(words, language, 'return_used_text', { day: dayOf(language, usedOn) })]
  switch (state) {
    case 'early':
      return {
        heading: say(words, language, 'return_from', { day: days.from }),
        texts: [say(words, language, from === until ? 'returned_text_day' : 'returned_text', days)],
      }
    case 'good':
      return {
        heading: say(words, language, 'return_good'),
        texts: [say(words, language, 'return_until', { day: days.until })],
      }
    case 'last-day':
      return { heading: say(words, language, 'return_good'), texts: [say(words, language, 'return_last_day')] }
    case 'used-today':
      return {
        heading: say(words, language, 'return_used'),
        texts: [...used, say(words, language, 'return_new_number')],
      }
    case 'used':
      return { heading: say(words, language, 'return_used'), texts: used }
    case 'expired':
      return {
        heading: say(words, language, 'return_expired'),
        texts: [say(words, language, 'return_expired_text', { day: days.until })],
      }
    default:
      return state satisfies never
  }
}

/** A page that was left open over night does not wait for the office to know the date. */
function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

const icons: Readonly<Record<PromiseState, LucideIcon>> = {
  early: CalendarCheck,
  good: CalendarCheck,
  'last-day': CalendarCheck,
  'used-today': TicketCheck,
  used: TicketCheck,
  expired: CalendarX,
}
