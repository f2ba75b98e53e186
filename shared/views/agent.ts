import { paperLifeMs } from '../decide/paper.ts'
import { mainKiosk, ticketIdSchema, tokenSchema, type EpochMs, type KioskId } from '../ids.ts'
import { touches } from '../notice.ts'
import type { TicketWords } from '../office.ts'
import { promiseOf } from '../return-book.ts'
import { shortCode } from '../short-code.ts'
import type { OfficeState } from '../state.ts'
import type { PaperState, Ticket } from '../ticket.ts'
import { knownTicket } from '../ticket-book.ts'
import { affectedSentence } from '../words/notice-text.ts'
import { noticeViews } from './common.ts'
import type { AgentView, TicketPaper } from './printing.ts'

/** `address` is where phones find this hub, for instance `http://192.168.1.20:8080`. */
export function agentView(state: OfficeState, at: EpochMs, kiosk: KioskId, address: string): AgentView {
  const open = state.openPapers.map((id) => knownTicket(state.tickets, id)).filter((ticket) => ticket.kiosk === kiosk)
  return {
    kind: 'agent',
    wanted: open
      .filter(({ paper }) => paper.state === 'wanted' && at - paper.since <= paperLifeMs)
      .slice(0, jobsMax)
      .map((ticket) => ({
        ticket: ticket.id,
        attempt: ticket.paper.attempt,
        paper: ticketPaper(state, ticket, address),
      })),
    started: open
      .filter(({ paper }) => paper.state === 'started')
      .map(({ id, number, paper }) => ({ ticket: id, attempt: paper.attempt, number })),
  }
}

export function ticketPaper(state: OfficeState, ticket: Ticket, address: string): TicketPaper {
  const service = state.office.services.find(({ id }) => id === ticket.service)
  if (!service)
    throw new Error(`ticket ${ticket.id} is for the service "${ticket.service}", which the office does not have`)
  const show = state.office.ticket
  const promise = promiseOf(state.returns, ticket.token)
  const touching = new Set(
    state.notices.filter(({ content }) => touches(content.scope, service)).map((notice) => notice.id),
  )
  const gravest = noticeViews(state).find(({ id }) => touching.has(id))
  return {
    kind: 'ticket',
    language: state.office.language,
    office: state.office.name,
    heading: show.heading,
    letter: service.letter,
    service: service.name,
    number: ticket.number,
    class: ticket.class,
    takenAt: ticket.takenAt,
    timeZone: state.office.timeZone,
    ahead: show.showAhead ? ticket.ahead : null,
    wait: show.showWait ? ticket.wait : null,
    affected: gravest && !promise ? affectedSentence(gravest) : null,
    bring: service.bring,
    link: show.showQr ? `${address}/t/${ticket.token}` : null,
    code: shortCode(ticket.token),
    closing: show.closing,
    copy: ticket.paper.copy,
    comeBack: promise ? { from: promise.from, until: promise.until } : null,
  }
}

/** A ticket as it will look with these words of the office: nobody's, for the first service, of this moment. */
export function samplePaper(state: OfficeState, at: EpochMs, words: TicketWords, address: string): TicketPaper {
  const [service] = state.office.services
  if (!service) throw new Error('the office has no service')
  const paper: PaperState = { state: 'wanted', attempt: 1, copy: 0, since: at, reason: null }
  const sample: Ticket = {
    id: ticketIdSchema.parse(1),
    number: `${service.letter}042`,
    token: tokenSchema.parse('example-of-a-ticket-for-nobody'),
    service: service.id,
    class: 'regular',
    state: 'waiting',
    kiosk: mainKiosk,
    takenAt: at,
    ahead: 5,
    wait: { minutesMin: 20, minutesMax: 45 },
    counter: null,
    calledAt: null,
    servingAt: null,
    paper,
  }
  return ticketPaper({ ...state, office: { ...state.office, ticket: words }, notices: [] }, sample, address)
}

/** Papers handed to the agent at once; the rest follow as these are done. */
const jobsMax = 20
