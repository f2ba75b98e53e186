import type { TicketId } from '../../shared/ids.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'

/**
 * What a visitor is told of the paper, which is less than the office knows of it.
 *
 * printing     it is on its way
 * printed      it came out, or every byte of it went to a printer that cannot say more
 * not-printed  nothing came out, or nothing can: the number on the screen is all there is
 * unsure       it may have come out: only eyes can tell
 */
export interface PaperShown {
  readonly state: 'printing' | 'printed' | 'not-printed' | 'unsure'
  /** Certainly nothing came out, so that asking once more cannot make two. */
  readonly mayAskAgain: boolean
}

export function paperShown(view: KioskView, ticket: TicketId): PaperShown {
  // The answer to a press may overtake the view that shows its paper.
  const state = view.papers.find((paper) => paper.ticket === ticket)?.state ?? 'wanted'
  switch (state) {
    case 'wanted':
      return view.printer.state === 'ready' ? printing : { state: 'not-printed', mayAskAgain: false }
    case 'started':
      return printing
    case 'printed':
    case 'sent':
      return { state: 'printed', mayAskAgain: false }
    case 'refused':
    case 'dropped':
      return { state: 'not-printed', mayAskAgain: true }
    case 'unknown':
      return { state: 'unsure', mayAskAgain: false }
    default:
      return state satisfies never
  }
}

const printing: PaperShown = { state: 'printing', mayAskAgain: false }
