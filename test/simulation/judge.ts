/**
 * Holds the first promise that was broken. Nothing is thrown where it is seen, because the program under test catches
 * what is thrown inside it; whoever drives the run looks after every step.
 */
export class Judge {
  #broken: Breach | null = null

  get broken(): Breach | null {
    return this.#broken
  }

  must(holds: boolean, promise: Promised, flaw: () => string): void {
    if (!holds) this.#broken ??= { promise, flaw: flaw() }
  }
}

export interface Breach {
  readonly promise: Promised
  readonly flaw: string
}

/**
 * What is held all the time. The first seven are the promises of the design; the others are what they rest on.
 *
 * number      a number once per service and day; an acknowledged ticket is in the ledger; resends give one ticket
 * paper       one original at the most; a reprint says COPY; what is not known is asked
 * day         numbers restart once per date, and never because a clock went back
 * notice      after healing every screen shows the notices that stand, and within a second while nothing is wrong
 * stale       a screen that lost the hub says so; a call is sounded once on a screen, and never an old one
 * apart       what is dead stops nothing else
 * private     a view for the public holds no token
 * return      a return ticket is used once
 * replay      the ledger read again gives the same state, whole
 * version     versions of views never go back, and no screen goes back in time
 * hub         the program itself never breaks: no message ends it, nothing is logged as an error
 */
export type Promised =
  | 'number'
  | 'paper'
  | 'day'
  | 'notice'
  | 'stale'
  | 'apart'
  | 'private'
  | 'return'
  | 'replay'
  | 'version'
  | 'hub'
