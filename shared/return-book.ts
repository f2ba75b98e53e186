import type { Day, ServiceId, TicketId, Token } from './ids.ts'
import type { TicketClass } from './views/printing.ts'

/**
 * The return tickets of an office by token, as a value that never changes: adding, replacing or removing one gives a
 * new book that shares all but one bucket with the old one, so that sending three hundred people home stays cheap
 * while thousands of promises stand.
 */
export interface ReturnBook {
  readonly count: number
  readonly buckets: readonly (readonly ReturnPromise[])[]
}

/**
 * A return ticket: the promise to somebody sent home by an outage that the paper they hold brings them near the front
 * on another day, once. The paper is the one they have; its token is the promise's name.
 */
export interface ReturnPromise {
  readonly token: Token
  /** The number on the paper. */
  readonly number: string
  readonly given: Day
  readonly service: ServiceId
  readonly class: TicketClass
  /** The first and the last date on which it is good. */
  readonly from: Day
  readonly until: Day
  /** When it was used; null as long as it can be. */
  readonly usedOn: Day | null
  /** The ticket it was used for. */
  readonly usedFor: TicketId | null
}

const bucketCount = 128

export const noReturns: ReturnBook = { count: 0, buckets: Array.from({ length: bucketCount }, () => []) }

export function promiseOf(book: ReturnBook, token: string): ReturnPromise | undefined {
  return book.buckets[bucketOf(token)]?.find((promise) => promise.token === token)
}

export function allPromises(book: ReturnBook): readonly ReturnPromise[] {
  return book.buckets.flat()
}

/** The book with this promise, in the place of the one of the same token. */
export function withPromise(book: ReturnBook, promise: ReturnPromise): ReturnBook {
  const at = bucketOf(promise.token)
  const bucket = book.buckets[at] ?? []
  const known = bucket.findIndex(({ token }) => token === promise.token)
  return known < 0
    ? { count: book.count + 1, buckets: book.buckets.with(at, [...bucket, promise]) }
    : { count: book.count, buckets: book.buckets.with(at, bucket.with(known, promise)) }
}

export function withoutPromise(book: ReturnBook, token: Token): ReturnBook {
  const at = bucketOf(token)
  const bucket = book.buckets[at] ?? []
  const others = bucket.filter((promise) => promise.token !== token)
  if (others.length === bucket.length) return book
  return { count: book.count - 1, buckets: book.buckets.with(at, others) }
}

/** FNV-1a, 32 bits: every letter of the token counts. */
function bucketOf(token: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193) >>> 0
  return hash % bucketCount
}
