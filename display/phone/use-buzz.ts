import { useEffect, useRef } from 'react'
import type { PhoneTicket } from '../../shared/views/phone.ts'

/**
 * Lets the phone buzz once for each call that comes while the page is open, and again when the number is called again.
 * A page that is opened on a number called long ago stays still. Browsers without it, or that do not allow it, do
 * nothing: the page says the same in words.
 */
export function useBuzz(ticket: PhoneTicket | null | undefined): void {
  const call = ticket ? (ticket.state === 'called' ? ticket.calledAt : null) : undefined
  const known = useRef(call)
  useEffect(() => {
    const before = known.current
    known.current = call
    if (before === undefined || call === undefined || call === null || call === before) return
    // Safari has no such function, whatever the types say.
    if ('vibrate' in navigator) navigator.vibrate(buzzMs)
  }, [call])
}

/** Buzz, pause, buzz: felt in a bag, and over at once. */
const buzzMs = [400, 200, 400]
