import { z } from 'zod'
import {
  counterIdSchema,
  epochMsSchema,
  kioskIdSchema,
  noticeIdSchema,
  screenIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  type CommandId,
  type EpochMs,
  type KioskId,
  type ScreenId,
  type Token,
} from './ids.ts'
import { noticeContentSchema } from './notice.ts'
import { officeLimits, officeSchema, ticketWordsSchema } from './office.ts'
import { preparedIdSchema, preparedTextSchema } from './prepared-text.ts'
import { screenSettingsSchema } from './screens.ts'

/** The orders the office takes. Each is parsed here once, whoever gives it. */
const order = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

/** Classes that are taken at a kiosk; a third, `return`, is given for a return ticket. */
export const takenClasses = ['regular', 'priority'] as const
export const ticketClasses = [...takenClasses, 'return'] as const

/** Why paper did not come out, or may not have; the words of the printer port. */
export const paperTroubles = [
  'paper-out',
  'cover-open',
  'cutter',
  'overheated',
  'offline',
  'unplugged',
  'no-permission',
  'busy-elsewhere',
  'garbled',
  'error',
  'no-answer',
  'closed',
] as const
export const paperTroubleSchema = z.enum(paperTroubles)
export type PaperTrouble = z.infer<typeof paperTroubleSchema>

export const paperOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('sent') }),
  z.strictObject({ kind: z.literal('refused'), reason: paperTroubleSchema }),
  z.strictObject({ kind: z.literal('unknown'), reason: paperTroubleSchema }),
])
export type PaperOutcome = Readonly<z.infer<typeof paperOutcomeSchema>>

export const printerReportSchema = z.strictObject({
  trouble: paperTroubleSchema.nullable(),
  paperLow: z.boolean(),
  speaks: z.boolean(),
  confirms: z.boolean(),
  detail: z.string().max(300),
})
export type PrinterReport = Readonly<z.infer<typeof printerReportSchema>>

const counter = { counter: counterIdSchema }
const ticket = { ticket: ticketIdSchema }

/** What a scanner read or a person typed: the address in the QR code, or number and code as printed. */
const useReturnTicket = order('UseReturnTicket', { code: z.string().max(200) })

/** What a kiosk may order. */
const kioskOrders = [
  order('TakeTicket', { service: serviceIdSchema, class: z.enum(takenClasses) }),
  order('PrintAgain', ticket),
  /** Instead of a number for what a notice stops: the promise to go near the front on another day. */
  order('TakeReturnTicket', { service: serviceIdSchema }),
  useReturnTicket,
] as const

/** What a kiosk's agent reports. */
const agentOrders = [
  order('StartPrinting', { ...ticket, attempt: z.int().min(1) }),
  order('ReportPaper', { ...ticket, attempt: z.int().min(1), outcome: paperOutcomeSchema }),
  order('ReportPrinter', { report: printerReportSchema }),
] as const

/** What a screen reports. */
const screenOrders = [order('ReportPainted', { notice: noticeIdSchema, revision: z.int().min(1) })] as const

/** What signed-in staff may order. */
const staffOnlyOrders = [
  order('OpenCounter', counter),
  order('CloseCounter', counter),
  order('CallNext', counter),
  order('CallTicket', { ...counter, ...ticket }),
  order('Recall', counter),
  order('UndoCall', counter),
  order('StartServing', counter),
  order('Finish', counter),
  order('ReopenVisit', counter),
  order('MarkNoShow', counter),
  order('HoldTicket', ticket),
  order('ResumeTicket', ticket),
  order('TransferTicket', { ...ticket, to: serviceIdSchema }),
  order('CancelTicket', ticket),
  order('RaiseNotice', { content: noticeContentSchema }),
  order('UpdateNotice', { notice: noticeIdSchema, content: noticeContentSchema }),
  order('ResolveNotice', { notice: noticeIdSchema }),
  /** It should not have been said: nobody is told that something works again. */
  order('WithdrawNotice', { notice: noticeIdSchema }),
  order('ScheduleNotice', { content: noticeContentSchema, raiseAt: epochMsSchema }),
  order('RescheduleNotice', { notice: noticeIdSchema, content: noticeContentSchema, raiseAt: epochMsSchema }),
  order('RaiseScheduled', { notice: noticeIdSchema }),
  /** Everybody who waits for these services keeps the paper as a return ticket. */
  order('SendHome', { services: z.array(serviceIdSchema).min(1).max(officeLimits.services) }),
  order('SendTicketHome', ticket),
  /** Everybody who waits for one service waits for another. */
  order('MoveWaiting', { from: serviceIdSchema, to: serviceIdSchema }),
  /** Somebody is here and has looked: what no notice says otherwise of works today. */
  order('ConfirmDay', {}),
  order('SavePreparedText', { text: preparedTextSchema }),
  order('RemovePreparedText', { text: preparedIdSchema }),
  /** A person looked: the paper did come out. */
  order('ConfirmPaper', ticket),
] as const

const staffOrders = [...staffOnlyOrders, order('PrintAgain', ticket), useReturnTicket] as const

/** What only a supervisor may order. */
const supervisorOrders = [
  /** The date is right although it lies far from the last one. */
  order('ConfirmDate', { day: z.iso.date() }),
  order('SetTicketWords', { words: ticketWordsSchema }),
  order('SetScreen', { settings: screenSettingsSchema }),
  order('ForgetScreen', { screen: screenIdSchema }),
] as const

/** What the hub orders itself: the office document, the turn of the day, and notices whose time has come. */
const hubOrders = [order('SetOffice', { office: officeSchema }), order('TurnDay', {})] as const

export const kioskCommandSchema = z.discriminatedUnion('type', [...kioskOrders, ...screenOrders])
export const agentCommandSchema = z.discriminatedUnion('type', agentOrders)
export const screenCommandSchema = z.discriminatedUnion('type', screenOrders)
export const staffCommandSchema = z.discriminatedUnion('type', staffOrders)
export const supervisorCommandSchema = z.discriminatedUnion('type', [...staffOrders, ...supervisorOrders])
export const commandSchema = z.discriminatedUnion('type', [
  ...kioskOrders,
  ...agentOrders,
  ...screenOrders,
  ...staffOnlyOrders,
  ...supervisorOrders,
  ...hubOrders,
])
export type Command = Readonly<z.infer<typeof commandSchema>>
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** Who gives the command, as the hub knows it; never what the sender claims. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kiosk'), kiosk: kioskIdSchema }),
  z.strictObject({ kind: z.literal('agent'), kiosk: kioskIdSchema }),
  z.strictObject({ kind: z.literal('screen'), screen: screenIdSchema }),
  z.strictObject({ kind: z.literal('staff'), name: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal('hub') }),
])
export type Actor =
  | { readonly kind: 'kiosk' | 'agent'; readonly kiosk: KioskId }
  | { readonly kind: 'screen'; readonly screen: ScreenId }
  | { readonly kind: 'staff'; readonly name: string }
  | { readonly kind: 'hub' }

/** A command at the door: the sender's id, and what the hub adds: who, when, and fresh randomness. */
export interface Given<C extends Command = Command> {
  readonly id: CommandId
  readonly at: EpochMs
  readonly actor: Actor
  /** 128 random bits or more, for the ticket's token. */
  readonly secret: Token
  readonly command: C
}
