import { describe, expect, it } from 'vitest'
import { flowLimits, initialFlow, isOverdue } from '../../kiosk/screen/flow.ts'
import { ticketIdSchema } from '../../shared/ids.ts'
import { given, letters, moving, numberPage, outcome, start, Visitor } from './kiosk-screen-visitor.ts'

describe('the way to a number', () => {
  it('takes one touch on an open service', () => {
    const visitor = new Visitor().chooses()
    expect(visitor.flow.press).toEqual({
      id: 'act-1',
      order: { type: 'TakeTicket', service: letters, class: 'regular' },
      at: start,
      state: 'asked',
    })
    expect(visitor.isAnswered().flow).toEqual({ ...initialFlow(start), page: numberPage })
  })

  it('takes two touches with priority', () => {
    const { flow } = new Visitor().does({ type: 'prefer', class: 'priority' }).chooses()
    expect(flow.press?.order).toEqual({ type: 'TakeTicket', service: letters, class: 'priority' })
  })

  it.each(['stopped', 'closed', 'full', 'warned'] as const)(
    'leads to what is to be read where a service is %s',
    (state) => {
      const { flow } = new Visitor().chooses(letters, state)
      expect([flow.page, flow.press]).toEqual([{ kind: 'service', service: letters, refusal: null }, null])
    },
  )

  it('goes on to a number for whoever has read the warning', () => {
    const { flow } = new Visitor().chooses(letters, 'warned').does({ type: 'take', service: letters })
    expect(flow.press?.order).toEqual({ type: 'TakeTicket', service: letters, class: 'regular' })
  })

  it('says why there is no number', () => {
    const refusal = { reason: 'quota-reached' } as const
    const { flow } = new Visitor().chooses().isAnswered({ ok: false, refusal })
    expect([flow.page, flow.press]).toEqual([{ kind: 'service', service: letters, refusal }, null])
  })

  it('leads back from a page, keeping what was chosen', () => {
    const { flow } = new Visitor()
      .does({ type: 'speak', language: 'su' })
      .does({ type: 'prefer', class: 'priority' })
      .chooses(letters, 'stopped')
      .does({ type: 'leave' })
    expect([flow.page, flow.language, flow.class]).toEqual([{ kind: 'home' }, 'su', 'priority'])
  })
})

describe('F-1 one press at a time', () => {
  it('makes one press of a double touch, and of touches elsewhere until it is answered', () => {
    const visitor = new Visitor().chooses()
    const { press } = visitor.flow
    visitor.chooses().chooses(moving).chooses(moving, 'stopped').does({ type: 'take', service: moving })
    visitor.does({ type: 'read-notices' }).does({ type: 'leave' })
    expect([visitor.flow.press, visitor.flow.page]).toEqual([press, { kind: 'home' }])
  })

  it('keeps the page it was made on', () => {
    const { flow } = new Visitor()
      .chooses(letters, 'warned')
      .does({ type: 'take', service: letters })
      .does({ type: 'leave' })
    expect(flow.page).toEqual({ kind: 'service', service: letters, refusal: null })
  })

  it('lets the language be chosen meanwhile', () => {
    expect(new Visitor().chooses().does({ type: 'speak', language: 'en' }).flow.language).toBe('en')
  })
})

describe('F-2 the number shown answers the press', () => {
  it('ignores the answer to another press', () => {
    const visitor = new Visitor().chooses()
    const before = visitor.flow
    expect(visitor.isAnswered(given, 'another').flow).toBe(before)
  })
})

describe('F-3 a press without an answer', () => {
  it('is said to have failed after 8 s and not before', () => {
    const visitor = new Visitor().chooses().waits(flowLimits.answerMsMax - 500)
    expect(isOverdue(visitor.flow)).toBe(false)
    expect(isOverdue(visitor.waits(500).flow)).toBe(true)
  })

  it('still shows its number when the answer comes while the person is there', () => {
    const { flow } = new Visitor().chooses().waits(20_000).isAnswered()
    expect([flow.page, flow.press]).toEqual([numberPage, null])
  })

  it('shows its number to nobody once the person has been given time to leave', () => {
    const visitor = new Visitor()
      .does({ type: 'speak', language: 'en' })
      .chooses()
      .waits(8_000 + 30_000)
    expect([isOverdue(visitor.flow), visitor.flow.language]).toEqual([true, null])
    const { flow } = visitor.isAnswered()
    expect([flow.page, flow.press]).toEqual([{ kind: 'home' }, null])
  })

  it('keeps its lock until it is answered, so that nobody else is kept waiting in the same line', () => {
    const { flow } = new Visitor().chooses().waits(60_000).chooses(moving)
    expect(flow.press?.order).toEqual({ type: 'TakeTicket', service: letters, class: 'regular' })
  })

  it('is said to have failed at once where the link lost it', () => {
    expect(isOverdue(new Visitor().chooses().isAnswered(null).flow)).toBe(true)
  })
})

describe('F-4 the next visitor begins afresh', () => {
  const shows = (visitor: Visitor) => visitor.flow.page.kind

  it.each([
    ['printed', flowLimits.printedMsMax],
    ['not-printed', flowLimits.unprintedMsMax],
    ['unsure', flowLimits.unprintedMsMax],
    ['printing', flowLimits.unprintedMsMax],
  ] as const)('leaves a number whose paper is %s on the screen for %i ms', (state, ms) => {
    const visitor = new Visitor().does({ type: 'speak', language: 'en' }).does({ type: 'prefer', class: 'priority' })
    visitor.chooses().isAnswered().meets({ type: 'paper', ticket: outcome.ticket, state })
    expect(shows(visitor.waits(ms - 1))).toBe('number')
    expect(visitor.waits(1).flow).toEqual(initialFlow(visitor.at))
  })

  it('counts from when the paper came, not from the press', () => {
    const visitor = new Visitor().chooses().isAnswered().waits(11_000)
    visitor.meets({ type: 'paper', ticket: outcome.ticket, state: 'printed' })
    expect(shows(visitor.waits(11_000))).toBe('number')
  })

  it('ignores the paper of another ticket', () => {
    const visitor = new Visitor().chooses().isAnswered()
    const before = visitor.flow
    visitor.meets({ type: 'paper', ticket: ticketIdSchema.parse(6), state: 'printed' })
    expect(visitor.flow).toBe(before)
  })

  it('goes home from any other page after 30 s, and not while somebody touches it', () => {
    const visitor = new Visitor().chooses(letters, 'stopped').waits(29_000).does({ type: 'stay' }).waits(29_000)
    expect(shows(visitor)).toBe('service')
    expect(shows(visitor.waits(1_000))).toBe('home')
  })

  it('forgets a language and a priority nobody used', () => {
    const visitor = new Visitor().does({ type: 'speak', language: 'su' }).does({ type: 'prefer', class: 'priority' })
    expect(visitor.waits(30_000).flow).toEqual(initialFlow(visitor.at))
  })

  it('does nothing on a screen nobody touched', () => {
    const visitor = new Visitor()
    const before = visitor.flow
    expect(visitor.waits(60_000).flow).toBe(before)
  })

  it('ends at once with Done', () => {
    const visitor = new Visitor().does({ type: 'speak', language: 'su' }).chooses().isAnswered().does({ type: 'leave' })
    expect(visitor.flow).toEqual(initialFlow(start))
  })
})

describe('printing again', () => {
  const unprinted = () =>
    new Visitor().chooses().isAnswered().meets({ type: 'paper', ticket: outcome.ticket, state: 'not-printed' })

  it('asks once for the ticket shown', () => {
    const visitor = unprinted().does({ type: 'print-again' }).does({ type: 'print-again' })
    expect(visitor.flow.press).toEqual({
      id: 'act-2',
      order: { type: 'PrintAgain', ticket: outcome.ticket },
      at: start,
      state: 'asked',
    })
    expect(visitor.isAnswered({ ok: true, outcome: { kind: 'done' } }).flow.press).toBe(null)
  })

  it('keeps the number on the screen, with the reason, when it is refused', () => {
    const refusal = { reason: 'paper-under-way' } as const
    const { flow } = unprinted().does({ type: 'print-again' }).isAnswered({ ok: false, refusal })
    expect(flow.page).toEqual({ ...numberPage, paper: 'not-printed', refusal })
  })

  it('keeps the number on the screen when there is no answer', () => {
    const { flow } = unprinted().does({ type: 'print-again' }).waits(flowLimits.answerMsMax)
    expect([flow.page.kind, flow.press]).toEqual(['number', null])
  })

  it('does not hold up the next visitor', () => {
    const { flow } = unprinted().does({ type: 'print-again' }).does({ type: 'leave' }).chooses(moving)
    expect(flow.press?.order).toEqual({ type: 'TakeTicket', service: moving, class: 'regular' })
  })
})

describe('F-5 physical buttons', () => {
  it('give one press when held or bouncing, and the next one after the lock', () => {
    const visitor = new Visitor().pushes(letters, 'open').isAnswered().waits(2_400).pushes(letters, 'open')
    expect([visitor.flow.page, visitor.flow.press]).toEqual([numberPage, null])
    expect(visitor.waits(100).pushes(letters, 'open').flow.press?.id).toBe('act-3')
  })

  it('begin for the next person while a number stands', () => {
    const visitor = new Visitor().does({ type: 'speak', language: 'en' }).chooses().isAnswered().pushes(moving, 'open')
    expect([visitor.flow.page, visitor.flow.language]).toEqual([{ kind: 'home' }, null])
    expect(visitor.flow.press?.order).toEqual({ type: 'TakeTicket', service: moving, class: 'regular' })
  })

  it('go on to a number or a return ticket when pressed again where there is one, and nowhere else', () => {
    const warned = new Visitor().pushes(letters, 'warned').waits(2_500).pushes(letters, 'warned')
    expect(warned.flow.press?.order).toEqual({ type: 'TakeTicket', service: letters, class: 'regular' })
    const stopped = new Visitor().pushes(letters, 'stopped').waits(2_500).pushes(letters, 'stopped')
    expect([stopped.flow.press, stopped.flow.page.kind]).toEqual([null, 'service'])
    const sentHome = new Visitor().pushes(letters, 'stopped', true).waits(2_500)
    expect([sentHome.flow.press, sentHome.flow.page.kind]).toEqual([null, 'service'])
    sentHome.pushes(letters, 'stopped', true)
    expect(sentHome.flow.press?.order).toEqual({ type: 'TakeReturnTicket', service: letters })
  })
})
