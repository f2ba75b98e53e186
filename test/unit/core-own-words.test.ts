import { describe, expect, it } from 'vitest'
import type { TicketWords } from '../../shared/office.ts'
import { preparedIdSchema, preparedLimits, preparedTextSchema, type PreparedText } from '../../shared/prepared-text.ts'
import { screenLimits, type ScreenSettings } from '../../shared/screens.ts'
import { serviceIdSchema, screenIdSchema } from '../../shared/ids.ts'
import { commandSchema, staffCommandSchema, supervisorCommandSchema } from '../../shared/commands.ts'
import { deskView } from '../../shared/views/desk.ts'
import { cards, letters, smallOffice } from '../core/small-office.ts'
import { on, setOffice, siti, television, turnDay, type Step } from '../core/steps.ts'
import { accepted, dayMs, further, given, morning, reason, when } from '../core/story.ts'

const text = (id: string, words = 'Server pusat terganggu.'): PreparedText =>
  preparedTextSchema.parse({ id, kind: 'outage', says: 'cause', text: words })
const save = (one: PreparedText): Step => ({ actor: siti, command: { type: 'SavePreparedText', text: one } })
const remove = (id: string): Step => ({
  actor: siti,
  command: { type: 'RemovePreparedText', text: preparedIdSchema.parse(id) },
})

describe('prepared texts', () => {
  it('O12 are saved under their id, in place of one that has it, and removed by it', () => {
    expect(when(given(), save(text('server')))).toEqual(accepted({ type: 'PreparedTextSaved', text: text('server') }))
    const two = given(save(text('server')), save(text('power')))
    expect(two.state.preparedTexts).toEqual([text('server'), text('power')])
    const changed = further(two, save(text('server', 'Jaringan terputus.')))
    expect(changed.state.preparedTexts).toEqual([text('power'), text('server', 'Jaringan terputus.')])
    expect(deskView(changed.state, changed.at, new Set(), []).preparedTexts).toEqual(changed.state.preparedTexts)
    expect(when(changed, remove('power'))).toEqual(
      accepted({ type: 'PreparedTextRemoved', text: preparedIdSchema.parse('power') }),
    )
    const removed = further(changed, remove('power'))
    expect(removed.state.preparedTexts).toEqual([text('server', 'Jaringan terputus.')])
    expect(reason(removed, remove('power'))).toBe('no-such-text')
  })

  it('O12 sixty at the most, and these can still be changed', () => {
    const sixty = Array.from({ length: preparedLimits.texts }, (_, i) => save(text(`text-${i}`)))
    const full = given(...sixty)
    expect(reason(full, save(text('one-more')))).toBe('too-many-texts')
    expect(reason(full, save(text('text-7', 'Listrik padam.')))).toBe('accepted')
    expect(reason(further(full, remove('text-7')), save(text('one-more')))).toBe('accepted')
  })

  it('O12 D6 outlive the day', () => {
    const story = given(save(text('server')), on(morning + dayMs, turnDay))
    expect(story.state.preparedTexts).toEqual([text('server')])
  })
})

describe('the words of the ticket', () => {
  const words: TicketWords = {
    ...smallOffice.ticket,
    closing: { id: 'Sampai jumpa', en: 'Bye', su: 'Mangga' },
    showQr: false,
  }
  const set: Step = { actor: siti, command: { type: 'SetTicketWords', words } }

  it('O13 are changed and nothing else of the document', () => {
    const office = { ...smallOffice, ticket: words }
    expect(when(given(), set)).toEqual(accepted({ type: 'OfficeSet', office }))
    const story = given(set)
    expect(story.state.office).toEqual(office)
    expect(deskView(story.state, story.at, new Set(), []).ticketWords).toEqual(words)
    expect(further(story, setOffice(smallOffice)).state.office).toEqual(smallOffice)
  })

  it('O13 by a supervisor', () => {
    expect(staffCommandSchema.safeParse(set.command).success).toBe(false)
    expect(supervisorCommandSchema.safeParse(set.command).success).toBe(true)
    const office = { type: 'SetOffice', office: smallOffice }
    expect([supervisorCommandSchema, commandSchema].map((schema) => schema.safeParse(office).success)).toEqual([
      false,
      true,
    ])
  })
})

describe('the names of the TVs', () => {
  const shown = (shows: ScreenSettings['shows'], screen = television): ScreenSettings => ({
    screen,
    name: 'Pintu',
    shows,
  })
  const name = (settings: ScreenSettings): Step => ({ actor: siti, command: { type: 'SetScreen', settings } })
  const forget: Step = { actor: siti, command: { type: 'ForgetScreen', screen: television } }
  const everything = { kind: 'everything' } as const

  it('O14 are said, said anew and taken back, and outlive the day', () => {
    expect(when(given(), name(shown(everything)))).toEqual(accepted({ type: 'ScreenSet', settings: shown(everything) }))
    const story = given(name(shown(everything)), name(shown({ kind: 'notices' })), on(morning + dayMs, turnDay))
    expect(story.state.screens).toEqual([shown({ kind: 'notices' })])
    expect(when(story, forget)).toEqual(accepted({ type: 'ScreenForgotten', screen: television }))
    expect(further(story, forget).state.screens).toEqual([])
    expect(reason(given(), forget)).toBe('no-such-screen')
  })

  it('O14 with services that there are, and a hundred at the most', () => {
    expect(reason(given(), name(shown({ kind: 'services', services: [cards, letters] })))).toBe('accepted')
    const unknown = serviceIdSchema.parse('unknown')
    expect(reason(given(), name(shown({ kind: 'services', services: [cards, unknown] })))).toBe('no-such-service')
    const screens = Array.from({ length: screenLimits.screens }, (_, i) => screenIdSchema.parse(`screen-${i}-x`))
    const full = given(...screens.map((screen) => name(shown(everything, screen))))
    expect(reason(full, name(shown(everything)))).toBe('too-many-screens')
    expect(reason(full, name(shown({ kind: 'notices' }, screens[3])))).toBe('accepted')
  })
})
