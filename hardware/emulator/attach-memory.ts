import type { EmulatedPrinter } from './device.ts'

/** A host's end of the cable inside the same process. */
export interface MemoryCable {
  /** Sends bytes; false when the printer takes no more for now (they are kept). */
  write(bytes: Uint8Array): boolean
  onData(listener: (bytes: Uint8Array) => void): () => void
  /** Called once, when the cable is pulled or taken over. */
  onGone(listener: () => void): () => void
  close(): void
}

/** Plugs the printer into this process: no file, no socket, no delay. */
export function attachMemory(device: EmulatedPrinter): MemoryCable {
  const dataListeners = new Set<(bytes: Uint8Array) => void>()
  const goneListeners = new Set<() => void>()
  let flowing = true
  const end = device.connect({
    reply: (bytes) => dataListeners.forEach((listener) => listener(bytes)),
    flow: (reading) => {
      flowing = reading
    },
    gone: () => goneListeners.forEach((listener) => listener()),
  })
  return {
    write(bytes) {
      end.receive(bytes)
      return flowing
    },
    onData(listener) {
      dataListeners.add(listener)
      return () => dataListeners.delete(listener)
    },
    onGone(listener) {
      goneListeners.add(listener)
      return () => goneListeners.delete(listener)
    },
    close: () => end.disconnect(),
  }
}
