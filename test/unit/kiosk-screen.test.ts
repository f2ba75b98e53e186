import { describe, expect, it } from 'vitest'
import { paperShown } from '../../kiosk/screen/paper-shown.ts'
import { isSameTouch, sameTouchLimits } from '../../kiosk/screen/touch.ts'
import { buttonName, expectedWait, shortWait } from '../../kiosk/screen/words.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { mainKiosk, ticketIdSchema } from '../../shared/ids.ts'
import { initialState } from '../../shared/state.ts'
import { languages } from '../../shared/language.ts'
import { kioskView, type KioskPaper, type KioskPrinter, type KioskService } from '../../shared/views/kiosk.ts'
import en from '../../shared/words/kiosk/en.json' with { type: 'json' }
import id from '../../shared/words/kiosk/id.json' with { type: 'json' }
import su from '../../shared/words/kiosk/su.json' with { type: 'json' }

const view = kioskView({ ...initialState, office: exampleOffice }, 0, mainKiosk, new Set(), 'http://hub')
const [recording] = view.services
if (!recording) throw new Error('the example office has no service')
const service = (change: Partial<KioskService>): KioskService => ({ ...recording, ...change })

describe('the words of a service', () => {
  const wait = { minutesMin: 10, minutesMax: 15 }

  it('begin with its name, say how many wait and how long', () => {
    expect(languages.map((language) => buttonName(service({ waiting: 3, wait }), language))).toEqual([
      'Perekaman KTP-el, 3 menunggu, sekitar 10 sampai 15 menit',
      'Identity card recording, 3 waiting, about 10 to 15 minutes',
      'Ngarekam KTP-el, 3 ngantosan, kinten-kinten 10 dugi ka 15 menit',
    ])
  })

  it('promise no time where it cannot be told or nobody waits', () => {
    const names = [service({ waiting: 3, wait: null }), service({ waiting: 0, wait })].map((one) =>
      buttonName(one, 'en'),
    )
    expect(names).toEqual(['Identity card recording, 3 waiting', 'Identity card recording, nobody waiting'])
    expect(shortWait(service({ waiting: 0, wait }), 'en')).toBe(null)
  })

  it.each([
    ['warned', 'Identity card recording, 3 waiting. Please read before you take a number.'],
    ['stopped', 'Identity card recording, not available now. Touch to read why.'],
    ['full', 'Identity card recording, no more numbers today. Touch to read more.'],
    ['closed', 'Identity card recording, closed now. Touch to read more.'],
  ] as const)('say that it is %s', (availability, name) => {
    expect(buttonName(service({ waiting: 3, wait, availability }), 'en')).toBe(name)
  })

  it('say long waits in hours, and never from nothing', () => {
    const waits = [
      { minutesMin: 0, minutesMax: 5 },
      { minutesMin: 10, minutesMax: 10 },
      { minutesMin: 60, minutesMax: 120 },
      { minutesMin: 70, minutesMax: 145 },
      { minutesMin: 55, minutesMax: 125 },
    ]
    expect(waits.map((wait) => [shortWait(service({ waiting: 1, wait }), 'en'), expectedWait(wait, 'en')])).toEqual([
      ['up to 5 minutes', 'Expected wait: at most 5 minutes'],
      ['10 minutes', 'Expected wait: about 10 minutes'],
      ['60–120 minutes', 'Expected wait: 60 to 120 minutes'],
      ['1–3 hours', 'Expected wait: 1 to 3 hours'],
      ['up to 3 hours', 'Expected wait: at most 3 hours'],
    ])
  })

  it('are there in every language', () => {
    expect([Object.keys(en), Object.keys(su)]).toEqual([Object.keys(id), Object.keys(id)])
    const holes = (sentence: string) => sentence.match(/\{\w+\}/g)?.sort() ?? []
    const keys = Object.keys(id) as (keyof typeof id)[]
    expect(keys.map((key) => [key, holes(en[key]), holes(su[key])])).toEqual(
      keys.map((key) => [key, holes(id[key]), holes(id[key])]),
    )
  })
})

describe('the paper a visitor is told of', () => {
  const ticket = ticketIdSchema.parse(7)
  const ready = { state: 'ready', paperLow: false } as const
  const shown = (state: KioskPaper['state'] | null, printer: KioskPrinter = ready) =>
    paperShown({ ...view, printer, papers: state ? [{ ticket, number: 'A007', state }] : [] }, ticket)

  it('may be asked for again only where certainly nothing came out', () => {
    const states = [null, 'wanted', 'started', 'printed', 'sent', 'refused', 'dropped', 'unknown'] as const
    expect(states.map((state) => [state, shown(state).state, shown(state).mayAskAgain])).toEqual([
      [null, 'printing', false],
      ['wanted', 'printing', false],
      ['started', 'printing', false],
      ['printed', 'printed', false],
      ['sent', 'printed', false],
      ['refused', 'not-printed', true],
      ['dropped', 'not-printed', true],
      ['unknown', 'unsure', false],
    ])
  })

  it('is not waited for from a printer that is known to be in trouble or away', () => {
    const printers: KioskPrinter[] = [{ state: 'absent' }, { state: 'trouble', trouble: 'paper-out' }]
    expect(printers.map((printer) => shown('wanted', printer))).toEqual([
      { state: 'not-printed', mayAskAgain: false },
      { state: 'not-printed', mayAskAgain: false },
    ])
  })
})

describe('two touches', () => {
  const first = { x: 500, y: 500, at: 1_000 }
  const { distancePxMax, gapMsMax } = sameTouchLimits

  it('are one at the same place and nearly the same time', () => {
    expect([
      isSameTouch(null, first),
      isSameTouch(first, { x: 500 + distancePxMax, y: 500, at: 1_000 + gapMsMax }),
      isSameTouch(first, { x: 500, y: 500, at: 1_001 + gapMsMax }),
      isSameTouch(first, { x: 501 + distancePxMax, y: 500, at: 1_050 }),
    ]).toEqual([false, true, false, false])
  })

  it('on a key are one only when they tremble', () => {
    const { keyGapMsMax } = sameTouchLimits
    const touched = [keyGapMsMax, keyGapMsMax + 1].map((gap) =>
      isSameTouch(first, { ...first, at: 1_000 + gap }, keyGapMsMax),
    )
    expect(touched).toEqual([true, false])
  })
})
