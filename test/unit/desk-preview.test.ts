import { describe, expect, it } from 'vitest'
import { boardWith } from '../../display/desk/draft-preview.ts'
import { Scenario, staff } from '../../display/gallery/scenario.ts'
import { noticeIdSchema } from '../../shared/ids.ts'
import { noticeContentSchema, noticeKinds, type NoticeContent } from '../../shared/notice.ts'
import { noticeViews, type NoticeView } from '../../shared/views/common.ts'
import { deskView } from '../../shared/views/desk.ts'
import en from '../../shared/words/desk/en.json' with { type: 'json' }
import id from '../../shared/words/desk/id.json' with { type: 'json' }
import su from '../../shared/words/desk/su.json' with { type: 'json' }
import preparedEn from '../../shared/words/prepared/en.json' with { type: 'json' }
import preparedId from '../../shared/words/prepared/id.json' with { type: 'json' }
import preparedSu from '../../shared/words/prepared/su.json' with { type: 'json' }

const start = Date.parse('2026-11-24T08:30:00+07:00')
const content = (change: object): NoticeContent =>
  noticeContentSchema.parse({
    kind: 'outage',
    scope: { office: false, services: [], systems: ['national-server'] },
    cause: 'Server pusat sedang tidak dapat dihubungi.',
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: start + 3_600_000,
    newTickets: 'stop',
    waiting: 'hold',
    ...change,
  })
const contents = [
  content({}),
  content({
    kind: 'degraded',
    scope: { office: false, services: ['letters', 'moving'], systems: [] },
    newTickets: 'warn',
  }),
  content({ kind: 'closed', scope: { office: true, services: [], systems: [] }, waiting: 'keep' }),
]

describe('the preview of a notice', () => {
  const others = [
    content({ kind: 'information', scope: { office: true, services: [], systems: [] }, newTickets: 'give' }),
    content({ scope: { office: false, services: ['pick-up'], systems: [] } }),
  ]
  const withOthers = () =>
    others.reduce(
      (scenario, other) => scenario.give(staff, { type: 'RaiseNotice', content: other }),
      new Scenario(start),
    )
  /** Without what only the hub counts. */
  const shown = (notices: readonly NoticeView[]) =>
    notices.map(({ kind, office, services, stillOpen, systems, cause, since, expectedEnd, nextNews, ...more }) => ({
      kind,
      office,
      services: services.map(({ id }) => id),
      stillOpen: stillOpen.map(({ id }) => id),
      systems: systems.map(({ id }) => id),
      cause,
      since,
      expectedEnd,
      nextNews,
      waiting: more.waiting,
      newTickets: more.newTickets,
      instruction: more.instruction,
    }))

  it.each(contents)('is what the hub sends to every screen once it is raised beside others', (raised) => {
    const scenario = withOthers()
    const before = deskView(scenario.state, start, new Set(), [])
    scenario.give(staff, { type: 'RaiseNotice', content: raised })
    const preview = boardWith(raised, null, before.notices, before, start)
    expect(shown(preview)).toEqual(shown(noticeViews(scenario.state)))
  })

  it.each(contents)('is what the hub sends once it replaces a standing one', (updated) => {
    const scenario = withOthers().give(staff, { type: 'RaiseNotice', content: content({}) })
    const notice = noticeIdSchema.parse(3)
    const before = deskView(scenario.state, start, new Set(), [])
    scenario.give(staff, { type: 'UpdateNotice', notice, content: updated })
    const preview = boardWith(updated, notice, before.notices, before, start)
    expect(shown(preview)).toEqual(shown(noticeViews(scenario.state)))
  })

  it('puts every kind where the hub puts it', () => {
    const scope = { office: true, services: [], systems: [] }
    const scenario = noticeKinds
      .toReversed()
      .reduce(
        (before, kind) => before.give(staff, { type: 'RaiseNotice', content: content({ kind, scope }) }),
        new Scenario(start),
      )
    const view = deskView(scenario.state, start, new Set(), [])
    const raised = content({ kind: 'maintenance', scope: { office: false, services: ['moving'], systems: [] } })
    const preview = boardWith(raised, null, view.notices, view, start)
    scenario.give(staff, { type: 'RaiseNotice', content: raised })
    expect(shown(preview)).toEqual(shown(noticeViews(scenario.state)))
  })
})

describe('the words of the desk', () => {
  const holes = (area: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(area).map(([key, sentence]) => [
        key,
        [...sentence.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).toSorted(),
      ]),
    )

  it('are there in three languages, none empty, with the same holes to fill', () => {
    expect([holes(en), holes(su)]).toEqual([holes(id), holes(id)])
    expect([holes(preparedEn), holes(preparedSu)]).toEqual([holes(preparedId), holes(preparedId)])
    const all = [en, id, su, preparedEn, preparedId, preparedSu].flatMap((area) => Object.values(area))
    expect(all.filter((sentence) => sentence.trim() === '')).toEqual([])
  })
})
