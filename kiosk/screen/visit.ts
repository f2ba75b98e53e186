import type { CommandOf } from '../../shared/commands.ts'
import type { Day, ServiceId, TicketId, Token } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeContent } from '../../shared/notice.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { ServiceAvailability } from '../../shared/views/common.ts'
import type { TakenClass, TicketClass, WaitRange } from '../../shared/views/printing.ts'
import type { DoorMessage } from '../../shared/wire.ts'
import type { OutageReport, ReportAction } from './outage-report.ts'
import type { PaperShown } from './paper-shown.ts'

/** What a visit to the kiosk is made of: the pages, what can be done on them, and what the hub is asked for. */
export type Page =
  | { readonly kind: 'home' }
  | { readonly kind: 'notices' }
  /** What is to be known before, or instead of, a number for this service. */
  | { readonly kind: 'service'; readonly service: ServiceId; readonly refusal: Refusal | null }
  /** The number, or the return ticket, and what becomes of its paper. */
  | {
      readonly kind: 'number'
      readonly taken: TakenNumber | TakenReturn
      readonly paper: PaperShown['state']
      /** Why it is not printed again. */
      readonly refusal: Refusal | null
    }
  /** Where a return ticket is scanned or typed; `refusal` where there is none with this number and code. */
  | { readonly kind: 'code'; readonly typed: string; readonly refusal: Refusal | null }
  /** The place that a return ticket of today has brought back; `number` is null where nobody has told it. */
  | { readonly kind: 'resumed'; readonly ticket: TicketId; readonly number: string | null }
  /** Why a return ticket brings nothing now. */
  | { readonly kind: 'not-accepted'; readonly refusal: Refusal }
  /** For staff, behind the outage key. */
  | { readonly kind: 'staff'; readonly report: OutageReport }

export interface TakenNumber {
  readonly kind: 'number'
  readonly ticket: TicketId
  readonly number: string
  readonly token: Token
  readonly class: TicketClass
  readonly ahead: number
  readonly wait: WaitRange | null
}

export interface TakenReturn {
  readonly kind: 'return'
  readonly ticket: TicketId
  readonly number: string
  readonly token: Token
  /** The first and the last date on which it is good. */
  readonly from: Day
  readonly until: Day
}

export interface Press {
  readonly id: string
  readonly order: Order
  readonly at: number
  /**
   * asked      given to the hub
   * overdue    not answered in time; its visitor is told so
   * abandoned  its visitor has been given time to leave
   */
  readonly state: 'asked' | 'overdue' | 'abandoned'
}

/** What the hub is asked for; the last one at its door, because it names a person. */
export type Order =
  | CommandOf<'TakeTicket'>
  | CommandOf<'TakeReturnTicket'>
  | CommandOf<'UseReturnTicket'>
  | CommandOf<'PrintAgain'>
  | Extract<DoorMessage, { type: 'RaiseByKey' }>

/** What a visitor does. */
export type Action =
  | {
      readonly type: 'choose'
      readonly service: ServiceId
      readonly availability: ServiceAvailability
      readonly by: 'touch'
    }
  | {
      readonly type: 'choose'
      readonly service: ServiceId
      readonly availability: ServiceAvailability
      readonly by: 'key'
      readonly givesReturns: boolean
    }
  /** Having read what was said about the service. */
  | { readonly type: 'take' | 'take-return'; readonly service: ServiceId }
  | { readonly type: 'prefer'; readonly class: TakenClass }
  | { readonly type: 'speak'; readonly language: Language }
  | { readonly type: 'read-notices' | 'have-return' }
  /** A sign on the page that asks for some, or "Backspace". */
  | { readonly type: 'type'; readonly key: string }
  /** With the number and code as typed. */
  | { readonly type: 'use-return' }
  /** A scanner has read this. */
  | { readonly type: 'scan'; readonly code: string }
  | { readonly type: 'print-again' }
  /** The outage key has been held long enough. */
  | { readonly type: 'hold-key' }
  | { readonly type: 'report'; readonly action: ReportAction }
  | { readonly type: 'raise'; readonly content: NoticeContent }
  /** Back from a page, or done with the number. */
  | { readonly type: 'leave' }
  /** Any other sign that somebody is there. */
  | { readonly type: 'stay' }
