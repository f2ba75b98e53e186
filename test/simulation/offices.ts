import type { Office } from '../../shared/office.ts'
import { officeWith, smallDocument } from '../core/small-office.ts'
import type { Dice } from './dice.ts'

/** The office document a run begins with: three services, a system, two counters; some with hours, quotas and early numbers. */
export function officeFor(dice: Dice): Office {
  const day = [{ from: '07:30', to: '15:30' }]
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day }
  return officeWith({
    ...(dice.chance(35) && { hours: week, ...(dice.chance(40) && { numbersFrom: '06:30' }) }),
    ...(dice.chance(20) && { timeZone: 'Asia/Jayapura' }),
    ...(dice.chance(25) && { services: quotas(dice.between(3, 12)) }),
    returns: { validDays: dice.between(1, 3), perDay: dice.between(1, 3), inARowMax: 2 },
    confirmEachDay: dice.chance(50),
  })
}

/** Another document for the same office, as a technician might put it in force in the middle of a day. */
export function changedOffice(office: Office, dice: Dice): Office {
  const { services, counters } = office
  const gone = dice.among(services).id
  const kept = officeWith({ timeZone: office.timeZone, hours: office.hours, returns: office.returns })
  switch (dice.below(5)) {
    case 0:
      return { ...office, services: services.map((each) => ({ ...each, quotaPerDay: dice.between(1, 30) })) }
    case 1:
      return { ...office, services: services.map((each) => ({ ...each, firstNumber: dice.between(1, 40) })) }
    case 2:
      return services.length < 3
        ? kept
        : {
            ...office,
            services: services.filter(({ id }) => id !== gone),
            counters: counters.map((each) => ({ ...each, services: each.services.filter((id) => id !== gone) })),
          }
    case 3:
      return { ...office, priorityInARowMax: dice.between(1, 4), numbersFrom: null }
    default:
      return kept
  }
}

function quotas(quotaPerDay: number) {
  return smallDocument.services.map((service, i) => (i === 1 ? { ...service, quotaPerDay } : service))
}
