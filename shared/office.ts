import { z } from 'zod'
import { isTimeZone } from './day.ts'
import { counterIdSchema, daySchema, serviceIdSchema, systemIdSchema } from './ids.ts'
import { languageSchema, textSchema } from './text.ts'

/**
 * The office document: what one building offers, where, when and in which languages. It is written by a person in YAML
 * and parsed here, once; an error names the field and what was expected. It holds no state: nothing in it changes
 * while people queue.
 */
export const officeLimits = {
  services: 26,
  counters: 60,
  systems: 20,
  nameLengthMax: 60,
  lineLengthMax: 160,
  ticketHeadingLengthMax: 60,
  ticketClosingLengthMax: 80,
  numberMax: 999,
} as const

const nameSchema = textSchema(officeLimits.nameLengthMax)
const letterSchema = z.string().regex(/^[A-Z]$/, 'one capital letter, A to Z')

/** Pictograms a service can carry; `display/ui/pictogram.tsx` draws each. */
export const pictograms = [
  'fingerprint',
  'id-card',
  'family',
  'letter',
  'certificate',
  'moving',
  'pick-up',
  'person',
  'child',
  'help',
] as const
export type Pictogram = (typeof pictograms)[number]

/** Service colours by role; the screens give each a shade that carries white words at 7:1. */
export const serviceColours = ['blue', 'teal', 'green', 'purple', 'brown', 'pink', 'slate', 'indigo'] as const
export type ServiceColour = (typeof serviceColours)[number]

/** A person writes "08:00"; once read, and in the ledger, it is minutes since local midnight. */
const clockSchema = z.union(
  [
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
      .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
    z
      .int()
      .min(0)
      .max(24 * 60),
  ],
  'a time of day such as "08:00"',
)

/** Open from `from` until `to`, minutes since local midnight. */
const spanSchema = z
  .strictObject({ from: clockSchema, to: clockSchema })
  .refine((span) => span.from < span.to, 'the opening time must be before the closing time')
const spansSchema = z.array(spanSchema).max(4)

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const weekSchema = z.strictObject({
  sunday: spansSchema.default([]),
  monday: spansSchema.default([]),
  tuesday: spansSchema.default([]),
  wednesday: spansSchema.default([]),
  thursday: spansSchema.default([]),
  friday: spansSchema.default([]),
  saturday: spansSchema.default([]),
})

const systemSchema = z.strictObject({ id: systemIdSchema, name: nameSchema })

const serviceSchema = z.strictObject({
  id: serviceIdSchema,
  letter: letterSchema,
  name: nameSchema,
  colour: z.enum(serviceColours),
  pictogram: z.enum(pictograms),
  /** Systems without which the service cannot be given. */
  needs: z.array(systemIdSchema).max(officeLimits.systems).default([]),
  /** Minutes one visit takes, until enough have been measured. */
  minutesTypical: z.number().min(0.5).max(240).default(6),
  /** Numbers given a day at the most; null for as many as the band holds. */
  quotaPerDay: z.int().min(1).max(officeLimits.numberMax).nullable().default(null),
  firstNumber: z.int().min(1).max(officeLimits.numberMax).default(1),
  lastNumber: z.int().min(1).max(officeLimits.numberMax).default(officeLimits.numberMax),
  bring: textSchema(officeLimits.lineLengthMax).nullable().default(null),
  /** Hours in which it is given, where they differ from the office's. */
  hours: weekSchema.nullable().default(null),
})

const counterSchema = z.strictObject({
  id: counterIdSchema,
  name: nameSchema,
  services: z.array(serviceIdSchema).min(1),
})

/**
 * A date, or every date from `date` to `until`, that differs from its weekday: a holiday (nothing is open), other hours
 * (`open`), or other hours for each weekday (`week`), as in the fasting month. A single date goes before a range, and what
 * is said of a service before what is said of all.
 */
const exceptionSchema = z.strictObject({
  date: daySchema,
  until: daySchema.nullable().default(null),
  name: nameSchema,
  open: spansSchema.default([]),
  week: weekSchema.nullable().default(null),
  /** Whose hours they are; null for the whole office, where they narrow what a service has of its own. */
  services: z.array(serviceIdSchema).min(1).nullable().default(null),
})

/** What becomes of people whom an outage sent home. */
const returnsSchema = z.strictObject({
  /** Days on which a return ticket is good, counted from its first one. */
  validDays: z.int().min(1).max(60).default(14),
  /** People of one service asked to come back on the same day, so that it does not drown. */
  perDay: z.int().min(1).max(officeLimits.numberMax).default(40),
  /** After this many in a row at a counter who came back, somebody of today comes first. */
  inARowMax: z.int().min(1).max(20).default(2),
})

/** What the office says about its ticket; the number, the service and the time are on it always. */
export const ticketWordsSchema = z.strictObject({
  /** A second line under the office's name, such as its address or telephone number. */
  heading: textSchema(officeLimits.ticketHeadingLengthMax).nullable().default(null),
  /** The last line; null for a word of thanks where there is room for it. */
  closing: textSchema(officeLimits.ticketClosingLengthMax).nullable().default(null),
  /** How many people are called before this one. */
  showAhead: z.boolean().default(true),
  /** The expected wait. */
  showWait: z.boolean().default(true),
  /** The code that leads a phone to the ticket's page. */
  showQr: z.boolean().default(true),
})

/** How loud the lobby is between two times of day, which may lie around midnight; 0 is silence, 1 is full. */
const volumeSchema = z.strictObject({ from: clockSchema, to: clockSchema, volume: z.number().min(0).max(1) })

/** What the lobby says aloud; null for the office's own language, softly at night. */
const voiceSchema = z.strictObject({
  /** Spoken languages; none for the chime alone. */
  languages: z.array(languageSchema).max(3),
  /** "A, nol, nol, satu" or "A, satu". */
  numbers: z.enum(['digits', 'cardinal']).default('digits'),
  /** Whether notices are spoken too. */
  notices: z.boolean().default(true),
  volumes: z.array(volumeSchema).max(12).default([]),
})

export const officeSchema = z
  .strictObject({
    name: nameSchema,
    timeZone: z.string().refine(isTimeZone, 'an IANA time zone such as "Asia/Jakarta"'),
    language: languageSchema.default('id'),
    languages: z.array(languageSchema).min(1).default(['id', 'en', 'su']),
    /** Where phones and QR codes find the hub, `http://…`; null for the machine's own address on the local network. */
    address: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    systems: z.array(systemSchema).max(officeLimits.systems).default([]),
    services: z.array(serviceSchema).min(1).max(officeLimits.services),
    counters: z.array(counterSchema).min(1).max(officeLimits.counters),
    /** Hours in which the counters serve and numbers are given; null for around the clock. */
    hours: weekSchema.nullable().default(null),
    /** From this time on numbers are given before the counters open, on days on which they do; null for not before. */
    numbersFrom: clockSchema.nullable().default(null),
    /** Whether the screens say "not yet confirmed" until somebody of the staff has confirmed today's services. */
    confirmEachDay: z.boolean().default(true),
    exceptions: z.array(exceptionSchema).max(400).default([]),
    /** After this many priority calls in a row at a counter, a waiting regular ticket comes first. */
    priorityInARowMax: z.int().min(1).max(20).default(3),
    returns: returnsSchema.prefault({}),
    ticket: ticketWordsSchema.prefault({}),
    voice: voiceSchema.nullable().default(null),
  })
  .check((check) => {
    const office = check.value
    const flaw = (path: (string | number)[], message: string) =>
      check.issues.push({ code: 'custom', input: office, path, message })
    const systems = new Set<string>(office.systems.map((system) => system.id))
    const services = new Set<string>(office.services.map((service) => service.id))
    twice(office.systems.map((system) => system.id)).forEach((i) => flaw(['systems', i, 'id'], 'is there twice'))
    twice(office.services.map((service) => service.id)).forEach((i) => flaw(['services', i, 'id'], 'is there twice'))
    twice(office.services.map((service) => service.letter)).forEach((i) =>
      flaw(['services', i, 'letter'], 'is taken by another service'),
    )
    twice(office.counters.map((counter) => counter.id)).forEach((i) => flaw(['counters', i, 'id'], 'is there twice'))
    const exceptionKey = ({ date, until, services: whose }: (typeof office.exceptions)[number]) =>
      `${date} ${until ?? date} ${whose?.toSorted().join(' ') ?? ''}`
    twice(office.exceptions.map(exceptionKey)).forEach((i) => flaw(['exceptions', i, 'date'], 'is there twice'))
    office.exceptions.forEach(({ date, until, open, week, services: whose }, i) => {
      if (until !== null && until < date) flaw(['exceptions', i, 'until'], 'must not be before date')
      if (week !== null && open.length > 0) flaw(['exceptions', i, 'week'], 'takes the place of open: only one of both')
      whose?.forEach((id, k) => {
        if (!services.has(id)) flaw(['exceptions', i, 'services', k], `no service has the id "${id}"`)
      })
    })
    office.services.forEach((service, i) => {
      service.needs.forEach((id, k) => {
        if (!systems.has(id)) flaw(['services', i, 'needs', k], `no system has the id "${id}"`)
      })
      if (service.firstNumber > service.lastNumber) flaw(['services', i, 'lastNumber'], 'must not be below firstNumber')
    })
    office.counters.forEach((counter, i) =>
      counter.services.forEach((id, k) => {
        if (!services.has(id)) flaw(['counters', i, 'services', k], `no service has the id "${id}"`)
      }),
    )
  })

export type Office = Readonly<z.infer<typeof officeSchema>>
export type Week = z.infer<typeof weekSchema>
export type TicketWords = Readonly<z.infer<typeof ticketWordsSchema>>
export type Service = Office['services'][number]
export type Counter = Office['counters'][number]
export type System = Office['systems'][number]

/**
 * Reads an office document. A wrong one gives lines such as `services.2.letter: one capital letter, A to Z`, one a
 * flaw, at most ten.
 */
export function parseOffice(document: unknown): { ok: true; office: Office } | { ok: false; flaws: readonly string[] } {
  const result = officeSchema.safeParse(document)
  if (result.success) return { ok: true, office: result.data }
  const flaws = result.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.') || 'office'}: ${issue.message}`)
  return { ok: false, flaws }
}

/** The places at which a name stands that stood before. */
function twice(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (names.indexOf(name) < i ? [i] : []))
}
