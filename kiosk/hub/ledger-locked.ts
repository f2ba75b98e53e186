/**
 * Why a ledger that is whole cannot be opened, as the ledger's worker says it to the hub in its one line. They are told
 * from damage by being equal to one of these: a technician must not be sent to put a backup in place of a good ledger.
 */
export const ledgerInUse =
  'Loket is already running with this data folder. Stop that one first, or name another folder with --data.'

export const ledgerNotWritable =
  'The data folder cannot be written to by the user that runs Loket. Give that user the folder, or name another one with --data.'

export function isLocked(what: string): boolean {
  return what === ledgerInUse || what === ledgerNotWritable
}
