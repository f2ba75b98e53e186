import { describe, expect, it } from 'vitest'
import type { PaperOutcome, PrinterReport } from '../../shared/commands.ts'
import { paperLifeMs } from '../../shared/decide/paper.ts'
import { mainKiosk } from '../../shared/ids.ts'
import { stateLimits } from '../../shared/state.ts'
import { ticketOf } from '../../shared/ticket-book.ts'
import { cards, hall } from '../core/small-office.ts'
import {
  agent,
  by,
  confirmPaper,
  kiosk,
  on,
  printAgain,
  reportPaper,
  reportPrinter,
  siti,
  startPrinting,
  take,
  ticketId,
  type Step,
} from '../core/steps.ts'
import { accepted, attempt, dayMs, further, given, when, type Story } from '../core/story.ts'

const first = { ticket: ticketId(1), attempt: 1 }
const outOfPaper: PaperOutcome = { kind: 'refused', reason: 'paper-out' }
const silent: PaperOutcome = { kind: 'unknown', reason: 'no-answer' }
const well: PrinterReport = { trouble: null, paperLow: false, speaks: true, confirms: true, detail: '' }

/** A step in the same second as the story's last one. */
const atOnce = (story: Story, step: Step) => on(story.at + 1000, step)

describe('one paper', () => {
  it('P1 it is wanted, started and reported, each as one fact', () => {
    const taken = given(take(cards))
    expect(paper(taken)).toEqual({ state: 'wanted', attempt: 1, copy: 0, since: taken.at, reason: null })
    expect(taken.state.openPapers).toEqual([1])

    expect(when(taken, atOnce(taken, startPrinting(1)))).toEqual(accepted({ type: 'PrintingStarted', ...first }))
    const started = further(taken, atOnce(taken, startPrinting(1)))
    expect(paper(started)).toEqual({ ...paper(taken), state: 'started', since: started.at })

    const outcomes: PaperOutcome[] = [{ kind: 'printed' }, { kind: 'sent' }, outOfPaper, silent]
    expect(outcomes.map((outcome) => when(started, reportPaper(1, outcome)))).toEqual(
      outcomes.map((outcome) => accepted({ type: 'PaperReported', ...first, outcome })),
    )
    const reported = outcomes.map((outcome) => further(started, reportPaper(1, outcome)))
    expect(reported.map((story) => [paper(story)?.state, paper(story)?.reason, story.state.openPapers])).toEqual([
      ['printed', null, []],
      ['sent', null, []],
      ['refused', 'paper-out', [1]],
      ['unknown', 'no-answer', [1]],
    ])
  })

  it('P2 only the agent of its own kiosk prints and reports, and only what is wanted', () => {
    const taken = given(take(cards))
    const stranger = { kind: 'agent', kiosk: hall } as const
    for (const actor of [stranger, kiosk, siti]) {
      expect(reason(taken, by(actor, startPrinting(1)))).toBe('not-your-kiosk')
      expect(reason(taken, by(actor, reportPaper(1, { kind: 'printed' })))).toBe('not-your-kiosk')
    }
    expect(reason(taken, startPrinting(2))).toBe('no-such-ticket')
    expect(reason(taken, startPrinting(1, 2))).toBe('paper-not-wanted')
    expect(reason(taken, reportPaper(1, { kind: 'printed' }))).toBe('paper-not-wanted')
    const started = further(taken, atOnce(taken, startPrinting(1)))
    expect(reason(started, startPrinting(1))).toBe('paper-not-wanted')
    expect(reason(started, reportPaper(1, { kind: 'printed' }, 2))).toBe('paper-not-wanted')
  })

  it('P1 P4 after paper that may have come out, what follows is a copy', () => {
    const started = printing(given(take(cards)))
    for (const outcome of [{ kind: 'printed' }, { kind: 'sent' }, silent] as const) {
      const reported = further(started, reportPaper(1, outcome))
      expect(when(reported, printAgain(1))).toEqual(
        accepted({ type: 'PaperAskedFor', ticket: ticketId(1), attempt: 2, copy: 1 }),
      )
    }
  })

  it('P1 P4 after paper that certainly did not come out, what follows is still the original', () => {
    const refused = further(printing(given(take(cards))), reportPaper(1, outOfPaper))
    expect(when(refused, printAgain(1))).toEqual(
      accepted({ type: 'PaperAskedFor', ticket: ticketId(1), attempt: 2, copy: 0 }),
    )
    const again = further(refused, printAgain(1))
    expect(paper(again)).toEqual({ state: 'wanted', attempt: 2, copy: 0, since: again.at, reason: null })
    expect(reason(again, startPrinting(1, 1))).toBe('paper-not-wanted')
  })

  it('P1 a copy that did not come out is asked for again as the same copy', () => {
    const copy = further(printing(given(take(cards))), reportPaper(1, silent), printAgain(1))
    const refused = further(printing(copy, 2), reportPaper(1, outOfPaper, 2))
    expect(when(refused, printAgain(1))).toEqual(
      accepted({ type: 'PaperAskedFor', ticket: ticketId(1), attempt: 3, copy: 1 }),
    )
  })

  it('P4 paper under way is not asked for a second time', () => {
    const taken = given(take(cards))
    expect(reason(taken, atOnce(taken, printAgain(1)))).toBe('paper-under-way')
    expect(reason(printing(taken), printAgain(1))).toBe('paper-under-way')
    expect(reason(taken, printAgain(2))).toBe('no-such-ticket')
  })

  it('P3 paper not begun in time is dropped, and begun in time is not', () => {
    const taken = given(take(cards))
    expect(when(taken, on(taken.at + paperLifeMs, startPrinting(1)))).toEqual(
      accepted({ type: 'PrintingStarted', ...first }),
    )
    const late = on(taken.at + paperLifeMs + 1, startPrinting(1))
    expect(when(taken, late)).toEqual(accepted({ type: 'PaperDropped', ...first }))
    const dropped = further(taken, late)
    expect(paper(dropped)?.state).toBe('dropped')
    expect(dropped.state.openPapers).toEqual([])
    expect(reason(dropped, startPrinting(1))).toBe('paper-not-wanted')
    expect(when(dropped, printAgain(1))).toEqual(
      accepted({ type: 'PaperAskedFor', ticket: ticketId(1), attempt: 2, copy: 0 }),
    )
  })

  it('P3 a clock that went back does not keep old paper young', () => {
    const taken = given(take(cards))
    expect(when(taken, on(taken.at - 60 * 60_000, startPrinting(1)))).toEqual(
      accepted({ type: 'PaperDropped', ...first }),
    )
    expect(when(taken, on(taken.at - 1000, startPrinting(1)))).toEqual(accepted({ type: 'PrintingStarted', ...first }))
  })

  it('P4 paper that no agent came for can be asked for again once it is too old to be printed', () => {
    const taken = given(take(cards))
    expect(when(taken, on(taken.at + paperLifeMs + 1, printAgain(1)))).toEqual(
      accepted({ type: 'PaperAskedFor', ticket: ticketId(1), attempt: 2, copy: 0 }),
    )
    expect(when(taken, on(taken.at + paperLifeMs + 1, by(kiosk, printAgain(1))))).toMatchObject({ ok: true })
  })

  it('P5 a visitor asks again only for paper that certainly did not come out, at the own kiosk', () => {
    const started = printing(given(take(cards)))
    const refused = further(started, reportPaper(1, outOfPaper))
    expect(when(refused, by(kiosk, printAgain(1)))).toMatchObject({ ok: true })
    expect(reason(refused, by({ kind: 'kiosk', kiosk: hall }, printAgain(1)))).toBe('not-your-kiosk')
    for (const outcome of [{ kind: 'printed' }, { kind: 'sent' }, silent] as const)
      expect(reason(further(started, reportPaper(1, outcome)), by(kiosk, printAgain(1)))).toBe('not-allowed')
  })

  it('P6 a person who looked confirms paper that is in doubt, and no other', () => {
    const taken = given(take(cards))
    const doubted = further(printing(taken), reportPaper(1, silent))
    expect(when(doubted, confirmPaper(1))).toEqual(accepted({ type: 'PaperConfirmed', ticket: ticketId(1) }))
    const confirmed = further(doubted, confirmPaper(1))
    expect(paper(confirmed)).toEqual({ state: 'printed', attempt: 1, copy: 0, since: confirmed.at, reason: null })
    expect(confirmed.state.openPapers).toEqual([])
    expect(reason(taken, confirmPaper(1))).toBe('paper-not-in-doubt')
    expect(reason(confirmed, confirmPaper(1))).toBe('paper-not-in-doubt')
    expect(reason(taken, confirmPaper(7))).toBe('no-such-ticket')
  })

  it('P8 the latest unsettled papers are kept in view, when no printer settles any', () => {
    const count = stateLimits.openPapers + 5
    const { openPapers } = given(...Array.from({ length: count }, () => take(cards))).state
    expect(openPapers).toEqual(Array.from({ length: stateLimits.openPapers }, (_, i) => i + 6))
  })

  it('T12 paper of yesterday is not known any more', () => {
    const started = printing(given(take(cards)))
    expect(reason(started, on(started.at + dayMs, reportPaper(1, { kind: 'printed' })))).toBe('no-such-ticket')
  })
})

describe('the printer', () => {
  it('P7 its report is kept when it differs from the one before, and outlives the day', () => {
    const reported = given(reportPrinter(well))
    expect(when(given(), reportPrinter(well))).toEqual(
      accepted({ type: 'PrinterReported', kiosk: mainKiosk, report: well }),
    )
    expect(when(reported, reportPrinter({ ...well }))).toEqual(accepted())
    const low = further(reported, reportPrinter({ ...well, paperLow: true }))
    expect(low.state.printers).toEqual({ [mainKiosk]: { ...well, paperLow: true } })
    expect(further(low, on(low.at + dayMs, take(cards))).state.printers).toEqual(low.state.printers)
  })

  it('P7 only an agent reports its printer', () => {
    expect(reason(given(), by(kiosk, reportPrinter(well)))).toBe('not-allowed')
    expect(reason(given(), by(agent, reportPrinter(well)))).toBe('accepted')
  })
})

function printing(story: Story, number = 1): Story {
  return further(story, on(story.at + 1000, startPrinting(1, number)))
}

function paper(story: Story) {
  return ticketOf(story.state.tickets, ticketId(1))?.paper
}

function reason(story: Story, step: Step): string {
  const { decision } = attempt(story, step)
  return decision.ok ? 'accepted' : decision.refusal.reason
}

describe('a paper that may have come out', () => {
  it('P8 is asked about however many others follow it', () => {
    const others = Array.from({ length: stateLimits.openPapers + 50 }, () => take(cards))
    const unknown = [take(cards), startPrinting(1), reportPaper(1, silent)]
    const { openPapers } = given(...unknown, ...others).state
    expect(openPapers).toHaveLength(stateLimits.openPapers)
    expect(openPapers[0]).toBe(1)
  })
})
