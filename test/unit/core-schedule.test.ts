import { describe, expect, it } from 'vitest'
import { dueOrders } from '../../shared/due.ts'
import { serviceIdSchema } from '../../shared/ids.ts'
import { noticeLimits, type NoticeContent } from '../../shared/notice.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { deskView } from '../../shared/views/desk.ts'
import { cards, letters, officeWith, pickUp, server, smallDocument } from '../core/small-office.ts'
import {
  budi,
  by,
  confirmDate,
  hub,
  noticeId,
  on,
  outage,
  painted,
  raise,
  raiseScheduled,
  reschedule,
  resolve,
  schedule,
  setOffice,
  take,
  turnDay,
  update,
  withdraw,
  type Step,
} from '../core/steps.ts'
import {
  accepted,
  dayMs,
  fold,
  further,
  given,
  hour,
  minute,
  morning,
  reason,
  when,
  type Story,
} from '../core/story.ts'

const first = noticeId(1)
/** At eight the same day, and at three in the morning of the next. */
const evening = morning + 12 * hour
const night = morning + 19 * hour
const scopeOf = (...services: readonly (typeof cards)[]) => ({ office: false, services: [...services], systems: [] })
const going = (id: number): Step => by(hub, raiseScheduled(id))
const upNow = ({ state }: Story) => state.notices.map(({ id }) => id)
const planned = ({ state }: Story) => state.scheduled.map(({ id }) => id)

describe('setting a notice for later', () => {
  it('N13 it has its id, its moment and its author, and is not up before', () => {
    const story = given()
    expect(when(story, schedule(outage(), evening))).toEqual(
      accepted({ type: 'NoticeScheduled', notice: first, content: outage(), raiseAt: evening, by: 'Siti' }),
    )
    const set = further(story, schedule(outage(), evening))
    expect(set.state).toEqual({
      ...story.state,
      lastAt: set.at,
      noticesRaised: 1,
      scheduled: [{ id: 1, content: outage(), raiseAt: evening, by: 'Siti' }],
    })
    expect(when(set, take(cards))).toMatchObject({ ok: true, events: [{ notices: [] }] })
    expect(lobbyView(set.state, set.at)).toMatchObject({
      notices: [],
      planned: [{ id: 1, since: evening, revision: 1 }],
    })
    expect(when(set, raise(outage()))).toMatchObject({ events: [{ type: 'NoticeRaised', notice: 2 }] })
  })

  it('N13 for a moment ahead and within a year', () => {
    const story = given()
    const now = story.at + minute
    const year = noticeLimits.daysAhead * dayMs
    const moments = [now - hour, now, now + 1, now + year, now + year + 1]
    const reasons = ['moment-not-ahead', 'moment-not-ahead', 'accepted', 'accepted', 'moment-too-far']
    expect(moments.map((at) => reason(story, schedule(outage(), at)))).toEqual(reasons)
    const set = further(story, schedule(outage(), now + hour))
    expect(moments.map((at) => reason(set, on(now, reschedule(1, outage(), at))))).toEqual(reasons)
  })

  it('N13 N1 its scope and its times are judged by the moment at which it goes up', () => {
    const story = given()
    const reasons = (change: Partial<NoticeContent>) => reason(story, schedule(outage(change), evening))
    expect(reasons({ expectedEnd: evening })).toBe('end-not-after-start')
    expect(reasons({ expectedEnd: evening + 1 })).toBe('accepted')
    expect(reasons({ since: evening + hour, expectedEnd: evening + hour })).toBe('end-not-after-start')
    expect(reasons({ nextNews: evening })).toBe('news-not-ahead')
    expect(reasons({ nextNews: evening + 1 })).toBe('accepted')
    expect(reasons({ scope: scopeOf() })).toBe('notice-scope-empty')
    expect(reasons({ scope: scopeOf(serviceIdSchema.parse('unknown')) })).toBe('notice-scope-unknown')
  })

  it('N13 the next one stands first, and of two for the same moment the one that was set first', () => {
    const story = given(
      schedule(outage(), evening),
      schedule(outage({ kind: 'degraded' }), evening - hour),
      schedule(outage({ kind: 'closed' }), evening),
    )
    expect(planned(story)).toEqual([2, 1, 3])
    expect(planned(further(story, reschedule(2, outage({ kind: 'degraded' }), evening + hour)))).toEqual([1, 3, 2])
    expect(upNow(further(story, on(evening, going(2)), going(1), going(3)))).toEqual([1, 2, 3])
  })

  it('N13 N2 the same thing is not set twice for the same moment, but for another', () => {
    const story = given(schedule(outage(), evening), schedule(outage(), evening + dayMs))
    const same = { ok: false, refusal: { reason: 'notice-already-raised', notice: first } }
    const asSystem = outage({ scope: { office: false, services: [], systems: [server] } })
    expect(when(story, schedule(outage({ newTickets: 'warn' }), evening))).toEqual(same)
    expect(when(story, schedule(asSystem, evening))).toEqual(same)
    expect(when(story, reschedule(2, outage(), evening))).toEqual(same)
    expect(reason(story, reschedule(1, outage({ newTickets: 'warn' }), evening))).toBe('accepted')
    expect(reason(story, schedule(outage({ kind: 'degraded' }), evening))).toBe('accepted')
  })

  it('N13 twenty are kept and not one more, and these can still be changed', () => {
    const twenty = Array.from({ length: noticeLimits.scheduled }, (_, i) => schedule(outage(), evening + i * hour))
    const story = given(...twenty)
    expect(reason(story, schedule(outage(), evening - hour))).toBe('too-many-notices')
    expect(reason(story, reschedule(20, outage(), evening - hour))).toBe('accepted')
    expect(reason(further(story, withdraw(3)), schedule(outage(), evening - hour))).toBe('accepted')
  })

  it('N13 N16 it is changed as a whole as long as it is not up, and is then by whoever changed it', () => {
    const story = given(schedule(outage(), evening))
    const content = outage({ kind: 'maintenance', expectedEnd: evening + dayMs })
    expect(when(story, by(budi, reschedule(1, content, evening + hour)))).toEqual(
      accepted({ type: 'NoticeRescheduled', notice: first, content, raiseAt: evening + hour }),
    )
    const changed = further(story, by(budi, reschedule(1, content, evening + hour)))
    expect(changed.state.scheduled).toEqual([{ id: 1, content, raiseAt: evening + hour, by: 'Budi' }])
    const up = further(changed, on(evening + hour, going(1)))
    expect(up.state.notices).toMatchObject([{ raisedBy: 'Budi', history: [{ by: 'Budi' }] }])
    expect(reason(up, reschedule(1, content, evening + 2 * hour))).toBe('notice-not-scheduled')
    expect(reason(story, reschedule(2, content, evening))).toBe('notice-not-scheduled')
  })

  it('N18 until it is up it is not updated, resolved or painted', () => {
    const story = given(schedule(outage(), evening))
    const steps = [update(1, outage()), resolve(1), painted(1, 1)]
    expect(steps.map((step) => reason(story, step))).toEqual(steps.map(() => 'notice-not-standing'))
    const up = further(story, on(evening, going(1)))
    expect(steps.map((step) => reason(up, step))).toEqual(steps.map(() => 'accepted'))
  })
})

describe('when its time has come', () => {
  it('N14 it goes up by the name of whoever set it, and begins then', () => {
    const set = given(schedule(outage(), evening))
    const raised = { type: 'NoticeRaised', notice: first, content: outage({ since: evening }), by: 'Siti' } as const
    expect(when(set, on(evening, going(1)))).toEqual(accepted(raised))
    const up = further(set, on(evening, going(1)))
    expect(planned(up)).toEqual([])
    expect(up.state.notices).toEqual([
      {
        id: 1,
        revision: 1,
        content: outage({ since: evening }),
        raisedAt: evening,
        updatedAt: evening,
        raisedBy: 'Siti',
        history: [{ revision: 1, at: evening, by: 'Siti', content: outage({ since: evening }) }],
        painted: {},
      },
    ])
    expect(reason(up, on(evening, take(cards)))).toBe('service-stopped')
    expect(reason(up, going(1))).toBe('notice-not-scheduled')
  })

  it('N14 N5 a beginning that was given stays, before or after the moment', () => {
    for (const since of [evening - hour, evening + hour]) {
      const up = further(given(schedule(outage({ since }), evening)), on(evening, going(1)))
      expect(up.state.notices[0]?.content.since).toBe(since)
    }
  })

  it('N14 N19 a language that the office has given up meanwhile keeps nothing down', () => {
    const set = given(schedule(outage({ languages: ['en', 'su'] }), evening))
    const languagesAfter = (languages: readonly string[]) =>
      further(set, setOffice(officeWith({ languages })), on(evening, going(1))).state.notices[0]?.content.languages
    expect([['id', 'en', 'su'], ['id', 'su'], ['id']].map(languagesAfter)).toEqual([['en', 'su'], ['su'], undefined])
  })

  it('N14 staff show it before its time, by their own name', () => {
    const set = given(schedule(outage({ nextNews: evening + hour }), evening))
    expect(when(set, by(budi, raiseScheduled(1)))).toEqual(
      accepted({
        type: 'NoticeRaised',
        notice: first,
        content: outage({ since: set.at + minute, nextNews: evening + hour }),
        by: 'Budi',
      }),
    )
  })

  it('N14 a machine that was off puts it up late, with news that is overdue, unless it is over', () => {
    const news = given(schedule(outage({ nextNews: evening + hour, expectedEnd: evening + 8 * hour }), evening))
    const late = further(news, on(evening + 2 * hour, going(1)))
    expect(late.state.notices[0]?.content).toMatchObject({ since: evening + 2 * hour, nextNews: evening + hour })
    for (const at of [evening + 8 * hour, evening + 20 * hour]) {
      const over = further(news, on(at, going(1)))
      expect([over.ledger.at(-1)?.event, upNow(over), planned(over)]).toEqual([
        { type: 'NoticeWithdrawn', notice: 1 },
        [],
        [],
      ])
    }
  })

  it('N14 N2 what stands already is not said twice: the planned one is withdrawn', () => {
    const story = given(schedule(outage(), evening), raise(outage({ scope: scopeOf(cards) })))
    expect(when(story, on(evening, going(1)))).toEqual(accepted({ type: 'NoticeWithdrawn', notice: first }))
    expect(upNow(further(story, on(evening, going(1))))).toEqual([2])
    expect(upNow(further(story, resolve(2), on(evening, going(1))))).toEqual([1])
  })

  it('N14 N2 N4 staff who show what stands already or is over are told, and the plan is not lost', () => {
    const twice = given(schedule(outage(), evening), raise(outage()))
    expect(when(twice, raiseScheduled(1))).toEqual({
      ok: false,
      refusal: { reason: 'notice-already-raised', notice: 2 },
    })
    const over = given(schedule(outage({ expectedEnd: evening + hour }), evening))
    expect(reason(over, on(evening + hour, raiseScheduled(1)))).toBe('end-not-after-start')
  })

  it('N14 D12 the clock does not put up what somebody has set for later at that very moment', () => {
    const moved = given(schedule(outage(), evening), on(evening - 1, reschedule(1, outage(), evening + hour)))
    expect(when(moved, on(evening, going(1)))).toEqual(accepted())
    expect(when(moved, on(evening + hour, going(1)))).toMatchObject({ events: [{ type: 'NoticeRaised' }] })
  })

  it('N14 N3 where no more notices can stand it waits until one is over', () => {
    const kinds = ['outage', 'degraded', 'maintenance', 'closed'] as const
    const twelve = kinds.flatMap((kind) =>
      [cards, letters, pickUp].map((service) => raise(outage({ kind, scope: scopeOf(service) }))),
    )
    const story = given(schedule(outage({ kind: 'information' }), evening), ...twelve)
    expect(reason(story, on(evening, going(1)))).toBe('too-many-notices')
    expect(planned(story)).toEqual([1])
    expect(upNow(further(story, resolve(2), on(evening, going(1))))).toContain(1)
  })

  it('N14 O3 what the document has lost is left out, and what it touches alone cannot be lost', () => {
    const both = outage({ scope: { office: false, services: [cards, letters], systems: [server] } })
    const without = officeWith({
      systems: [],
      services: smallDocument.services.filter(({ id }) => id !== 'cards'),
      counters: [{ id: '1', name: 'Loket 1', services: ['letters', 'pick-up'] }],
    })
    const lost = further(given(schedule(both, evening)), setOffice(without), on(evening, going(1)))
    expect(lost.state.notices[0]?.content.scope).toEqual(scopeOf(letters))
    expect(reason(given(schedule(outage(), evening)), setOffice(without))).toBe('service-in-use')
    expect(reason(given(schedule(outage(), evening), withdraw(1)), setOffice(without))).toBe('accepted')
  })

  it('N14 D6 over the turn of the day, also when nobody was there at midevening', () => {
    const set = given(schedule(outage(), night), on(evening, schedule(outage({ kind: 'closed' }), night + 4 * hour)))
    const after = further(set, on(night + 5 * hour, going(1)), going(2))
    expect(after.state.day).toBe('2027-03-02')
    expect([upNow(after), planned(after)]).toEqual([[1, 2], []])
    const began = after.ledger.findLastIndex(({ event }) => event.type === 'DayBegan')
    expect(fold(after.ledger.slice(began))).toEqual(after.state)
  })
})

describe('withdrawing', () => {
  it('N15 before it is up and after, and nobody is told that anything works again', () => {
    const story = given(schedule(outage(), evening), raise(outage({ kind: 'degraded' })))
    for (const id of [1, 2])
      expect(when(story, withdraw(id))).toEqual(accepted({ type: 'NoticeWithdrawn', notice: noticeId(id) }))
    const gone = further(story, withdraw(1), withdraw(2))
    expect([upNow(gone), planned(gone), gone.state.ended]).toEqual([[], [], []])
    expect(lobbyView(gone.state, gone.at)).toMatchObject({ notices: [], planned: [], recoveries: [] })
    expect(reason(gone, withdraw(1))).toBe('no-such-notice')
    expect(reason(gone, raiseScheduled(1))).toBe('notice-not-scheduled')
    expect(when(gone, raise(outage()))).toMatchObject({ events: [{ notice: 3 }] })
  })
})

describe('what was said before', () => {
  it('N16 every wording, with its author and time', () => {
    const warned = outage({ newTickets: 'warn' })
    const story = given(raise(outage()), by(budi, update(1, warned)), by(hub, update(1, outage())))
    const [notice] = story.state.notices
    const history = [
      { revision: 1, at: story.at - 2 * minute, by: 'Siti', content: outage({ since: story.at - 2 * minute }) },
      { revision: 2, at: story.at - minute, by: 'Budi', content: { ...warned, since: story.at - 2 * minute } },
      { revision: 3, at: story.at, by: 'Loket', content: outage({ since: story.at - 2 * minute }) },
    ]
    expect(notice?.history).toEqual(history)
    expect(notice?.content).toEqual(history.at(-1)?.content)
    expect(deskView(story.state, story.at, new Set(), []).notices[0]?.history).toEqual(history)
  })

  it('N16 the newest twenty', () => {
    const story = given(raise(outage()), ...Array.from({ length: 25 }, () => update(1, outage())))
    const revisions = story.state.notices[0]?.history.map(({ revision }) => revision)
    expect(revisions).toEqual(Array.from({ length: noticeLimits.history }, (_, i) => i + 7))
  })
})

describe('what is due by the clock', () => {
  const raiseOf = (id: number) => ({ type: 'RaiseScheduled', notice: id })

  it('D12 the turn of the day and every notice whose time has come, until they have happened', () => {
    const story = given(
      schedule(outage(), night),
      schedule(outage({ kind: 'degraded' }), night + dayMs),
      schedule(outage({ kind: 'closed' }), evening),
    )
    expect(dueOrders(story.state, evening - 1)).toEqual([])
    expect(dueOrders(story.state, evening)).toEqual([raiseOf(3)])
    expect(dueOrders(story.state, night)).toEqual([{ type: 'TurnDay' }, raiseOf(3), raiseOf(1)])
    const done = further(
      story,
      ...dueOrders(story.state, night).map((command): Step => on(night, { actor: hub, command })),
    )
    expect(dueOrders(done.state, night)).toEqual([])
    expect([upNow(done), planned(done)]).toEqual([[1, 3], [2]])
  })

  it('D12 D8 carried out twice, or by two at once, an order changes nothing more', () => {
    const story = given(schedule(outage(), evening))
    const once = further(story, on(evening, going(1)))
    expect(reason(once, on(evening, going(1)))).toBe('notice-not-scheduled')
    expect(reason(once, on(evening, raiseScheduled(1)))).toBe('notice-not-scheduled')
    expect(when(once, on(evening, turnDay))).toEqual(accepted())
  })

  it('D4 D12 a clock whose date is doubted makes nothing due, and it is all there once the clock is right', () => {
    const story = given(schedule(outage({ expectedEnd: evening + hour }), evening), take(letters))
    const jumped = morning + 365 * dayMs
    expect(dueOrders(story.state, jumped)).toEqual([])
    const later = further(story, on(jumped, take(letters)))
    expect(dueOrders(later.state, evening)).toEqual([raiseOf(1)])
    const confirmed = further(story, on(jumped, confirmDate('2028-02-29')))
    expect(dueOrders(confirmed.state, jumped)).toEqual([raiseOf(1)])
    expect(upNow(further(confirmed, on(jumped, going(1))))).toEqual([])
  })

  it('D12 a clock that is set back makes it due later, and puts nothing up twice', () => {
    const up = further(given(schedule(outage(), evening)), on(evening, going(1)))
    expect(dueOrders(up.state, morning)).toEqual([])
    const before = given(schedule(outage(), evening))
    const back = further(before, on(morning - 2 * dayMs, take(letters)))
    expect([dueOrders(back.state, evening - 1), dueOrders(back.state, evening)]).toEqual([[], [raiseOf(1)]])
  })
})
