import type { Day, EpochMs, TicketId } from '../ids.ts'
import type { Language, Text } from '../language.ts'

/**
 * What a kiosk's agent is given to print. Every piece of paper is data in the office's words; only `hardware/` knows
 * how it looks. Times are milliseconds; the paper shows them in `timeZone`.
 */
export type Paper = TicketPaper | SlipPaper

/** A paper that is not a ticket: nobody counts it, and one that is lost is asked for again. */
export type SlipPaper = SetupPaper | NoticePaper | DayEndPaper | TestStripPaper

export interface TicketPaper {
  readonly kind: 'ticket'
  readonly language: Language
  readonly office: Text
  /** The office's own line under its name. */
  readonly heading: Text | null
  readonly letter: string
  readonly service: Text
  /** What is called: a letter and three digits. */
  readonly number: string
  readonly class: TicketClass
  readonly takenAt: EpochMs
  readonly timeZone: string
  /** People called before this one, as the line stood when the number was taken; null where the office does not say. */
  readonly ahead: number | null
  /** Expected wait in whole minutes, null where it cannot be told or the office does not say. */
  readonly wait: WaitRange | null
  /** One sentence on an outage that touches this service, null where all is well. */
  readonly affected: Text | null
  /** What to bring to the counter, where the office says so. */
  readonly bring: Text | null
  /** The address in the QR code; null where the office wants none. */
  readonly link: string | null
  /** Four letters to compare tickets by, see `short-code.ts`. */
  readonly code: string
  /** The office's own last line; null for a word of thanks where there is room. */
  readonly closing: Text | null
  /** On a return ticket: the first and the last date on which it brings its holder near the front. */
  readonly comeBack: { readonly from: Day; readonly until: Day } | null
  /** 0 for the one original; 1 and up are copies, which say so. */
  readonly copy: number
}

export interface SetupPaper {
  readonly kind: 'setup'
  readonly language: Language
  readonly office: Text
  readonly code: string
  /** Where the desk is opened. */
  readonly link: string
}

/** A notice for the door, to be read from two metres. */
export interface NoticePaper {
  readonly kind: 'notice'
  readonly language: Language
  readonly office: Text
  readonly heading: Text
  /** Whole sentences, the most needed first: what still works, what to do, until when. */
  readonly sentences: readonly Text[]
  /** When the public hears more; null where that is not promised. */
  readonly news: Text | null
  readonly printedAt: EpochMs
  readonly timeZone: string
  /** The address in the QR code: how things stand now. */
  readonly link: string
}

/** A day's numbers, to be put with the papers of the office. */
export interface DayEndPaper {
  readonly kind: 'day-end'
  readonly language: Language
  readonly office: Text
  readonly day: Day
  readonly services: readonly ({ readonly letter: string; readonly service: Text } & DayCounts)[]
  readonly all: DayCounts
  readonly printedAt: EpochMs
  readonly timeZone: string
}

/** Tickets by where they ended: `given` is the sum of the others. */
export interface DayCounts {
  readonly given: number
  readonly served: number
  /** Called and did not come. */
  readonly missed: number
  /** Still waiting, held, at a counter, or cancelled. */
  readonly unserved: number
}

/** Shows what a printer can do that nobody knows; the wizard of the page `/printer` asks what is seen on it. */
export interface TestStripPaper {
  readonly kind: 'test-strip'
  readonly language: Language
}

export type TicketClass = 'regular' | 'priority' | 'return'
/** What a visitor can choose at a kiosk. */
export type TakenClass = Exclude<TicketClass, 'return'>

export interface WaitRange {
  readonly minutesMin: number
  readonly minutesMax: number
}

/** One job for the agent: `attempt` grows by one each time paper is asked for again (copies, or after a refusal). */
export interface PrintingJob {
  readonly ticket: TicketId
  readonly attempt: number
  readonly paper: TicketPaper
}

/** What one kiosk's agent sees: the papers it should print, oldest first. */
export interface AgentView {
  readonly kind: 'agent'
  /** Papers asked for recently enough to be printed. */
  readonly wanted: readonly PrintingJob[]
  /** Papers begun and not reported: after a restart the agent reports them as unknown. */
  readonly started: readonly { readonly ticket: TicketId; readonly attempt: number; readonly number: string }[]
}
