/**
 * A part of the simulation that breaks its contract on purpose, to show that a run sees it.
 *
 * card-answers-early    the ledger's card says that something is safe before it is
 * callers-forget-ids    an order that is given again gets a new id
 * printers-deny-paper   a printer says that nothing came out although something did
 */
export type Sabotage = 'card-answers-early' | 'callers-forget-ids' | 'printers-deny-paper'
