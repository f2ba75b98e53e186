import { describe, expect, it } from 'vitest'
import {
  emptyReport,
  isWhole,
  noticeOf,
  reduceReport,
  stepBack,
  type OutageReport,
  type ReportAction,
} from '../../kiosk/screen/outage-report.ts'
import { causeText, causes } from '../../kiosk/screen/prepared-causes.ts'
import { reaches } from '../../shared/chosen-scope.ts'
import { serviceIdSchema, systemIdSchema } from '../../shared/ids.ts'
import { noticeContentSchema, type NoticeScope } from '../../shared/notice.ts'

const recording = serviceIdSchema.parse('id-card-recording')
const printing = serviceIdSchema.parse('id-card-printing')
const letters = serviceIdSchema.parse('letters')
const next: ReportAction = { type: 'next' }
const server = systemIdSchema.parse('national-server')
const systems = [{ id: server, services: [{ id: recording }, { id: printing }] }]
const toggle = (service: typeof recording): ReportAction => ({ type: 'service', service, systems })
const system: ReportAction = { type: 'system', system: server, systems }
const scope = (said: Partial<NoticeScope>) => ({ office: false, services: [], systems: [], ...said })
const keys = (signs: string): ReportAction[] => Array.from(signs, (key) => ({ type: 'key', key }))
const after = (actions: readonly ReportAction[], report: OutageReport = emptyReport) =>
  actions.reduce(reduceReport, report)

describe('what does not work', () => {
  it('is one service, several, or all', () => {
    expect(after([toggle(recording), toggle(printing), toggle(recording)]).scope).toEqual(
      scope({ services: [printing] }),
    )
    expect(after([toggle(recording), { type: 'office' }]).scope).toEqual(scope({ office: true }))
    expect(after([{ type: 'office' }, toggle(printing)]).scope).toEqual(scope({ services: [printing] }))
  })

  it('is a system with all that need it, less a service that still works', () => {
    expect(after([toggle(letters), toggle(recording), system]).scope).toEqual(
      scope({ services: [letters], systems: [server] }),
    )
    expect(after([{ type: 'office' }, system]).scope).toEqual(scope({ systems: [server] }))
    expect(after([system, system]).scope).toEqual(emptyReport.scope)
    expect(after([system, toggle(recording)]).scope).toEqual(scope({ services: [printing] }))
    expect([recording, printing, letters].map((each) => reaches(after([system]).scope, each, systems))).toEqual([
      true,
      true,
      false,
    ])
    expect([after([system, next]).step, noticeOf(after([system]), 0).scope]).toEqual([
      'why',
      scope({ systems: [server] }),
    ])
  })

  it('has to be said before anything else', () => {
    expect([after([next]).step, after([toggle(recording), next]).step]).toEqual(['what', 'why'])
  })
})

describe('who says so', () => {
  const named = after([toggle(recording), next, { type: 'cause', cause: null }])

  it('is asked for after the cause, and has to be said', () => {
    expect([named.step, after([...keys(' '), next], named).step, after([...keys('Siti'), next], named).step]).toEqual([
      'name',
      'name',
      'pin',
    ])
  })

  it('can be mended, and is no longer than a name', () => {
    expect(after([...keys('Sitti'), { type: 'key', key: 'Backspace' }], named).name).toBe('Sitt')
    expect(after(keys('x'.repeat(60)), named).name).toBe('x'.repeat(40))
    expect(after([{ type: 'key', key: 'Shift' }], named).name).toBe('')
  })

  it('is proved by six digits, and the PIN is gone as soon as one goes back', () => {
    const pin = after([...keys('Siti'), next, ...keys('4a8291377')], named)
    expect([pin.pin, isWhole(pin), isWhole(after([{ type: 'key', key: 'Backspace' }], pin))]).toEqual([
      '482913',
      true,
      false,
    ])
    expect(stepBack(pin)).toMatchObject({ step: 'name', name: 'Siti', pin: '' })
  })
})

describe('the notice', () => {
  const at = Date.parse('2026-11-24T03:41:00+07:00')

  it('is an outage that stops new numbers, keeps places and promises news', () => {
    const report = after([toggle(recording), toggle(printing), next, { type: 'cause', cause: 'cause_central_server' }])
    expect(noticeOf(report, at)).toEqual({
      kind: 'outage',
      scope: { office: false, services: [recording, printing], systems: [] },
      cause: {
        id: 'Server pusat sedang tidak dapat dihubungi.',
        en: 'The central server cannot be reached.',
        su: 'Server puseur ayeuna teu tiasa dikontak.',
      },
      instruction: null,
      since: null,
      expectedEnd: null,
      nextNews: Date.parse('2026-11-24T04:45:00+07:00'),
      newTickets: 'stop',
      waiting: 'hold',
    })
  })

  it('is one that the office takes, whatever was chosen', () => {
    const reports = [null, ...causes].flatMap((cause) => [
      after([{ type: 'office' }, next, { type: 'cause', cause }]),
      after([toggle(printing), next, { type: 'cause', cause }]),
      after([system, next, { type: 'cause', cause }]),
    ])
    expect(reports.filter((report) => !noticeContentSchema.safeParse(noticeOf(report, at)).success)).toEqual([])
    expect(causes.map((cause) => Object.keys(causeText(cause)))).toEqual(causes.map(() => ['id', 'en', 'su']))
  })
})
