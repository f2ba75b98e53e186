import type { Operation } from './operation.ts'

/** Room for this many carried-out operations is given back at a time. */
const staleMax = 1024

/** Operations in the order they came, counted in bytes: what is in the printer's receive buffer. */
export class OperationQueue {
  #operations: Operation[] = []
  #next = 0
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get first(): Operation | undefined {
    return this.#operations[this.#next]
  }

  add(operation: Operation): void {
    this.#operations.push(operation)
    this.#bytes += operation.length
  }

  removeFirst(): void {
    this.#bytes -= this.first?.length ?? 0
    this.#next++
    if (this.#next < staleMax || this.#next < this.#operations.length / 2) return
    this.#operations = this.#operations.slice(this.#next)
    this.#next = 0
  }
}
