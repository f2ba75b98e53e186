import { useEffect } from 'react'
import type { KioskService } from '../../shared/views/kiosk.ts'
import type { Action } from './flow.ts'

/**
 * Physical ticket buttons, which a button box or the board sends as the keys F1 to F12: services in the office's
 * order. A key that is held repeats itself; only its first stroke counts. `services` is empty while a press could not
 * be answered.
 */
export function useButtons(services: readonly KioskService[], act: (action: Action) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const number = buttonNumber(event)
      if (number === null) return
      event.preventDefault()
      const service = services[number - 1]
      if (!service || event.repeat) return
      act({ type: 'choose', service: service.id, availability: service.availability, by: 'key' })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [services, act])
}

/** 1 to 12 for a ticket button; null for other keys and for a technician's Alt+F4 and its like. */
function buttonNumber({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): number | null {
  const number = /^F([1-9]|1[0-2])$/.exec(code)?.[1]
  return number === undefined || altKey || ctrlKey || metaKey ? null : Number(number)
}
