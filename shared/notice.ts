import { z } from 'zod'
import { epochMsSchema, serviceIdSchema, systemIdSchema, type EpochMs, type NoticeId, type ScreenId } from './ids.ts'
import { languages, type Language } from './language.ts'
import { byGravity } from './notice-board.ts'
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
  /** Notices set for later. */
  scheduled: 20,
  /** How far ahead one can be set, in days. */
  daysAhead: 366,
  /** Earlier wordings of one notice that are remembered, the newest. */
  history: 20,
  /** Ended notices that are remembered, the newest. */
  ended: 12,
  /** How long the screens say that something works again, in ms. */
  recoveryMs: 15 * 60_000,
  causeLengthMax: 160,
  instructionLengthMax: 160,
  stillWorksLengthMax: 160,
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
  /** What can be had meanwhile, in own words; where absent, Loket names the services that nothing touches. */
  stillWorks: textSchema(noticeLimits.stillWorksLengthMax).optional(),
  /** When it began or, ahead, begins; null for now. */
  since: epochMsSchema.nullable(),
  /** When it should be over; null where nobody knows, which is then said. */
  expectedEnd: epochMsSchema.nullable(),
  /** When the public hears more. */
  nextNews: epochMsSchema.nullable(),
  /** New tickets for what it touches: none, with a warning, or as always. */
  newTickets: z.enum(['stop', 'warn', 'give']),
  /** People already waiting for what it touches: called as always, or left in their order until it is over. */
  waiting: z.enum(['keep', 'hold']),
  /**
   * Whom it is for: the languages in which it is read aloud and printed, without repeats; as the office always does
   * where it is absent. Screens say it in the language of their reader all the same: nobody is kept from it.
   */
  languages: z.array(z.enum(languages)).min(1).max(languages.length).readonly().optional(),
})
export type NoticeContent = Readonly<z.infer<typeof noticeContentSchema>>

/**
 * A notice's life: set for later or raised at once, updated any number of times, and then resolved, or withdrawn where
 * it should not have been.
 */
export interface Notice {
  readonly id: NoticeId
  /** 1 when raised, one more with every update. Screens report what they paint by it. */
  readonly revision: number
  readonly content: NoticeContent
  readonly raisedAt: EpochMs
  readonly updatedAt: EpochMs
  readonly raisedBy: string
  /** What was said before and by whom, the first raising first; the last entry is what stands. */
  readonly history: readonly NoticeWording[]
  /** The revision each screen last reported as painted. */
  readonly painted: Readonly<Record<ScreenId, number>>
}

export interface NoticeWording {
  readonly revision: number
  readonly at: EpochMs
  readonly by: string
  readonly content: NoticeContent
}

/** A notice that raises itself when its time has come. */
export interface ScheduledNotice {
  readonly id: NoticeId
  readonly content: NoticeContent
  readonly raiseAt: EpochMs
  readonly by: string
}

/** A notice that was resolved: for a while the screens say that it works again. */
export interface EndedNotice {
  readonly id: NoticeId
  readonly content: NoticeContent
  readonly raisedAt: EpochMs
  readonly endedAt: EpochMs
  readonly endedBy: string
  /** People whose place was kept and who are called again. */
  readonly held: number
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

/**
 * The languages of the office that a notice names, the office's own first; null where it names none, or none that the
 * office still has.
 */
export function noticeLanguages(
  { languages: named = [] }: Pick<NoticeContent, 'languages'>,
  office: Pick<Office, 'language' | 'languages'>,
): readonly Language[] | null {
  const spoken = office.languages.filter((language) => named.includes(language))
  if (spoken.length === 0) return null
  return spoken.toSorted((a, b) => Number(b === office.language) - Number(a === office.language))
}

/** Notices with the gravest first. */
export function bySeverity(notices: readonly Notice[]): readonly Notice[] {
  const graded = ({ id, content: { kind, scope, newTickets } }: Notice) => ({
    id,
    kind,
    newTickets,
    office: scope.office,
  })
  return notices.toSorted((a, b) => byGravity(graded(a), graded(b)))
}
