import { describe, expect, it } from 'vitest'
import { flowLimits, initialFlow, isOverdue } from '../../kiosk/screen/flow.ts'
import { emptyReport, noticeOf } from '../../kiosk/screen/outage-report.ts'
import { noticeIdSchema } from '../../shared/ids.ts'
import { letters, moving, start, Visitor } from './kiosk-screen-visitor.ts'

describe('F-7 the outage key', () => {
  const content = noticeOf({ ...emptyReport, scope: { office: false, services: [letters], systems: [] } }, start)
  const reporting = () =>
    new Visitor()
      .does({ type: 'speak', language: 'su' })
      .does({ type: 'hold-key' })
      .does({ type: 'report', action: { type: 'service', service: letters, systems: [] } })
      .does({ type: 'report', action: { type: 'next' } })
      .does({ type: 'report', action: { type: 'cause', cause: 'cause_power' } })
      .types('Siti ')
      .does({ type: 'report', action: { type: 'next' } })
  const raising = () => reporting().types('482913').does({ type: 'raise', content })
  const reportOf = ({ flow }: Visitor) => (flow.page.kind === 'staff' ? flow.page.report : null)

  it('leads to a page for staff, in the language of the office', () => {
    const { flow } = new Visitor().does({ type: 'speak', language: 'su' }).does({ type: 'hold-key' })
    expect(flow).toEqual({ ...initialFlow(start), page: { kind: 'staff', report: emptyReport } })
  })

  it('raises once what was entered, with name and PIN', () => {
    const visitor = raising().does({ type: 'raise', content }).types('1')
    expect(visitor.flow.press?.order).toEqual({ type: 'RaiseByKey', name: 'Siti', pin: '482913', content })
    visitor.isAnswered({ ok: true, outcome: { kind: 'done' } })
    expect([reportOf(visitor)?.step, reportOf(visitor)?.pin, visitor.flow.press]).toEqual(['raised', '', null])
  })

  it('raises nothing before the PIN is whole', () => {
    expect(reporting().types('48291').does({ type: 'raise', content }).flow.press).toBe(null)
  })

  it('takes what somebody else has raised meanwhile for done', () => {
    const refusal = { reason: 'notice-already-raised', notice: noticeIdSchema.parse(1) } as const
    expect(reportOf(raising().isAnswered({ ok: false, refusal }))?.step).toBe('raised')
  })

  it('says why not, and forgets the PIN', () => {
    const refusal = { reason: 'wrong-name-or-pin' } as const
    expect(reportOf(raising().isAnswered({ ok: false, refusal }))).toMatchObject({
      step: 'pin',
      name: 'Siti ',
      pin: '',
      trouble: refusal,
    })
    const unanswered = raising().waits(flowLimits.answerMsMax)
    expect([isOverdue(unanswered.flow), reportOf(unanswered)?.trouble, unanswered.flow.press]).toEqual([
      false,
      'no-answer',
      null,
    ])
  })

  it('leaves nothing behind after a minute, nor for whoever presses a ticket button', () => {
    const visitor = reporting()
      .types('4829')
      .waits(flowLimits.typingMsMax - 500)
    expect(reportOf(visitor)?.pin).toBe('4829')
    expect(visitor.waits(500).flow).toEqual(initialFlow(visitor.at))
    const next = reporting().types('4829').pushes(moving)
    expect([next.flow.page, next.flow.press?.order]).toEqual([
      { kind: 'home' },
      { type: 'TakeTicket', service: moving, class: 'regular' },
    ])
  })

  it('goes back step by step', () => {
    const visitor = reporting().types('48')
    const steps = Array.from({ length: 4 }, () => reportOf(visitor.does({ type: 'leave' }))?.step ?? null)
    expect([steps, visitor.flow]).toEqual([['name', 'why', 'what', null], initialFlow(start)])
  })

  it('does nothing while a visitor waits for an answer, and a scanner does nothing on its page', () => {
    expect(new Visitor().chooses().does({ type: 'hold-key' }).flow.page.kind).toBe('home')
    const before = reporting()
    expect(reporting().does({ type: 'scan', code: 'a-code' }).flow).toEqual(before.flow)
  })
})
