import { createContext, useContext } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { Language } from '../../shared/language.ts'
import type { UploadAnswer } from '../../shared/media.ts'
import type { MediaAnswer, MediaRequest, UploadRight } from '../../shared/media-orders.ts'
import type { TicketWords } from '../../shared/office.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import type {
  DoorAnswer,
  DoorMessage,
  PreviewAnswer,
  ScreenAnswer,
  ScreenOrder,
  SlipAnswer,
  SlipRequest,
} from '../../shared/wire.ts'
import { say, type Key, type Values } from '../../shared/words/say.ts'
import { moment } from '../../shared/words/when.ts'
import en from '../../shared/words/desk/en.json' with { type: 'json' }
import id from '../../shared/words/desk/id.json' with { type: 'json' }
import su from '../../shared/words/desk/su.json' with { type: 'json' }
import type { Memory } from './remembered.ts'

/** What every part of the desk needs: its language, the time, and the ways to speak to the hub. */
export interface Desk {
  readonly language: Language
  readonly timeZone: string
  /** The hub's time in ms. */
  readonly now: EpochMs
  /** Whether the hub is heard; where it is not, nothing can be ordered. */
  readonly live: boolean
  readonly give: (command: object) => Promise<Answer>
  readonly ask: (message: DoorMessage) => Promise<DoorAnswer>
  readonly print: (request: SlipRequest) => Promise<SlipAnswer>
  readonly order: (order: ScreenOrder) => Promise<ScreenAnswer>
  /** The ticket with these words of the office, as its own printer would print it. */
  readonly preview: (words: TicketWords) => Promise<PreviewAnswer>
  /** The office's recordings of its own, by language; throws where they cannot be asked for. */
  readonly recordings: () => Promise<OfficeVoice['recordings']>
  readonly media: MediaWays
  readonly memory: Memory
}

/** The pictures, videos and slides for the TVs: what a desk asks of the hub, sends it, and looks at. */
export interface MediaWays {
  readonly ask: (request: MediaRequest) => Promise<MediaAnswer>
  /** Sends a file for which there is a right; `progress` is told the part that has gone, 0 to 1. */
  readonly send: (
    file: Blob,
    right: UploadRight,
    progress: (part: number) => void,
    signal: AbortSignal,
  ) => Promise<UploadAnswer>
  /** The whole address of a path of the hub's. */
  readonly addressOf: (path: string) => string
}

export type DeskKey = Key<typeof id>

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

/** The desk around this component, with its sentences in the desk's language. */
export function useDesk() {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('outside of the desk')
  const { language, timeZone, now } = desk
  const sentence = (key: DeskKey, values?: Values) => say(words, language, key, values)
  return {
    ...desk,
    say: sentence,
    /** A moment as people read it: the clock, with the date where it is not today. */
    when: (at: EpochMs) => moment(language, timeZone, at, now),
    /** How long ago a moment was, in whole minutes; from an hour on, in hours and minutes. */
    since: (at: EpochMs, until: EpochMs = now) => {
      const minutes = Math.max(0, Math.floor((until - at) / 60_000))
      const hours = Math.floor(minutes / 60)
      if (minutes < 60) return sentence('minutes', { count: minutes })
      return hours < 48
        ? sentence('hours', { hours, minutes: minutes % 60 })
        : sentence('days', { count: Math.floor(hours / 24) })
    },
  }
}

/** What the browser's tab says. */
export function pageTitle(language: Language): string {
  return say(words, language, 'page_title')
}

const words = { id, en, su }
