import type { Command, PrinterReport } from '../../shared/commands.ts'
import type { Answer } from '../../shared/outcome.ts'
import type { PrinterPort, PrinterStatus } from '../../hardware/printer/port.ts'

/**
 * Tells the hub how the printer is: the newest state, one report at a time. What changed and changed again while the
 * hub was away is not told afterwards. A report that fails is given again with the next change or `tell`.
 */
export class PrinterReports {
  readonly #printer: Pick<PrinterPort, 'status' | 'onStatus'>
  readonly #give: (command: Command) => Promise<Answer>
  readonly #unsubscribe: () => void
  #isUnderWay = false
  #isDue = false
  #isStopped = false

  /** `give` settles with a refusal only when trying again is of no use. */
  constructor(printer: Pick<PrinterPort, 'status' | 'onStatus'>, give: (command: Command) => Promise<Answer>) {
    this.#printer = printer
    this.#give = give
    this.#unsubscribe = printer.onStatus(() => this.tell())
  }

  tell(): void {
    this.#isDue = true
    if (!this.#isUnderWay) void this.#run()
  }

  stop(): void {
    this.#isStopped = true
    this.#unsubscribe()
  }

  async #run(): Promise<void> {
    this.#isUnderWay = true
    while (this.#isDue && !this.#isStopped) {
      this.#isDue = false
      await this.#give({ type: 'ReportPrinter', report: reportOf(this.#printer.status()) })
    }
    this.#isUnderWay = false
  }
}

function reportOf({ trouble, paperLow, speaks, confirms, detail }: PrinterStatus): PrinterReport {
  return { trouble, paperLow, speaks, confirms, detail: detail.slice(0, 300) }
}
