import { expect, test } from 'vitest'
import { comingBackOf } from '../../display/desk/coming-back.ts'
import { kiosk, Scenario, staff } from '../../display/gallery/scenario.ts'
import { exampleOffice } from '../../shared/example-office.ts'
import { serviceIdSchema } from '../../shared/ids.ts'
import { noticeContentSchema } from '../../shared/notice.ts'
import { deskView } from '../../shared/views/desk.ts'

const start = Date.parse('2026-11-24T08:30:00+07:00')
const day = 24 * 60
const letters = serviceIdSchema.parse('letters')
const moving = serviceIdSchema.parse('moving')

test('who comes back is said with the office’s own mix, and with the first day of this notice, not of another', () => {
  const scenario = new Scenario(start, { ...exampleOffice, returns: { ...exampleOffice.returns, inARowMax: 3 } })
    .give(kiosk, { type: 'TakeTicket', service: letters, class: 'regular' })
    .give(staff, { type: 'SendHome', services: [letters] })
    .give(kiosk, { type: 'TakeTicket', service: moving, class: 'regular' }, day)
    .give(staff, { type: 'SendHome', services: [moving] }, day)
    .give(staff, { type: 'RaiseNotice', content: closed(moving) }, day)
    .give(staff, { type: 'RaiseNotice', content: closed(letters) }, day)
  const view = deskView(scenario.state, start + day * 60_000, new Set(), [])
  const [first, second] = view.notices.toSorted((one, other) => one.id - other.id)
  const uncalled = { called: { regular: 0, priority: 0, return: 0 }, inARowMax: 3, stillHeld: 0, returning: 1 }
  expect([first && comingBackOf(first, view), second && comingBackOf(second, view)]).toEqual([
    { ...uncalled, firstDay: '2026-11-26' },
    { ...uncalled, firstDay: '2026-11-25' },
  ])
})

function closed(service: string) {
  return noticeContentSchema.parse({
    kind: 'closed',
    scope: { office: false, services: [service], systems: [] },
    cause: null,
    instruction: null,
    since: null,
    expectedEnd: null,
    nextNews: null,
    newTickets: 'stop',
    waiting: 'hold',
  })
}
