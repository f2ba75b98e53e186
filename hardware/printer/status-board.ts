import type { PrinterStatus } from './port.ts'

/** The newest truth about one printer, for whoever wants to hear of it. A status that says nothing new is not told. */
export class StatusBoard {
  readonly #listeners = new Set<(status: PrinterStatus) => void>()
  #status: PrinterStatus = {
    trouble: 'offline',
    paperLow: false,
    speaks: false,
    confirms: false,
    detail: 'not connected yet',
  }

  get status(): PrinterStatus {
    return this.#status
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<PrinterStatus>): void {
    const status = { ...this.#status, ...change }
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return
    this.#status = status
    for (const listener of this.#listeners) listener(status)
  }
}
