import { z } from 'zod'
import { actorSchema, paperOutcomeSchema, printerReportSchema, ticketClasses, type Actor } from './commands.ts'
import {
  commandIdSchema,
  counterIdSchema,
  daySchema,
  epochMsSchema,
  kioskIdSchema,
  noticeIdSchema,
  screenIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  tokenSchema,
  type CommandId,
  type EpochMs,
} from './ids.ts'
import { noticeContentSchema } from './notice.ts'
import { officeSchema } from './office.ts'
import { preparedIdSchema, preparedTextSchema } from './prepared-text.ts'
import { screenSettingsSchema } from './screens.ts'

/** What happened. An event is never changed or removed; a new kind of fact gets a new type. JSON only. */
const fact = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const counter = { counter: counterIdSchema }
const ticket = { ticket: ticketIdSchema }
/** The first and the last date on which a return ticket is good. */
const validity = { from: daySchema, until: daySchema }
const paper = { ...ticket, attempt: z.int().min(1) }

/** Why this ticket was called and not another. */
export const callReasons = [
  'longest-wait',
  'priority',
  'regular-after-priority',
  'return',
  'regular-after-return',
  'chosen',
] as const
export type CallReason = (typeof callReasons)[number]

const numberSchema = z.string().regex(/^[A-Z]\d{3}$/)

const waitRangeSchema = z.strictObject({ minutesMin: z.int().min(0), minutesMax: z.int().min(0) })

const wordingSchema = z.strictObject({
  revision: z.int().min(1),
  at: epochMsSchema,
  by: z.string(),
  content: noticeContentSchema,
})

const scheduledNoticeSchema = z.strictObject({
  id: noticeIdSchema,
  content: noticeContentSchema,
  raiseAt: epochMsSchema,
  by: z.string(),
})

const endedNoticeSchema = z.strictObject({
  id: noticeIdSchema,
  content: noticeContentSchema,
  raisedAt: epochMsSchema,
  endedAt: epochMsSchema,
  endedBy: z.string(),
  held: z.int().min(0),
})

const returnPromiseSchema = z.strictObject({
  token: tokenSchema,
  number: numberSchema,
  given: daySchema,
  service: serviceIdSchema,
  class: z.enum(ticketClasses),
  from: daySchema,
  until: daySchema,
  usedOn: daySchema.nullable(),
  usedFor: ticketIdSchema.nullable(),
})

const carriedNoticeSchema = z.strictObject({
  id: noticeIdSchema,
  revision: z.int().min(1),
  content: noticeContentSchema,
  raisedAt: epochMsSchema,
  updatedAt: epochMsSchema,
  raisedBy: z.string(),
  history: z.array(wordingSchema).readonly().default([]),
  painted: z.record(screenIdSchema, z.int()).readonly(),
})

/** All that outlives a day. With it inside `DayBegan`, the state of today is read from today's events alone. */
const carriedSchema = z.strictObject({
  office: officeSchema,
  ticketsGiven: z.int().min(0),
  callsMade: z.int().min(0),
  noticesRaised: z.int().min(0),
  notices: z.array(carriedNoticeSchema).readonly(),
  scheduled: z.array(scheduledNoticeSchema).readonly().default([]),
  ended: z.array(endedNoticeSchema).readonly().default([]),
  returns: z.array(returnPromiseSchema).readonly().default([]),
  preparedTexts: z.array(preparedTextSchema).readonly().default([]),
  screens: z.array(screenSettingsSchema).readonly().default([]),
  counters: z.record(z.string(), z.string()),
  printers: z.record(z.string(), printerReportSchema).readonly(),
})
export type Carried = Readonly<z.infer<typeof carriedSchema>>

export const eventSchema = z.discriminatedUnion('type', [
  fact('DayBegan', { day: daySchema, carried: carriedSchema }),
  fact('OfficeSet', { office: officeSchema }),
  fact('TicketTaken', {
    ...ticket,
    number: numberSchema,
    token: tokenSchema,
    service: serviceIdSchema,
    class: z.enum(ticketClasses),
    kiosk: kioskIdSchema,
    ahead: z.int().min(0),
    wait: waitRangeSchema.nullable(),
    notices: z.array(noticeIdSchema),
  }),
  fact('ReturnTicketTaken', {
    ...ticket,
    number: numberSchema,
    token: tokenSchema,
    service: serviceIdSchema,
    kiosk: kioskIdSchema,
    ...validity,
    notices: z.array(noticeIdSchema),
  }),
  /** A ticket became a return ticket. */
  fact('TicketReturned', { ...ticket, ...validity }),
  /** A return ticket was redeemed for this one. */
  fact('ReturnUsed', { token: tokenSchema, ...ticket }),
  fact('TicketCalled', { ...ticket, ...counter, call: z.int().min(1), reason: z.enum(callReasons) }),
  fact('TicketRecalled', { ...ticket, ...counter, call: z.int().min(1) }),
  fact('CallUndone', { ...ticket, ...counter }),
  fact('ServingStarted', { ...ticket, ...counter }),
  fact('TicketFinished', { ...ticket, ...counter }),
  fact('VisitReopened', { ...ticket, ...counter }),
  fact('TicketMissed', { ...ticket, ...counter }),
  fact('TicketHeld', ticket),
  /** `number` is not in ledgers that were begun before it was written down. */
  fact('TicketResumed', { ...ticket, number: numberSchema.optional() }),
  fact('TicketTransferred', { ...ticket, to: serviceIdSchema }),
  fact('TicketCancelled', ticket),
  fact('CounterOpened', { ...counter, staff: z.string().min(1) }),
  fact('CounterClosed', counter),
  fact('NoticeRaised', { notice: noticeIdSchema, content: noticeContentSchema, by: z.string() }),
  fact('NoticeUpdated', { notice: noticeIdSchema, content: noticeContentSchema }),
  fact('NoticeResolved', { notice: noticeIdSchema }),
  fact('NoticeWithdrawn', { notice: noticeIdSchema }),
  fact('NoticeScheduled', {
    notice: noticeIdSchema,
    content: noticeContentSchema,
    raiseAt: epochMsSchema,
    by: z.string(),
  }),
  fact('NoticeRescheduled', { notice: noticeIdSchema, content: noticeContentSchema, raiseAt: epochMsSchema }),
  fact('DayConfirmed', { by: z.string() }),
  fact('PreparedTextSaved', { text: preparedTextSchema }),
  fact('PreparedTextRemoved', { text: preparedIdSchema }),
  fact('ScreenSet', { settings: screenSettingsSchema }),
  fact('ScreenForgotten', { screen: screenIdSchema }),
  fact('BannerPainted', { notice: noticeIdSchema, revision: z.int().min(1), screen: screenIdSchema }),
  fact('PrintingStarted', paper),
  fact('PaperReported', { ...paper, outcome: paperOutcomeSchema }),
  fact('PaperDropped', paper),
  fact('PaperAskedFor', { ...paper, copy: z.int().min(0) }),
  fact('PaperConfirmed', ticket),
  fact('PrinterReported', { kiosk: kioskIdSchema, report: printerReportSchema }),
])
export type Event = Readonly<z.infer<typeof eventSchema>>
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

/** An event as the ledger keeps it. `seq` counts from 1 without gaps over the office's whole life. */
export interface Recorded {
  readonly seq: number
  readonly at: EpochMs
  readonly command: CommandId
  readonly actor: Actor
  readonly event: Event
}

/** One row of the ledger, read back. */
export const recordedSchema = z.strictObject({
  seq: z.int().min(1),
  at: epochMsSchema,
  command: commandIdSchema,
  actor: actorSchema,
  event: eventSchema,
})
