import { CornerUpLeft, Star, type LucideIcon } from 'lucide-react'
import type { DeskTicket } from '../../shared/views/desk.ts'
import type { DeskKey } from './desk-context.ts'

/** How the classes of tickets are shown: a mark and a word for those that go before others, nothing for the rest. */
type TicketClass = DeskTicket['class']

export const classLabels: Readonly<Record<TicketClass, DeskKey | null>> = {
  regular: null,
  priority: 'priority',
  return: 'return_class',
}

export const classNotes: Readonly<Record<TicketClass, DeskKey | null>> = {
  regular: null,
  priority: 'is_priority',
  return: 'is_return',
}

export const classIcons: Readonly<Record<TicketClass, LucideIcon | null>> = {
  regular: null,
  priority: Star,
  return: CornerUpLeft,
}
