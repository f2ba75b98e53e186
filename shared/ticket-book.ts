import type { TicketId, Token } from './ids.ts'
import type { Ticket } from './ticket.ts'

/**
 * The tickets of one day by id, as a value that never changes: adding or replacing a ticket gives a new book that
 * shares all but one leaf with the old one, so that a day of thousands stays cheap. Ids follow each other without
 * gaps from `firstId`.
 */
export interface TicketBook {
  readonly firstId: number
  readonly count: number
  readonly leaves: readonly (readonly Ticket[])[]
}

export function emptyBook(firstId: number): TicketBook {
  return { firstId, count: 0, leaves: [] }
}

export function ticketOf(book: TicketBook, id: TicketId): Ticket | undefined {
  const index = id - book.firstId
  return index < 0 ? undefined : book.leaves[Math.floor(index / leafSize)]?.[index % leafSize]
}

/** The ticket of this id; that it exists has been decided before, so a missing one is a fault of ours. */
export function knownTicket(book: TicketBook, id: TicketId): Ticket {
  const ticket = ticketOf(book, id)
  if (!ticket) throw new Error(`ticket ${id} is not in the book of today`)
  return ticket
}

export function withTicket(book: TicketBook, ticket: Ticket): TicketBook {
  const index = ticket.id - book.firstId
  if (index < 0 || index > book.count)
    throw new Error(`ticket ${ticket.id} does not follow ${book.firstId + book.count}`)
  const at = Math.floor(index / leafSize)
  const leaf = [...(book.leaves[at] ?? [])]
  leaf[index % leafSize] = ticket
  const leaves = [...book.leaves]
  leaves[at] = leaf
  return { firstId: book.firstId, count: Math.max(book.count, index + 1), leaves }
}

export function allTickets(book: TicketBook): readonly Ticket[] {
  return book.leaves.flat()
}

/** The ticket that carries this token. The first question to a book makes its index, the rest are look-ups. */
export function ticketByToken(book: TicketBook, token: Token): Ticket | undefined {
  let index = tokens.get(book)
  if (!index) {
    index = new Map(allTickets(book).map((ticket) => [ticket.token, ticket]))
    tokens.set(book, index)
  }
  return index.get(token)
}

const tokens = new WeakMap<TicketBook, ReadonlyMap<Token, Ticket>>()

const leafSize = 64
