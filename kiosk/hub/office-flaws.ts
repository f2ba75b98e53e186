import type { z } from 'zod'
import { officeSchema, type Office } from '../../shared/office.ts'

/**
 * Reads an office document as `parseOffice` does, and says in plain words what is wrong with one a person wrote: lines
 * such as `services.2.letter: one capital letter, A to Z`, one a flaw, at most ten. A line names the field, says that it
 * is missing where it is, and what is expected there. What the schema says in words of its own is left as it is.
 */
export function readOffice(document: unknown): { ok: true; office: Office } | { ok: false; flaws: readonly string[] } {
  const result = officeSchema.safeParse(document, { error: plainWords })
  if (result.success) return { ok: true, office: result.data }
  const flaws = result.error.issues
    .slice(0, flawsMax)
    .map((issue) => `${issue.path.join('.') || 'office'}: ${issue.message}`)
  return { ok: false, flaws }
}

/** What is expected in place of what is there; undefined leaves it to the schema. */
function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  const expected = expectedBy(issue)
  if (expected === undefined) return undefined
  return issue.input === undefined ? `is missing; expected ${expected}` : `expected ${expected}`
}

function expectedBy(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? 'another kind of value'
    case 'invalid_union':
      return 'a text, or a text for each language (id, en, su)'
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `no field named ${issue.keys.join(', ')} here; look at its spelling and how far it is indented`
    case 'too_small':
      return sizeOf(issue.origin, 'at least', issue.minimum)
    case 'too_big':
      return sizeOf(issue.origin, 'at most', issue.maximum)
    case 'invalid_format':
      return formats[issue.format] ?? 'it to be written another way'
    default:
      return undefined
  }
}

function sizeOf(origin: string, bound: string, limit: number | bigint): string {
  if (origin === 'array') return `${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  if (origin === 'string') return `${bound} ${limit} ${limit === 1 ? 'letter' : 'letters'}`
  return `a number, ${bound} ${limit}`
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry after a hyphen',
  object: 'fields with values, as in name: value',
}

const formats: Readonly<Record<string, string>> = {
  url: 'an address such as http://192.168.1.10:8080',
  date: 'a date such as "2026-11-24"',
}

const flawsMax = 10
