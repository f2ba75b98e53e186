import type { EpochMs } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import type { Language } from '../language.ts'
import en from './refusal/en.json' with { type: 'json' }
import id from './refusal/id.json' with { type: 'json' }
import su from './refusal/su.json' with { type: 'json' }
import { say } from './say.ts'
import { dayOf, moment } from './when.ts'

const words = { id, en, su }

/**
 * A refusal as a person reads it, visitor or staff: what could not be done, and what to do instead. `now` is the hub's
 * time: it decides whether an opening time is said as a clock or with its date.
 */
export function refusalText(refusal: Refusal, language: Language, timeZone: string, now: EpochMs): string {
  switch (refusal.reason) {
    case 'outside-hours':
      return refusal.opensAt === null
        ? say(words, language, 'outside-hours')
        : say(words, language, 'outside-hours-until', { time: moment(language, timeZone, refusal.opensAt, now) })
    case 'wait-before-retry': {
      const seconds = Math.max(1, Math.ceil(refusal.waitMs / 1000))
      return seconds <= secondsMax
        ? say(words, language, 'wait-before-retry', { count: seconds })
        : say(words, language, 'wait-long-before-retry', { count: Math.ceil(seconds / 60) })
    }
    case 'return-too-early':
      return say(words, language, 'return-too-early', { day: dayOf(language, refusal.from) })
    case 'return-expired':
      return say(words, language, 'return-expired', { day: dayOf(language, refusal.until) })
    default:
      return say(words, language, refusal.reason)
  }
}

/** Longer waits are said in minutes. */
const secondsMax = 90
