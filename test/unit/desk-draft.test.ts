import { describe, expect, it } from 'vitest'
import {
  contentOf,
  hasOwnWords,
  newsAt,
  settled,
  unchangedContent,
  withoutOwnWords,
  withWaiting,
} from '../../display/desk/draft-content.ts'
import { flawOf } from '../../display/desk/draft-flaws.ts'
import {
  draftOf,
  emptyDraft,
  reduceDraft,
  type DraftAction,
  type NoticeDraft,
} from '../../display/desk/notice-draft.ts'
import { preparedFor, preparedText } from '../../display/desk/prepared-texts.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { noticeIdSchema, serviceIdSchema, systemIdSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { noticeContentSchema, noticeKinds, noticeLimits } from '../../shared/notice.ts'

const now = Date.parse('2026-11-24T09:41:20+07:00')
const minute = 60_000
const server = systemIdSchema.parse('national-server')
const recording = serviceIdSchema.parse('id-card-recording')
const printing = serviceIdSchema.parse('id-card-printing')
const family = serviceIdSchema.parse('family-card')
const systems = exampleOffice.systems.map(({ id }) => ({
  id,
  services: exampleOffice.services.filter(({ needs }) => needs.includes(id)),
}))
const after = (...actions: readonly DraftAction[]) =>
  actions.reduce((draft, action) => reduceDraft(draft, action, systems), emptyDraft)

const tapped = (language: Language): DraftAction => ({ type: 'language', language })

describe('a notice draft', () => {
  it('can be raised as soon as one system is named: all else is what is usual for an outage', () => {
    expect(contentOf(emptyDraft, now, [])).toBeNull()
    expect(contentOf(after({ type: 'system', id: server }), now, [])).toEqual({
      kind: 'outage',
      scope: { office: false, services: [], systems: [server] },
      cause: preparedText('cause_central_server', []),
      instruction: null,
      since: null,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T10:45:00+07:00'),
      newTickets: 'stop',
      waiting: 'hold',
    })
  })

  it('guesses no cause for a service that does not work', () => {
    expect(contentOf(after({ type: 'service', id: family }), now, [])?.cause).toBeNull()
  })

  it.each([
    ['outage', 'stop', 'hold', 60],
    ['degraded', 'warn', 'keep', 60],
    ['pick-up-only', 'warn', 'keep', 60],
    ['maintenance', 'stop', 'hold', null],
    ['closed', 'stop', 'keep', null],
    ['information', 'give', 'keep', null],
  ] as const)('takes what is usual for %s', (kind, newTickets, waiting, minutes) => {
    const news = minutes === null ? { kind: 'none' } : { kind: 'in', minutes }
    expect(settled(after({ type: 'kind', kind }))).toMatchObject({ newTickets, waiting, news })
  })

  it('begins afresh with another kind, but keeps what is affected and until when', () => {
    const chosen = after(
      { type: 'service', id: family },
      { type: 'end', at: now + 60 * minute },
      { type: 'waiting', choice: 'keep' },
      { type: 'news', choice: { kind: 'none' } },
      { type: 'cause', choice: { kind: 'prepared', id: 'cause_power' } },
    )
    const turned = reduceDraft(chosen, { type: 'kind', kind: 'degraded' }, systems)
    expect(turned).toEqual({ ...after({ type: 'service', id: family }), kind: 'degraded', end: now + 60 * minute })
  })

  it('names the other services of a system when one of them is taken away', () => {
    const draft = after({ type: 'system', id: server }, { type: 'service', id: recording })
    expect(draft.scope).toEqual({ office: false, services: [printing], systems: [] })
  })

  it('leaves a service to the other system that still takes it along', () => {
    const network = systemIdSchema.parse('network')
    const both = [...systems, { id: network, services: [{ id: printing }, { id: family }] }]
    const chosen = [server, network].reduce((draft, id) => reduceDraft(draft, { type: 'system', id }, both), emptyDraft)
    expect(reduceDraft(chosen, { type: 'service', id: recording }, both).scope).toEqual({
      office: false,
      services: [],
      systems: [network],
    })
  })

  it('does not name a service beside the system that takes it along', () => {
    const draft = after(
      { type: 'service', id: recording },
      { type: 'service', id: family },
      { type: 'system', id: server },
    )
    expect(draft.scope).toEqual({ office: false, services: [family], systems: [server] })
  })

  it('is about the whole office or about parts of it, never both', () => {
    expect(after({ type: 'service', id: family }, { type: 'office' }).scope).toEqual({
      office: true,
      services: [],
      systems: [],
    })
    expect(after({ type: 'office' }, { type: 'service', id: family }).scope).toEqual({
      office: false,
      services: [family],
      systems: [],
    })
    expect(after({ type: 'office' }, { type: 'system', id: server }).scope.office).toBe(false)
  })

  it('says nothing in words of its own that are empty', () => {
    const own = (text: string) =>
      after({ type: 'office' }, { type: 'cause', choice: { kind: 'own', typed: { id: text, en: '', su: ' ' } } })
    expect(contentOf(own('  '), now, [])?.cause).toBeNull()
    expect(contentOf(own('Banjir.'), now, [])?.cause).toEqual({ id: 'Banjir.', en: 'Banjir.', su: 'Banjir.' })
  })

  it('makes content the hub accepts, whatever is chosen', () => {
    for (const kind of noticeKinds) {
      for (const { id } of [...preparedFor(kind, 'cause', []), ...preparedFor(kind, 'instruction', [])]) {
        const draft: NoticeDraft = {
          ...after({ type: 'system', id: server }, { type: 'kind', kind }),
          cause: { kind: 'prepared', id },
          instruction: { kind: 'prepared', id },
        }
        const content = contentOf(draft, now, [])
        expect(noticeContentSchema.parse(content)).toEqual(content)
      }
    }
    expect(noticeLimits).toMatchObject({ causeLengthMax: 160, instructionLengthMax: 160, stillWorksLengthMax: 160 })
  })

  it('says what still works in own words, which an update keeps, or leaves that to Loket', () => {
    const typed = { id: 'Ambil KTP-el jadi di loket 4.', en: '', su: 'Candak KTP-el di loket 4.' }
    const stillWorks = { ...typed, en: typed.id }
    const written = after({ type: 'system', id: server }, { type: 'stillWorks', typed })
    const content = noticeContentSchema.parse({ ...contentOf(written, now, []), since: now })
    expect(content.stillWorks).toEqual(stillWorks)
    const again = draftOf({ id: noticeIdSchema.parse(3), content, languages: null }, now, [])
    expect([again.stillWorks, contentOf(again, now, [])]).toEqual([typed, content])
    expect([unchangedContent(content, now), withWaiting(content, 'keep', now)]).toMatchObject([
      { stillWorks },
      { stillWorks },
    ])
    const turned = reduceDraft(written, { type: 'stillWorks', typed: null }, systems)
    expect(contentOf(turned, now, [])).toEqual(contentOf(after({ type: 'system', id: server }), now, []))
  })

  it('says since when, also where it goes up later, and again that it begins with being told', () => {
    const since = now - 3 * 24 * 60 * minute
    const raiseAt = now + 12 * 60 * minute
    const began = after(
      { type: 'system', id: server },
      { type: 'since', at: since },
      { type: 'kind', kind: 'degraded' },
      { type: 'when', at: raiseAt },
    )
    expect(contentOf(began, now, [])).toMatchObject({ kind: 'degraded', since })
    const turned = reduceDraft(began, { type: 'since', at: null }, systems)
    expect(contentOf(turned, now, [])?.since).toBeNull()
  })

  it('is for everybody as always until languages are named, and again when the last of them is taken back', () => {
    const named = after({ type: 'system', id: server }, ...(['su', 'id'] as const).map(tapped))
    expect(contentOf(named, now, [])?.languages).toEqual(['su', 'id'])
    const emptied = (['id', 'su'] as const).map(tapped).reduce((draft, act) => reduceDraft(draft, act, systems), named)
    expect(contentOf(emptied, now, [])).toEqual(contentOf(after({ type: 'system', id: server }), now, []))
  })

  it('names no language again that the office has given up', () => {
    const content = noticeContentSchema.parse({
      ...contentOf(after({ type: 'system', id: server }), now, []),
      languages: ['en', 'su'],
    })
    const draft = draftOf({ id: noticeIdSchema.parse(3), content, languages: ['su'] }, now, [])
    expect(contentOf(draft, now, [])?.languages).toEqual(['su'])
  })

  it('writes a standing notice anew without changing what nobody touched', () => {
    const content = contentOf(after({ type: 'system', id: server }, { type: 'end', at: now + 90 * minute }), now, [])
    const raised = noticeContentSchema.parse({ ...content, since: now })
    expect(
      contentOf(draftOf({ id: noticeIdSchema.parse(3), content: raised, languages: null }, now, []), now, []),
    ).toEqual(raised)
  })

  it('promises again where the promised news is overdue, and drops an end that has passed', () => {
    const content = contentOf(after({ type: 'system', id: server }, { type: 'end', at: now + 30 * minute }), now, [])
    const raised = noticeContentSchema.parse({ ...content, since: now })
    const later = now + 90 * minute
    expect(
      contentOf(draftOf({ id: noticeIdSchema.parse(3), content: raised, languages: null }, later, []), later, []),
    ).toEqual({
      ...raised,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T12:15:00+07:00'),
    })
    expect(unchangedContent(raised, later)).toEqual({
      ...raised,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T11:45:00+07:00'),
    })
  })
})

describe('a draft that cannot be raised', () => {
  const own = (id: string, more: object = {}) => ({ kind: 'own', typed: { id, en: '', su: '', ...more } }) as const
  const flawAfter = (...actions: readonly DraftAction[]) => flawOf(after({ type: 'office' }, ...actions), now)

  it('says nothing of what is affected', () => {
    expect([flawOf(emptyDraft, now), flawAfter()]).toEqual([{ kind: 'no-scope' }, null])
  })

  it('is to say own words, and has none: they are missed where they were, not left out without a word', () => {
    expect(flawAfter({ type: 'cause', choice: own(' ') })).toEqual({ kind: 'no-words', part: 'why' })
    expect(flawAfter({ type: 'instruction', choice: own('') })).toEqual({ kind: 'no-words', part: 'what_to_do' })
    expect(flawAfter({ type: 'stillWorks', typed: own(' ').typed })).toEqual({ kind: 'no-words', part: 'still_works' })
    expect(flawAfter({ type: 'cause', choice: own('', { su: 'Caah.' }) })).toBeNull()
  })

  it('has more letters in one language than the hub takes, blanks at the ends not counted', () => {
    const long = (letters: number) => `  ${'a'.repeat(letters)}  `
    expect(flawAfter({ type: 'instruction', choice: own(long(160)) })).toBeNull()
    expect(flawAfter({ type: 'instruction', choice: own('Banjir.', { su: long(163) }) })).toEqual({
      kind: 'too-long',
      part: 'what_to_do',
      count: 3,
    })
  })

  it('ends, or promises news, no later than it goes up, whichever of the two was chosen first', () => {
    const raiseAt = now + 600 * minute
    const end: DraftAction = { type: 'end', at: raiseAt }
    const news: DraftAction = { type: 'news', choice: { kind: 'at', at: raiseAt } }
    const when = (at: number | null): DraftAction => ({ type: 'when', at })
    expect(flawAfter(end, when(raiseAt))).toEqual({ kind: 'too-early', part: 'until_when' })
    expect(flawAfter(when(raiseAt), news)).toEqual({ kind: 'too-early', part: 'next_news' })
    expect([flawAfter(end, news), flawAfter(end, news, when(raiseAt - minute))]).toEqual([null, null])
    expect(flawAfter(end, when(raiseAt), when(null))).toBeNull()
  })
})

describe('a draft without its own words', () => {
  it('says the same but for what somebody wrote', () => {
    const own: DraftAction = {
      type: 'cause',
      choice: { kind: 'own', typed: { id: 'Banjir.', en: '', su: '' } },
    }
    const prepared: DraftAction = { type: 'instruction', choice: { kind: 'prepared', id: 'do_phone' } }
    const stillWorks: DraftAction = { type: 'stillWorks', typed: { id: 'Loket 4.', en: '', su: '' } }
    const bare = after({ type: 'office' }, prepared)
    const draft = after({ type: 'office' }, own, prepared, stillWorks)
    expect(contentOf(withoutOwnWords(draft), now, [])).toEqual(contentOf(bare, now, []))
    expect([draft, bare, after(own), after(stillWorks)].map(hasOwnWords)).toEqual([true, false, true, true])
  })
})

describe('a notice for later', () => {
  const raiseAt = Date.parse('2026-11-25T03:10:00+07:00')

  it('has its times counted from the moment at which it goes up', () => {
    const draft = after({ type: 'system', id: server }, { type: 'when', at: raiseAt })
    expect(contentOf(draft, now, [])?.nextNews).toBe(Date.parse('2026-11-25T04:10:00+07:00'))
  })

  it('keeps an end and promised news that would lie before it goes up', () => {
    const at = raiseAt - minute
    const chosen = after(
      { type: 'end', at },
      { type: 'news', choice: { kind: 'at', at } },
      { type: 'when', at: raiseAt },
    )
    expect(chosen).toMatchObject({ raiseAt, end: at, news: { kind: 'at', at } })
  })

  it('is written anew as it was set', () => {
    const content = noticeContentSchema.parse(contentOf(after({ type: 'service', id: family }), raiseAt, []))
    const draft = draftOf({ id: noticeIdSchema.parse(7), content, languages: null, raiseAt }, now, [])
    expect([draft.editing, draft.raiseAt, contentOf(draft, now, [])]).toEqual([7, raiseAt, content])
  })
})

describe('another answer for the people who wait', () => {
  const raised = noticeContentSchema.parse(contentOf(after({ type: 'system', id: server }), now, []))

  it('changes nothing else as long as the promised times lie ahead', () => {
    expect(withWaiting(raised, 'keep', now)).toEqual({ ...raised, waiting: 'keep' })
  })

  it('promises news anew where the promised time has passed, which the hub would not take', () => {
    const later = now + 90 * minute
    expect(withWaiting({ ...raised, expectedEnd: now + minute }, 'keep', later)).toEqual({
      ...raised,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T11:45:00+07:00'),
      waiting: 'keep',
    })
    expect(withWaiting({ ...raised, nextNews: null }, 'keep', later).nextNews).toBeNull()
  })
})

describe('promised news', () => {
  it('comes at a full five minutes, never sooner than said', () => {
    const at = (time: string) => Date.parse(`2026-11-24T${time}+07:00`)
    expect(newsAt({ kind: 'in', minutes: 30 }, at('09:41:20'))).toBe(at('10:15:00'))
    expect(newsAt({ kind: 'in', minutes: 60 }, at('09:40:00'))).toBe(at('10:40:00'))
    expect(newsAt({ kind: 'at', at: 17 }, now)).toBe(17)
    expect(newsAt({ kind: 'none' }, now)).toBeNull()
  })
})
