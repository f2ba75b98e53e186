import type { NoticeId } from '../../shared/ids.ts'
import type { DeskTicket } from '../../shared/views/desk.ts'
import type { ReportTarget } from './report-command.ts'

/** What stands over the desk. One that is about a notice closes by itself when the notice is gone. */
export type OpenDialog =
  | { readonly kind: 'report'; readonly target: ReportTarget }
  | { readonly kind: 'resolve' | 'withdraw' | 'tickets-out'; readonly notice: NoticeId }
  | { readonly kind: 'ticket' | 'transfer'; readonly ticket: DeskTicket }
  | { readonly kind: 'return-ticket' | 'returns' | 'prepared' | 'screens' | 'media' | 'day-end' }
  | { readonly kind: 'ticket-words' | 'recordings' | 'people' | 'pair' }
