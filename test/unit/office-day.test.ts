import { expect, test } from 'vitest'
import { saysUnconfirmed } from '../../display/ui/office-day.ts'
import { momentOf } from '../../shared/day.ts'
import { daySchema } from '../../shared/ids.ts'
import { initialState } from '../../shared/state.ts'
import { officeView } from '../../shared/views/common.ts'

const zone = initialState.office.timeZone
const at = (day: string, hour: number) => momentOf(daySchema.parse(day), hour * 60, zone)
const now = at('2026-11-24', 6)
const office = { ...officeView(initialState, now), confirmed: false, early: false }

test('D11 a day that nobody has confirmed is said to be so while the office serves, gives numbers or still opens', () => {
  expect({
    open: saysUnconfirmed({ ...office, opening: { open: true, until: null } }, now),
    early: saysUnconfirmed({ ...office, early: true, opening: { open: false, until: at('2026-11-24', 8) } }, now),
    'opens later today': saysUnconfirmed({ ...office, opening: { open: false, until: at('2026-11-24', 8) } }, now),
    'opens tomorrow': saysUnconfirmed({ ...office, opening: { open: false, until: at('2026-11-25', 8) } }, now),
    'closed for long': saysUnconfirmed({ ...office, opening: { open: false, until: null } }, now),
    confirmed: saysUnconfirmed({ ...office, confirmed: true, opening: { open: true, until: null } }, now),
  }).toEqual({
    open: true,
    early: true,
    'opens later today': true,
    'opens tomorrow': false,
    'closed for long': false,
    confirmed: false,
  })
})
