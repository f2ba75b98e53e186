/**
 * What the technician may read afterwards: one JSON line an entry, on standard error, where the service manager keeps
 * it. It never holds a PIN, a code, a token or a name of the public.
 */
export interface Log {
  info(what: string, details?: Readonly<Record<string, unknown>>): void
  error(what: string, details?: Readonly<Record<string, unknown>>): void
}
