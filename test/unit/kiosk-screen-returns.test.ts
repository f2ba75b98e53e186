import { describe, expect, it } from 'vitest'
import { flowLimits, initialFlow, isOverdue } from '../../kiosk/screen/flow.ts'
import { daySchema, ticketIdSchema, tokenSchema } from '../../shared/ids.ts'
import type { Answer } from '../../shared/outcome.ts'
import { letters, moving, numberPage, outcome, start, taken, Visitor } from './kiosk-screen-visitor.ts'

const promise = {
  kind: 'return-taken',
  ticket: ticketIdSchema.parse(8),
  number: 'D008',
  token: tokenSchema.parse('token-0000000000000001'),
  from: daySchema.parse('2026-11-25'),
  until: daySchema.parse('2026-12-08'),
} as const
const promised: Answer = { ok: true, outcome: promise }
const promisePage = { kind: 'number', taken: { ...promise, kind: 'return' }, paper: 'printing', refusal: null } as const
const code = 'http://hub/t/token-0000000000000001'
const acceptedPage = { ...numberPage, taken: { ...taken, class: 'return' } } as const

describe('a return ticket', () => {
  const stopped = () => new Visitor().chooses(letters, 'stopped').does({ type: 'take-return', service: letters })

  it('takes a touch on what is stopped and one on the offer, whatever class was chosen', () => {
    const visitor = stopped()
    expect(visitor.flow.press?.order).toEqual({ type: 'TakeReturnTicket', service: letters })
    expect(visitor.isAnswered(promised).flow).toEqual({ ...initialFlow(start), page: promisePage })
  })

  it('is one, however often the offer is touched', () => {
    const visitor = stopped()
    const { press } = visitor.flow
    visitor.does({ type: 'take-return', service: letters }).chooses(moving).does({ type: 'leave' })
    expect(visitor.flow.press).toBe(press)
  })

  it('says why there is none', () => {
    const refusal = { reason: 'too-many-returns' } as const
    expect(stopped().isAnswered({ ok: false, refusal }).flow.page).toEqual({
      kind: 'service',
      service: letters,
      refusal,
    })
  })

  it('that is not answered sends people to the desk, like a number', () => {
    expect(isOverdue(stopped().waits(flowLimits.answerMsMax).flow)).toBe(true)
  })

  it('is printed again, and leaves the screen, like a number', () => {
    const visitor = stopped().isAnswered(promised)
    visitor.meets({ type: 'paper', ticket: promise.ticket, state: 'not-printed' }).does({ type: 'print-again' })
    expect(visitor.flow.press?.order).toEqual({ type: 'PrintAgain', ticket: promise.ticket })
    expect(visitor.isAnswered({ ok: true, outcome: { kind: 'done' } }).waits(44_000).flow.page.kind).toBe('number')
    expect(visitor.waits(1_000).flow).toEqual(initialFlow(visitor.at))
  })
})

describe('coming back with a return ticket', () => {
  const typing = (signs: string) => new Visitor().does({ type: 'have-return' }).types(signs)

  it('is scanned on any page, without touching anything', () => {
    const pages = [
      new Visitor(),
      new Visitor().does({ type: 'read-notices' }),
      new Visitor().chooses(moving, 'stopped'),
      typing('D00'),
    ]
    for (const visitor of pages) {
      visitor.does({ type: 'scan', code })
      expect(visitor.flow.press?.order).toEqual({ type: 'UseReturnTicket', code })
      expect(visitor.isAnswered().flow.page).toEqual(acceptedPage)
    }
  })

  it('is typed sign by sign, and used once it is whole', () => {
    const visitor = typing('d008bcd').does({ type: 'use-return' })
    expect([visitor.flow.press, visitor.flow.page]).toEqual([null, { kind: 'code', typed: 'D008BCD', refusal: null }])
    visitor.types('F').does({ type: 'use-return' }).does({ type: 'use-return' }).types('G')
    expect(visitor.flow.press).toEqual({
      id: 'act-11',
      order: { type: 'UseReturnTicket', code: 'D008 BCDF' },
      at: start,
      state: 'asked',
    })
    expect(visitor.isAnswered().flow.page).toEqual(acceptedPage)
  })

  it('of today brings the old place back, with its number, or the typed one where the office does not tell it', () => {
    const told: Answer = { ok: true, outcome: { kind: 'ticket-resumed', ticket: promise.ticket, number: 'D009' } }
    expect(new Visitor().does({ type: 'scan', code }).isAnswered(told).flow.page).toEqual({
      kind: 'resumed',
      ticket: promise.ticket,
      number: 'D009',
    })
    const resumed: Answer = { ok: true, outcome: { kind: 'ticket-resumed', ticket: promise.ticket, number: null } }
    const typed = typing('D008BCDF').does({ type: 'use-return' }).isAnswered(resumed)
    const scanned = new Visitor().does({ type: 'scan', code }).isAnswered(resumed)
    expect([typed.flow.page, scanned.flow.page]).toEqual([
      { kind: 'resumed', ticket: promise.ticket, number: 'D008' },
      { kind: 'resumed', ticket: promise.ticket, number: null },
    ])
    expect(typed.does({ type: 'speak', language: 'su' }).does({ type: 'leave' }).flow).toEqual(initialFlow(start))
  })

  it('that nobody knows can be mended, and any other refusal is said on a page of its own', () => {
    const unknown = { reason: 'no-such-return' } as const
    const early = { reason: 'return-too-early', from: promise.from } as const
    const typed = typing('D008BCDF').does({ type: 'use-return' }).isAnswered({ ok: false, refusal: unknown })
    expect(typed.flow.page).toEqual({ kind: 'code', typed: 'D008BCDF', refusal: unknown })
    expect(typed.does({ type: 'type', key: 'Backspace' }).flow.page).toEqual({
      kind: 'code',
      typed: 'D008BCD',
      refusal: null,
    })
    const scanned = typing('D00').does({ type: 'scan', code }).isAnswered({ ok: false, refusal: unknown })
    expect(scanned.flow.page).toEqual({ kind: 'code', typed: '', refusal: unknown })
    const tooEarly = new Visitor().does({ type: 'scan', code }).isAnswered({ ok: false, refusal: early })
    expect(tooEarly.flow.page).toEqual({ kind: 'not-accepted', refusal: early })
  })

  it('leaves half a code on the screen for a minute, and not for the next visitor', () => {
    const visitor = typing('D00').waits(flowLimits.typingMsMax - 500)
    expect(visitor.flow.page).toEqual({ kind: 'code', typed: 'D00', refusal: null })
    expect(visitor.waits(500).flow).toEqual(initialFlow(visitor.at))
  })

  it('begins for the next person while a number stands', () => {
    const visitor = new Visitor().does({ type: 'speak', language: 'en' }).chooses().isAnswered()
    visitor.does({ type: 'scan', code })
    expect([visitor.flow.page, visitor.flow.language]).toEqual([{ kind: 'home' }, null])
    expect(visitor.flow.press?.order).toEqual({ type: 'UseReturnTicket', code })
  })
})

describe('F-6 a paper that lies under the scanner', () => {
  const scanned = () => new Visitor().does({ type: 'scan', code }).isAnswered()

  it('is read once while its number is shown, and does not keep it on the screen', () => {
    const visitor = scanned().meets({ type: 'paper', ticket: outcome.ticket, state: 'printed' })
    for (let second = 1; second < 12; second++) {
      visitor.waits(1_000).does({ type: 'scan', code })
      expect([visitor.flow.press, visitor.flow.page.kind]).toEqual([null, 'number'])
    }
    expect(visitor.waits(1_000).flow.page).toEqual({ kind: 'home' })
  })

  it('is not read again until it was away for 10 s', () => {
    const visitor = scanned().does({ type: 'leave' }).waits(6_000).does({ type: 'scan', code })
    expect(visitor.flow.press).toBe(null)
    expect(visitor.waits(9_500).does({ type: 'scan', code }).flow.press).toBe(null)
    expect(visitor.waits(10_000).does({ type: 'scan', code }).flow.press?.order).toEqual({
      type: 'UseReturnTicket',
      code,
    })
  })

  it('is read when it is held there after the page that asks for it was opened', () => {
    const visitor = scanned().does({ type: 'leave' }).waits(10_000).does({ type: 'have-return' })
    expect(visitor.does({ type: 'scan', code }).flow.press?.id).toBe('act-4')
  })

  it('waits for nobody: another paper is read at once', () => {
    expect(scanned().does({ type: 'scan', code: 'other' }).flow.press?.order).toEqual({
      type: 'UseReturnTicket',
      code: 'other',
    })
  })

  it('gives nothing while another press is unanswered', () => {
    const { flow } = new Visitor().chooses().does({ type: 'scan', code })
    expect(flow.press?.order.type).toBe('TakeTicket')
  })
})
