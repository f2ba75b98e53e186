import { mainKiosk, type KioskId } from '../../shared/ids.ts'
import type { TicketWords } from '../../shared/office.ts'
import { samplePaper } from '../../shared/views/agent.ts'
import type { SlipPaper } from '../../shared/views/printing.ts'
import { dayEndPaper, noticePaper } from '../../shared/views/slips.ts'
import type { PreviewAnswer, SlipAnswer, SlipRequest } from '../../shared/wire.ts'
import type { Clock } from '../clock.ts'
import type { HubServer, HubSocket } from './sockets.ts'
import type { Submit } from './submit.ts'

/**
 * Papers that are no tickets, on their way to a kiosk's printer. The hub keeps none: once the agent has taken one on,
 * it is the agent's, and one that is lost is asked for again. Who may ask for what is the gateway's business.
 */
export class Slips {
  readonly #io: HubServer
  readonly #parts: SlipsParts

  constructor(io: HubServer, parts: SlipsParts) {
    this.#io = io
    this.#parts = parts
  }

  /** Settles when the agent has taken it on, or within `takenMsMax` with the reason why it has not. */
  async print(request: SlipRequest): Promise<SlipAnswer> {
    const paper = this.#paperFor(request)
    if (paper === null) return { ok: false, refusal: { reason: 'no-such-notice' } }
    const agent = this.#agentOf(request.kind === 'test-strip' ? mainKiosk : request.kiosk)
    if (!agent) return noPrinter
    return new Promise((resolve) => {
      agent.timeout(takenMsMax).emit('slip', paper, (error: Error | null) => resolve(error ? noPrinter : { ok: true }))
    })
  }

  /** The office's ticket with these words of its own, as the main kiosk's printer would print it. */
  async preview(words: TicketWords): Promise<PreviewAnswer> {
    const { submit, clock, address } = this.#parts
    const agent = this.#agentOf(mainKiosk)
    if (!agent) return noPrinter
    const paper = samplePaper(submit.state, clock.now(), words, address())
    return new Promise((resolve) => {
      agent.timeout(takenMsMax).emit('preview', paper, (error: Error | null, picture: string | null) => {
        resolve(error || picture === null ? noPrinter : { ok: true, picture })
      })
    })
  }

  #paperFor(request: SlipRequest): SlipPaper | null {
    const { submit, clock, address } = this.#parts
    switch (request.kind) {
      case 'notice':
        return noticePaper(submit.state, request.notice, clock.now(), address())
      case 'day-end':
        return dayEndPaper(submit.state, clock.now())
      case 'test-strip':
        return { kind: 'test-strip', language: request.language }
      default:
        return request satisfies never
    }
  }

  /** The newest one: an agent whose link is half lost may still be on the list. */
  #agentOf(kiosk: KioskId): HubSocket | undefined {
    return [...this.#io.of('/').sockets.values()].findLast(
      ({ data }) => data.hello.as === 'agent' && data.kiosk === kiosk,
    )
  }
}

export interface SlipsParts {
  readonly submit: Submit
  readonly clock: Clock
  /** Where phones find this hub. */
  readonly address: () => string
}

const noPrinter: Extract<SlipAnswer, { ok: false }> = { ok: false, refusal: { reason: 'no-printer' } }
/** Shorter than a desk waits for an answer. */
const takenMsMax = 2_000
