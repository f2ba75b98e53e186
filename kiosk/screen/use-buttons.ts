import { useEffect } from 'react'
import type { KioskService } from '../../shared/views/kiosk.ts'
import type { Action } from './visit.ts'

/**
 * Physical ticket buttons, which a button box or the board sends as the keys F1 to F12: services in the office's
 * order. A key that is held repeats itself; only its first stroke counts. `services` is empty while a press could not
 * be answered; `outageKey` may be one of these keys, and is then no ticket button.
 */
export function useButtons(services: readonly KioskService[], outageKey: string, act: (action: Action) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const number = buttonNumber(event)
      if (number === null || event.code === outageKey) return
      event.preventDefault()
      const service = services[number - 1]
      if (!service || event.repeat) return
      const { id, availability, givesReturns } = service
      act({ type: 'choose', service: id, availability, by: 'key', givesReturns })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [services, outageKey, act])
}

/** 1 to 12 for a ticket button; null for other keys and for a technician's Alt+F4 and its like. */
function buttonNumber({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): number | null {
  const number = /^F([1-9]|1[0-2])$/.exec(code)?.[1]
  return number === undefined || altKey || ctrlKey || metaKey ? null : Number(number)
}
