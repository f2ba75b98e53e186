import type { KioskService } from '../../shared/views/kiosk.ts'
import type { WaitRange } from '../../shared/views/printing.ts'
import type { Language } from '../../shared/text.ts'
import en from '../../shared/words/kiosk/en.json' with { type: 'json' }
import id from '../../shared/words/kiosk/id.json' with { type: 'json' }
import su from '../../shared/words/kiosk/su.json' with { type: 'json' }
import { say, type Key, type Values } from '../../shared/words/say.ts'

const words = { id, en, su }

/** A sentence of the kiosk's own. */
export function sentence(language: Language, key: Key<typeof id>, values?: Values): string {
  return say(words, language, key, values)
}

/** How many wait, and how long: the wait is null where it cannot be told or there is nobody to wait for. */
export function lineOf({ waiting, wait }: Pick<KioskService, 'waiting' | 'wait'>, language: Language) {
  return {
    waiting: waiting === 0 ? sentence(language, 'waiting_none') : sentence(language, 'waiting', { count: waiting }),
    wait: waiting === 0 || wait === null ? null : waitWords(wait, language),
  }
}

/** What a screen reader says of a service's button: its name first, and everything the button shows. */
export function buttonName(service: KioskService, language: Language): string {
  const { waiting, wait } = lineOf(service, language)
  const name = service.name[language]
  switch (service.availability) {
    case 'open':
      return wait === null
        ? sentence(language, 'button_plain', { service: name, waiting })
        : sentence(language, 'button_wait', { service: name, waiting, wait })
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

/** The wait a number is given with, as a sentence of its own. */
export function expectedWait(wait: WaitRange, language: Language): string {
  const { kind, values } = rangeOf(wait)
  return sentence(language, `expected_${kind}`, values)
}

function waitWords(wait: WaitRange, language: Language): string {
  const { kind, values } = rangeOf(wait)
  return sentence(language, `wait_${kind}`, values)
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

/** Longer waits are said in hours, as on the ticket. */
const minutesSaidMax = 120
