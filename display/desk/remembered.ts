/** What a desk remembers between visits: the counter worked at, and who signed in last. */
export interface Memory {
  readonly recall: (key: 'counter' | 'name') => string | null
  readonly remember: (key: 'counter' | 'name', value: string) => void
}

/** The memory of this browser. Where it forbids storage it remembers nothing, and the desk works. */
export const browserMemory: Memory = {
  recall: (key) => {
    try {
      return localStorage.getItem(`loket-desk-${key}`)
    } catch {
      return null
    }
  },
  remember: (key, value) => {
    try {
      localStorage.setItem(`loket-desk-${key}`, value)
    } catch {
      return
    }
  },
}
