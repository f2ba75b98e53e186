import { describe, expect, it } from 'vitest'
import type { NoticeContent } from '../../shared/notice.ts'
import { noticeViews } from '../../shared/views/common.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { statusView } from '../../shared/views/status.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { cards, letters, pickUp } from '../core/small-office.ts'
import { outage, raise, resolve } from '../core/steps.ts'
import { further, given, hour, morning } from '../core/story.ts'

describe('notices on screens', () => {
  it('N12 stand gravest first, then those for the whole office, then by kind, then the older one', () => {
    const all = { office: true, services: [], systems: [] }
    const only = (service: typeof cards) => ({ office: false, services: [service], systems: [] })
    const content = (kind: NoticeContent['kind'], scope: NoticeContent['scope']) => raise(outage({ kind, scope }))
    const story = given(
      content('information', all),
      content('maintenance', only(cards)),
      content('outage', only(letters)),
      content('outage', all),
      content('outage', only(cards)),
      content('closed', all),
    )
    expect(noticeViews(story.state).map(({ id }) => id)).toEqual([4, 6, 3, 5, 2, 1])
  })

  it('N12 what stops numbers stands before what only warns, whatever its kind', () => {
    const only = (service: typeof cards) => ({ office: false, services: [service], systems: [] })
    const story = given(
      raise(outage({ newTickets: 'warn', scope: only(letters) })),
      raise(outage({ kind: 'maintenance', scope: only(cards) })),
    )
    expect(noticeViews(story.state).map(({ id }) => id)).toEqual([2, 1])
  })

  it('N21 none promises what another one denies', () => {
    const printing = { kind: 'degraded', newTickets: 'warn', waiting: 'keep' } as const
    const both = { office: false, services: [letters, pickUp], systems: [] }
    const story = given(
      raise(outage({ waiting: 'hold', scope: { office: false, services: [cards], systems: [] } })),
      raise(outage({ ...printing, scope: { office: false, services: [cards], systems: [] } })),
      raise(outage({ ...printing, scope: both })),
      raise(outage({ ...printing, kind: 'information', scope: { office: false, services: [cards], systems: [] } })),
    )
    const said = noticeViews(story.state).map(({ id, newTickets, waiting }) => [id, newTickets, waiting])
    expect(said).toEqual([
      [1, 'stop', 'hold'],
      [2, 'stop', 'hold'],
      [3, 'warn', 'keep'],
      [4, 'warn', 'keep'],
    ])
    const over = further(story, resolve(1))
    expect(noticeViews(over.state).find(({ id }) => id === 2)).toMatchObject({ newTickets: 'warn', waiting: 'keep' })
  })

  it('N20 what still works is said in the words that the notice has for it', () => {
    const stillWorks = { id: 'Ambil dokumen di loket 7.', en: 'Collect documents at counter 7.', su: 'Loket 7.' }
    const [own] = noticeViews(given(raise(outage({ stillWorks }))).state)
    const [usual] = noticeViews(given(raise(outage())).state)
    const said = [own, usual].map((view) => view && noticeText(view, 'en', 'Asia/Jakarta', view.since).stillOpen)
    expect(said).toEqual([stillWorks.en, 'Still open: Surat and Pengambilan.'])
  })

  it('N22 the office is closed on every screen while a notice closes the whole of it', () => {
    const all = { office: true, services: [], systems: [] }
    const one = { office: false, services: [cards], systems: [] }
    const closedBy = (content: Partial<NoticeContent>) => {
      const { state, at } = given(raise(outage({ kind: 'closed', ...content })))
      return lobbyView(state, at).office.closed
    }
    expect([{ scope: all }, { scope: one }, { scope: all, kind: 'outage' } as const].map(closedBy)).toEqual([
      true,
      false,
      false,
    ])
    const later = given(raise(outage({ kind: 'closed', scope: all, since: morning + 5 * hour })))
    const closed = [later.at, morning + 5 * hour].map((at) => statusView(later.state, at).office.closed)
    expect([...closed, statusView(further(later, resolve(1)).state, morning + 6 * hour).office.closed]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('N8 what still works leaves out what another notice stops', () => {
    const story = given(
      raise(outage()),
      raise(outage({ kind: 'degraded', scope: { office: false, services: [letters], systems: [] } })),
    )
    const still = noticeViews(story.state).map(({ stillOpen }) => stillOpen.map(({ id }) => id))
    expect(still).toEqual([[pickUp], [pickUp]])
  })
})
