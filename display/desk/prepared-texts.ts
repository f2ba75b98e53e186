import type { Text } from '../../shared/language.ts'
import type { NoticeKind, NoticeScope } from '../../shared/notice.ts'
import type { PreparedText } from '../../shared/prepared-text.ts'
import { say, type Key } from '../../shared/words/say.ts'
import en from '../../shared/words/prepared/en.json' with { type: 'json' }
import id from '../../shared/words/prepared/id.json' with { type: 'json' }
import su from '../../shared/words/prepared/su.json' with { type: 'json' }

/**
 * The causes and instructions a notice can be given with one tap: those that come with Loket, each by its key, which
 * the office may have put other words for, and those the office has written itself.
 */
type BuiltInKey = Key<typeof id>

export type Says = PreparedText['says']

/** One sentence that can be chosen. */
export interface PreparedChoice {
  readonly id: string
  readonly text: Text
  /** Whether it comes with Loket, stands in place of one that does, or is the office's own. */
  readonly origin: 'built-in' | 'replaced' | 'own'
}

/** The causes or instructions offered for a kind, the likeliest first, the office's own after them. */
export function preparedFor(kind: NoticeKind, says: Says, texts: readonly PreparedText[]): readonly PreparedChoice[] {
  const builtIn = (says === 'cause' ? causesFor : instructionsFor)[kind].map((key): PreparedChoice => {
    const replaced = texts.find((text) => text.id === key)
    return replaced
      ? { id: key, text: replaced.text, origin: 'replaced' }
      : { id: key, text: builtInText(key), origin: 'built-in' }
  })
  const own = texts
    .filter((text) => text.kind === kind && text.says === says && !isBuiltIn(text.id))
    .map((text): PreparedChoice => ({ id: text.id, text: text.text, origin: 'own' }))
  return [...builtIn, ...own]
}

/** The words of a prepared text; null where there is none with this id. */
export function preparedText(wanted: string, texts: readonly PreparedText[]): Text | null {
  const written = texts.find((text) => text.id === wanted)
  if (written) return written.text
  const key = builtInKeys.find((known) => known === wanted)
  return key === undefined ? null : builtInText(key)
}

/** The prepared text that says exactly this; null for words of somebody's own. */
export function preparedIdOf(wanted: Text, texts: readonly PreparedText[]): string | null {
  const ids = [...builtInKeys, ...texts.map((text) => text.id)]
  return ids.find((known) => isSame(preparedText(known, texts), wanted)) ?? null
}

/**
 * The cause said when nobody chose one: only where what is affected tells it. A system named as not working is a
 * cause; a service that does not work has many, and none is guessed.
 */
export function usualCause(kind: NoticeKind, scope: NoticeScope): string | null {
  if (kind === 'outage' || kind === 'pick-up-only') return scope.systems.length > 0 ? 'cause_central_server' : null
  return kind === 'degraded' && scope.systems.length > 0 ? 'cause_slow_server' : null
}

function isSame(a: Text | null, b: Text): boolean {
  return a !== null && a.id === b.id && a.en === b.en && a.su === b.su
}

function isBuiltIn(wanted: string): boolean {
  return builtInKeys.some((key) => key === wanted)
}

function builtInText(key: BuiltInKey): Text {
  return { id: say(words, 'id', key), en: say(words, 'en', key), su: say(words, 'su', key) }
}

const causesFor: Readonly<Record<NoticeKind, readonly BuiltInKey[]>> = {
  outage: ['cause_central_server', 'cause_power', 'cause_internet', 'cause_equipment', 'cause_blanks'],
  degraded: ['cause_printing', 'cause_slow_server', 'cause_blanks', 'cause_signature', 'cause_few_staff'],
  'pick-up-only': ['cause_central_server', 'cause_blanks', 'cause_equipment', 'cause_few_staff'],
  maintenance: ['cause_data_move', 'cause_upkeep', 'cause_room'],
  closed: ['cause_holiday', 'cause_event', 'cause_capacity', 'cause_break'],
  information: ['cause_busy', 'cause_working_again', 'cause_papers_ready'],
}

const instructionsFor: Readonly<Record<NoticeKind, readonly BuiltInKey[]>> = {
  outage: ['do_another_day', 'do_phone', 'do_ask_staff', 'do_sub_district'],
  degraded: ['do_hand_in', 'do_collect_later', 'do_ask_staff'],
  'pick-up-only': ['do_slip', 'do_another_day', 'do_ask_staff'],
  maintenance: ['do_after_end', 'do_sub_district', 'do_phone'],
  closed: ['do_another_day', 'do_ask_staff', 'do_phone'],
  information: ['do_ask_staff', 'do_phone'],
}

const words = { id, en, su }
const builtInKeys = [...new Set([...Object.values(causesFor), ...Object.values(instructionsFor)].flat())]
