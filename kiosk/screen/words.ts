import type { KioskService } from '../../shared/views/kiosk.ts'
import type { WaitRange } from '../../shared/views/printing.ts'
import type { Language } from '../../shared/language.ts'
import en from '../../shared/words/kiosk/en.json' with { type: 'json' }
import id from '../../shared/words/kiosk/id.json' with { type: 'json' }
import su from '../../shared/words/kiosk/su.json' with { type: 'json' }
import { say, type Key, type Values } from '../../shared/words/say.ts'

const words = { id, en, su }

/** A sentence of the kiosk's own. */
export function sentence(language: Language, key: Key<typeof id>, values?: Values): string {
  return say(words, language, key, values)
}

/** How many wait, in words. */
export function waitingWords({ waiting }: Pick<KioskService, 'waiting'>, language: Language): string {
  return waiting === 0 ? sentence(language, 'waiting_none') : sentence(language, 'waiting', { count: waiting })
}

/** How many numbers can still be had, in words, where they are few; null where there are plenty. */
export function placesWords({ placesLeft }: Pick<KioskService, 'placesLeft'>, language: Language): string | null {
  return placesLeft === null || placesLeft.count > fewPlaces
    ? null
    : sentence(language, 'places_left', { count: placesLeft.count })
}

/** The same as a sentence of its own. */
export function placesText({ placesLeft }: Pick<KioskService, 'placesLeft'>, language: Language): string | null {
  return placesLeft === null || placesLeft.count > fewPlaces
    ? null
    : sentence(language, 'places_text', { count: placesLeft.count })
}

/** How long they wait, as short as a glance; null where it cannot be told or there is nobody to wait for. */
export function shortWait({ waiting, wait }: Pick<KioskService, 'waiting' | 'wait'>, language: Language) {
  if (waiting === 0 || wait === null) return null
  const { kind, values } = rangeOf(wait)
  return sentence(language, `short_${kind}`, values)
}

/** What a screen reader says of a service's button: its name first, and everything the button shows. */
export function buttonName(service: KioskService, language: Language): string {
  const waiting = lineWords(service, language)
  const name = service.name[language]
  switch (service.availability) {
    case 'open': {
      if (service.waiting === 0 || service.wait === null)
        return sentence(language, 'button_plain', { service: name, waiting })
      const { kind, values } = rangeOf(service.wait)
      return sentence(language, 'button_wait', {
        service: name,
        waiting,
        wait: sentence(language, `wait_${kind}`, values),
      })
    }
    case 'warned':
      return sentence(language, 'button_warned', { service: name, waiting })
    case 'stopped':
    case 'full':
    case 'closed':
      return sentence(language, `button_${service.availability}`, { service: name })
    default:
      return service.availability satisfies never
  }
}

function lineWords(service: KioskService, language: Language): string {
  const waiting = service.waiting === 0 ? sentence(language, 'waiting_none_within') : waitingWords(service, language)
  const places = placesWords(service, language)
  return places === null ? waiting : sentence(language, 'waiting_and_places', { waiting, places })
}

/** The wait a number is given with, as a sentence of its own. */
export function expectedWait(wait: WaitRange, language: Language): string {
  const { kind, values } = rangeOf(wait)
  return sentence(language, `expected_${kind}`, values)
}

function rangeOf({ minutesMin, minutesMax }: WaitRange) {
  if (minutesMax > minutesSaidMax) {
    const values = { from: Math.floor(minutesMin / 60), to: Math.ceil(minutesMax / 60) }
    return { kind: values.from === 0 ? 'hours_up_to' : 'hours', values } as const
  }
  const values = { from: minutesMin, to: minutesMax }
  if (minutesMin === 0) return { kind: 'minutes_up_to', values } as const
  return { kind: minutesMin === minutesMax ? 'minutes_about' : 'minutes', values } as const
}

/** From so many on it is worth knowing how many are left. */
const fewPlaces = 20
/** Longer waits are said in hours, as on the ticket. */
const minutesSaidMax = 120
