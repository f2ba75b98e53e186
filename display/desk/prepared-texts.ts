import type { NoticeKind, NoticeScope } from '../../shared/notice.ts'
import type { Text } from '../../shared/language.ts'
import { say, type Key } from '../../shared/words/say.ts'
import en from '../../shared/words/prepared/en.json' with { type: 'json' }
import id from '../../shared/words/prepared/id.json' with { type: 'json' }
import su from '../../shared/words/prepared/su.json' with { type: 'json' }

/** The causes and instructions a notice can be given with one tap, each a whole public sentence in every language. */
export type PreparedKey = Key<typeof id>

/** The causes offered for each kind, the likeliest first. */
export const causesFor: Readonly<Record<NoticeKind, readonly PreparedKey[]>> = {
  outage: ['cause_central_server', 'cause_power', 'cause_internet', 'cause_equipment', 'cause_blanks'],
  degraded: ['cause_printing', 'cause_slow_server', 'cause_blanks', 'cause_signature', 'cause_few_staff'],
  'pick-up-only': ['cause_central_server', 'cause_blanks', 'cause_equipment', 'cause_few_staff'],
  maintenance: ['cause_data_move', 'cause_upkeep', 'cause_room'],
  closed: ['cause_holiday', 'cause_event', 'cause_capacity', 'cause_break'],
  information: ['cause_busy', 'cause_working_again', 'cause_papers_ready'],
}

/** The instructions offered for each kind. */
export const instructionsFor: Readonly<Record<NoticeKind, readonly PreparedKey[]>> = {
  outage: ['do_another_day', 'do_phone', 'do_ask_staff', 'do_sub_district'],
  degraded: ['do_hand_in', 'do_collect_later', 'do_ask_staff'],
  'pick-up-only': ['do_slip', 'do_another_day', 'do_ask_staff'],
  maintenance: ['do_after_end', 'do_sub_district', 'do_phone'],
  closed: ['do_another_day', 'do_ask_staff', 'do_phone'],
  information: ['do_ask_staff', 'do_phone'],
}

/**
 * The cause said when nobody chose one: only where what is affected tells it. A system named as not working is a
 * cause; a service that does not work has many, and none is guessed.
 */
export function usualCause(kind: NoticeKind, scope: NoticeScope): PreparedKey | null {
  if (kind === 'outage' || kind === 'pick-up-only') return scope.systems.length > 0 ? 'cause_central_server' : null
  return kind === 'degraded' && scope.systems.length > 0 ? 'cause_slow_server' : null
}

export function preparedText(key: PreparedKey): Text {
  return { id: say(words, 'id', key), en: say(words, 'en', key), su: say(words, 'su', key) }
}

/** The prepared sentence that says exactly this; null for words of somebody's own. */
export function preparedKeyOf(text: Text): PreparedKey | null {
  return keys.find((key) => id[key] === text.id && en[key] === text.en && su[key] === text.su) ?? null
}

const words = { id, en, su }
const keys = [...new Set([...Object.values(causesFor), ...Object.values(instructionsFor)].flat())]
