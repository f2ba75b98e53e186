import type { ServiceId } from '../../shared/ids.ts'
import type { Flow } from './flow.ts'

/** The service of which a ticket is being taken; null where none is. */
export function pressedService({ press }: Flow): ServiceId | null {
  return press?.order.type === 'TakeTicket' || press?.order.type === 'TakeReturnTicket' ? press.order.service : null
}
