import { z } from 'zod'
import { epochMsSchema, serviceIdSchema, systemIdSchema, type EpochMs, type NoticeId, type ScreenId } from './ids.ts'
import { officeLimits, type Office, type Service } from './office.ts'
import { textSchema } from './text.ts'

/**
 * A notice: what the public is told about services, systems or the whole office, and what it means for tickets.
 *
 * outage        the service cannot be given
 * degraded      papers are accepted, the rest follows later
 * pick-up-only  only finished documents are handed out
 * maintenance   planned work, known beforehand
 * closed        the office or a service is closed
 * information   nothing is wrong; something is worth knowing
 */
export const noticeKinds = ['outage', 'degraded', 'pick-up-only', 'maintenance', 'closed', 'information'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeLimits = {
  /** Notices standing at once; more than these no banner can show. */
  standing: 12,
  causeLengthMax: 160,
  instructionLengthMax: 160,
  /** Screens whose painting is remembered for one notice. */
  paintedScreens: 200,
} as const

const scopeSchema = z.strictObject({
  /** The whole office; then `services` and `systems` are empty. */
  office: z.boolean(),
  services: z.array(serviceIdSchema).max(officeLimits.services),
  /** Systems, which touch every service that needs them. */
  systems: z.array(systemIdSchema).max(officeLimits.systems),
})
export type NoticeScope = Readonly<z.infer<typeof scopeSchema>>

/** What a person writes; an update replaces it whole. */
export const noticeContentSchema = z.strictObject({
  kind: z.enum(noticeKinds),
  scope: scopeSchema,
  /** Why, in public words; null where it is not known. */
  cause: textSchema(noticeLimits.causeLengthMax).nullable(),
  /** What people should do; null for what Loket says by itself. */
  instruction: textSchema(noticeLimits.instructionLengthMax).nullable(),
  /** When it began, null for now. */
  since: epochMsSchema.nullable(),
  /** When it should be over; null where nobody knows, which is then said. */
  expectedEnd: epochMsSchema.nullable(),
  /** When the public hears more. */
  nextNews: epochMsSchema.nullable(),
  /** New tickets for what it touches: none, with a warning, or as always. */
  newTickets: z.enum(['stop', 'warn', 'give']),
  /** People already waiting for what it touches: called as always, or left in their order until it is over. */
  waiting: z.enum(['keep', 'hold']),
})
export type NoticeContent = Readonly<z.infer<typeof noticeContentSchema>>

export interface Notice {
  readonly id: NoticeId
  /** 1 when raised, one more with every update. Screens report what they paint by it. */
  readonly revision: number
  readonly content: NoticeContent
  readonly raisedAt: EpochMs
  readonly updatedAt: EpochMs
  readonly raisedBy: string
  /** The revision each screen last reported as painted. */
  readonly painted: Readonly<Record<ScreenId, number>>
}

/** Whether a notice of this scope touches the service: by name, by a system it needs, or with the whole office. */
export function touches(scope: NoticeScope, service: Pick<Service, 'id' | 'needs'>): boolean {
  return (
    scope.office ||
    scope.services.includes(service.id) ||
    service.needs.some((system) => scope.systems.includes(system))
  )
}

/** The services a scope touches, in the office's order. */
export function touchedServices(scope: NoticeScope, office: Office): readonly Service[] {
  return office.services.filter((service) => touches(scope, service))
}

/** Notices with the gravest first: what stops most comes before what only informs, then the older one. */
export function bySeverity(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted(
    (a, b) =>
      noticeKinds.indexOf(a.content.kind) - noticeKinds.indexOf(b.content.kind) ||
      Number(b.content.scope.office) - Number(a.content.scope.office) ||
      a.id - b.id,
  )
}
