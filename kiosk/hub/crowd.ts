/** Counts connections, so that strangers cannot take them all; a whole village may share one address. */
export class Crowd {
  readonly #perAddress = new Map<string, number>()
  #all = 0

  isFull(address: string): boolean {
    return this.#all >= 6_500 || (this.#perAddress.get(address) ?? 0) >= 1_500
  }

  came(address: string): void {
    this.#all++
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1)
  }

  left(address: string): void {
    this.#all--
    const others = (this.#perAddress.get(address) ?? 1) - 1
    if (others === 0) this.#perAddress.delete(address)
    else this.#perAddress.set(address, others)
  }
}
