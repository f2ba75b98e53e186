/**
 * `after` with every part that equals the same part of `before` taken from there. Views come as fresh JSON each time;
 * what has not changed stays the same object, so that components can tell.
 */
export function keepEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((part: unknown, i) => keepEqual(before[i], part))
    return same(before, kept) ? (before as T) : (kept as T)
  }
  if (isRecord(before) && isRecord(after)) {
    const kept = Object.fromEntries(Object.entries(after).map(([key, part]) => [key, keepEqual(before[key], part)]))
    return same(Object.entries(before).flat(), Object.entries(kept).flat()) ? (before as T) : (kept as T)
  }
  return after
}

function same(before: readonly unknown[], kept: readonly unknown[]): boolean {
  return before.length === kept.length && kept.every((part, i) => Object.is(part, before[i]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
