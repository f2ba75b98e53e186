import { describe, expect, it } from 'vitest'
import { screenIdSchema, serviceIdSchema, systemIdSchema } from '../../shared/ids.ts'
import { noticeLimits, type NoticeContent, type NoticeScope } from '../../shared/notice.ts'
import { noticeViews } from '../../shared/views/common.ts'
import { cards, letters, officeWith, pickUp, server, smallDocument } from '../core/small-office.ts'
import {
  by,
  hub,
  kiosk,
  noticeId,
  on,
  outage,
  painted,
  raise,
  resolve,
  setOffice,
  siti,
  television,
  update,
  type Step,
} from '../core/steps.ts'
import { accepted, attempt, dayMs, further, given, hour, minute, untouched, when, type Story } from '../core/story.ts'

const scope = (change: Partial<NoticeScope>): NoticeScope => ({ office: false, services: [], systems: [], ...change })
const first = noticeId(1)

describe('raising', () => {
  it('N5 it begins when it is raised, by the name of whoever raises it', () => {
    const story = given()
    const at = story.at + minute
    const content = outage()
    expect(when(story, raise(content))).toEqual(
      accepted({ type: 'NoticeRaised', notice: first, content: { ...content, since: at }, by: 'Siti' }),
    )
    expect(when(story, by(hub, raise(outage({ since: at - hour }))))).toEqual(
      accepted({ type: 'NoticeRaised', notice: first, content: outage({ since: at - hour }), by: 'Loket' }),
    )
    const raised = further(story, raise(content))
    expect(raised.state.noticesRaised).toBe(1)
    expect(raised.state.notices).toEqual([
      {
        id: 1,
        revision: 1,
        content: { ...content, since: at },
        raisedAt: at,
        updatedAt: at,
        raisedBy: 'Siti',
        history: [{ revision: 1, at, by: 'Siti', content: { ...content, since: at } }],
        painted: {},
      },
    ])
  })

  it('N1 its scope is the office or some of its services and systems, and touches something', () => {
    const services = [...smallDocument.services]
    const office = officeWith({ services, systems: [...smallDocument.systems, { id: 'unused', name: 'Tak dipakai' }] })
    const story = further(untouched, setOffice(office))
    const reasons = (content: Partial<NoticeScope>) => reason(story, raise(outage({ scope: scope(content) })))
    const unknown = serviceIdSchema.parse('unknown')
    expect(reasons({})).toBe('notice-scope-empty')
    expect(reasons({ systems: [systemIdSchema.parse('unused')] })).toBe('notice-scope-empty')
    expect(reasons({ office: true, services: [cards] })).toBe('notice-scope-unclear')
    expect(reasons({ office: true, systems: [server] })).toBe('notice-scope-unclear')
    expect(reasons({ services: [cards, unknown] })).toBe('notice-scope-unknown')
    expect(reasons({ systems: [systemIdSchema.parse('unknown')] })).toBe('notice-scope-unknown')
    expect(reasons({ office: true })).toBe('accepted')
    expect(reasons({ services: [letters], systems: [server] })).toBe('accepted')
  })

  it('N19 it names languages of the office, or none for those that the office always has', () => {
    const story = further(untouched, setOffice(officeWith({ languages: ['id', 'su'] })))
    const reasons = (languages: NoticeContent['languages']) => reason(story, raise(outage({ languages })))
    expect(reasons(['su', 'en'])).toBe('notice-language-unknown')
    const told = further(story, raise(outage({ languages: ['su', 'id'] })))
    const usual = further(story, raise(outage()))
    expect([told, usual].map(({ state }) => noticeViews(state)[0]?.languages)).toEqual([['id', 'su'], null])
  })

  it('N19 a language that the office has given up is passed over, at its last the office is as always', () => {
    const told = given(raise(outage({ languages: ['su', 'en'] })))
    const spoken = ['en', 'id'].map((last) => {
      const fewer = further(told, setOffice(officeWith({ languages: last === 'id' ? ['id'] : ['id', last] })))
      return noticeViews(fewer.state)[0]?.languages
    })
    expect(spoken).toEqual([['en'], null])
  })

  it('N4 it ends after now and after its beginning, and promises news that is still to come', () => {
    const story = given()
    const at = story.at + minute
    const reasons = (change: Partial<NoticeContent>) => reason(story, raise(outage(change)))
    expect(reasons({ expectedEnd: at })).toBe('end-not-after-start')
    expect(reasons({ expectedEnd: at + 1 })).toBe('accepted')
    expect(reasons({ since: at + hour, expectedEnd: at + hour })).toBe('end-not-after-start')
    expect(reasons({ since: at + hour, expectedEnd: at + hour + 1 })).toBe('accepted')
    expect(reasons({ since: at - hour, expectedEnd: at - minute })).toBe('end-not-after-start')
    expect(reasons({ nextNews: at })).toBe('news-not-ahead')
    expect(reasons({ nextNews: at + 1 })).toBe('accepted')
  })

  it('N2 two desks that raise the same thing make one notice, however they name it', () => {
    const story = given(raise(outage({ scope: scope({ systems: [server] }) })))
    const same = { ok: false, refusal: { reason: 'notice-already-raised', notice: first } }
    expect(when(story, raise(outage({ scope: scope({ systems: [server] }) })))).toEqual(same)
    expect(when(story, raise(outage({ scope: scope({ services: [cards] }) })))).toEqual(same)
    expect(when(story, raise(outage({ scope: scope({ services: [cards, cards], systems: [server] }) })))).toEqual(same)
    expect(when(story, raise(outage({ scope: scope({ services: [cards, letters] }) })))).toMatchObject({ ok: true })
    expect(when(story, raise(outage({ kind: 'degraded' })))).toMatchObject({ ok: true })
    const all = further(story, raise(outage({ scope: scope({ office: true }) })))
    expect(when(all, raise(outage({ scope: scope({ services: [pickUp, letters, cards] }) })))).toMatchObject({
      refusal: { reason: 'notice-already-raised', notice: 2 },
    })
  })

  it('N3 twelve stand at once and not one more', () => {
    const kinds = ['outage', 'degraded', 'maintenance', 'closed'] as const
    const scopes = [cards, letters, pickUp].map((service) => scope({ services: [service] }))
    const steps = kinds.flatMap((kind) => scopes.map((of) => raise(outage({ kind, scope: of }))))
    const story = given(...steps)
    expect(story.state.notices).toHaveLength(noticeLimits.standing)
    const one = raise(outage({ kind: 'information' }))
    expect(reason(story, one)).toBe('too-many-notices')
    expect(reason(further(story, resolve(5)), one)).toBe('accepted')
  })

  it('N7 raised again after it was resolved it is a new one', () => {
    const story = given(raise(outage()), painted(1, 1), resolve(1))
    expect(story.state.notices).toEqual([])
    expect(when(story, raise(outage()))).toMatchObject({ ok: true, events: [{ type: 'NoticeRaised', notice: 2 }] })
    expect(further(story, raise(outage())).state.notices).toMatchObject([{ id: 2, revision: 1, painted: {} }])
  })
})

describe('updating and resolving', () => {
  it('N5 N6 an update replaces what is said, counts a revision and keeps the beginning', () => {
    const story = given(raise(outage()), painted(1, 1))
    const content = outage({ kind: 'degraded', newTickets: 'warn', waiting: 'hold' })
    const raised = story.state.notices[0]
    const since = raised?.content.since ?? null
    expect(when(story, update(1, content))).toEqual(
      accepted({ type: 'NoticeUpdated', notice: first, content: { ...content, since } }),
    )
    const updated = further(story, update(1, content))
    expect(updated.state.notices).toEqual([
      {
        ...raised,
        revision: 2,
        content: { ...content, since },
        updatedAt: updated.at,
        history: [
          ...(raised?.history ?? []),
          { revision: 2, at: updated.at, by: 'Siti', content: { ...content, since } },
        ],
        painted: { [television]: 1 },
      },
    ])
  })

  it('N1 N4 an update is held to the same as a new one', () => {
    const story = given(raise(outage()))
    const at = story.at + minute
    expect(reason(story, update(1, outage({ scope: scope({}) })))).toBe('notice-scope-empty')
    expect(reason(story, update(1, outage({ expectedEnd: at })))).toBe('end-not-after-start')
    expect(reason(story, update(1, outage({ nextNews: at })))).toBe('news-not-ahead')
    expect(reason(story, update(2, outage()))).toBe('no-such-notice')
    expect(reason(story, resolve(2))).toBe('no-such-notice')
  })

  it('N4 an update that keeps a beginning still to come does not end before it', () => {
    const story = given()
    const tomorrow = story.at + dayMs
    const planned = further(story, raise(outage({ since: tomorrow, expectedEnd: tomorrow + hour })))
    expect(reason(planned, update(1, outage({ expectedEnd: tomorrow })))).toBe('end-not-after-start')
    expect(reason(planned, update(1, outage({ expectedEnd: tomorrow + 1 })))).toBe('accepted')
  })

  it('N2 an update does not turn one notice into another that stands', () => {
    const story = given(raise(outage()), raise(outage({ kind: 'degraded' })))
    expect(when(story, update(2, outage()))).toEqual({
      ok: false,
      refusal: { reason: 'notice-already-raised', notice: first },
    })
    expect(when(story, update(1, outage({ newTickets: 'warn' })))).toMatchObject({ ok: true })
  })

  it('N7 a resolved notice is gone', () => {
    const story = given(raise(outage()), raise(outage({ kind: 'information' })))
    expect(when(story, resolve(1))).toEqual(accepted({ type: 'NoticeResolved', notice: first }))
    const resolved = further(story, resolve(1))
    expect(resolved.state.notices.map(({ id }) => id)).toEqual([2])
    expect(reason(resolved, resolve(1))).toBe('no-such-notice')
    expect(reason(resolved, painted(1, 1))).toBe('no-such-notice')
  })

  it('N11 a notice stands over the turn of the day with all that is known of it', () => {
    const story = given(raise(outage({ waiting: 'hold' })), update(1, outage()), painted(1, 2))
    const next = further(story, on(story.at + 3 * dayMs, by(hub, raise(outage({ kind: 'information' })))))
    expect(next.state.day).toBe('2027-03-04')
    expect(next.state.notices[0]).toEqual(story.state.notices[0])
    expect(next.state.notices[1]?.id).toBe(2)
  })
})

describe('painting', () => {
  it('N10 a screen reports each revision once, and none that does not exist', () => {
    const story = given(raise(outage()))
    expect(when(story, painted(1, 1))).toEqual(
      accepted({ type: 'BannerPainted', notice: first, revision: 1, screen: television }),
    )
    const once = further(story, painted(1, 1))
    expect(once.state.notices[0]?.painted).toEqual({ [television]: 1 })
    expect(reason(once, painted(1, 1))).toBe('already-painted')
    expect(reason(once, painted(1, 2))).toBe('already-painted')
    const updated = further(once, update(1, outage({ newTickets: 'warn' })))
    expect(when(updated, painted(1, 2))).toMatchObject({ ok: true })
    expect(reason(further(updated, painted(1, 2)), painted(1, 1))).toBe('already-painted')
  })

  it('N10 only screens report', () => {
    const story = given(raise(outage()))
    for (const actor of [siti, kiosk, hub]) expect(reason(story, by(actor, painted(1, 1)))).toBe('not-allowed')
  })

  it('N10 two hundred screens are remembered, and these may go on reporting', () => {
    const screens = Array.from({ length: noticeLimits.paintedScreens }, (_, i) => screenIdSchema.parse(`screen-${i}-x`))
    const story = given(raise(outage()), ...screens.map((screen) => painted(1, 1, screen)))
    expect(reason(story, painted(1, 1))).toBe('too-many-screens')
    const updated = further(story, update(1, outage({ newTickets: 'warn' })))
    expect(reason(updated, painted(1, 2, screens[7]))).toBe('accepted')
  })

  it('N10 a screen cannot call itself by a name that every object has', () => {
    for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty'])
      expect(screenIdSchema.safeParse(name).success, name).toBe(false)
    expect(screenIdSchema.safeParse('television').success).toBe(true)
  })
})

function reason(story: Story, step: Step): string {
  const { decision } = attempt(story, step)
  return decision.ok ? 'accepted' : decision.refusal.reason
}
