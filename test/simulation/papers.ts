import { shortCode } from '../../shared/short-code.ts'
import { allTickets } from '../../shared/ticket-book.ts'
import type { Issued } from './witness.ts'
import type { World } from './world.ts'

/**
 * Holds what really came out of the printers against what was given and against what the ledger says of every paper: one
 * line a flaw.
 */
export function papersFlaws(world: World): readonly string[] {
  const { witness } = world.stage
  const flaws: string[] = []
  const given = new Map([...witness.tickets.values()].map((issued) => [nameOf(issued), issued]))
  /** Pieces by ticket and copy: how many there are, and how many of them are whole. */
  const lying = new Map<string, { all: number; whole: number }>()
  for (const { tray } of world.printers) {
    for (const piece of tray) {
      if (piece.kind !== 'ticket') continue
      const { number, code, takenAt, copy, isWhole } = piece
      const name = `${number} ${code} ${takenAt}`
      if (!given.has(name)) flaws.push(`the paper of ${number} ${code} is nobody's ticket`)
      const { all, whole } = lying.get(`${name}/${copy}`) ?? none
      lying.set(`${name}/${copy}`, { all: all + 1, whole: whole + (isWhole ? 1 : 0) })
    }
  }
  for (const [name, { all }] of lying) if (all > 1) flaws.push(`${all} papers of ${name} came out (0 is the original)`)

  for (const [name, { ticket, number }] of given) {
    const attempts = witness.attempts.get(ticket) ?? []
    for (const copy of new Set(attempts.map((attempt) => attempt.copy))) {
      const outcomes = attempts.filter((attempt) => attempt.copy === copy).map(({ outcome }) => outcome)
      const { all, whole } = lying.get(`${name}/${copy}`) ?? none
      const isSettled = outcomes.some((outcome) => outcome === 'printed' || outcome === 'sent')
      if (isSettled && whole === 0) flaws.push(`copy ${copy} of ${number} is called printed, and does not lie there`)
      if (all > 0 && outcomes.every((outcome) => outcome === 'refused'))
        flaws.push(`copy ${copy} of ${number} is called refused, and lies there`)
    }
  }
  for (const { number, paper } of allTickets(witness.state.tickets))
    if (paper.state === 'started') flaws.push(`the paper of ${number} was begun, and nobody says what came of it`)
  return flaws
}

function nameOf({ number, token, takenAt }: Pick<Issued, 'number' | 'token' | 'takenAt'>): string {
  return `${number} ${shortCode(token)} ${takenAt}`
}

const none = { all: 0, whole: 0 }
