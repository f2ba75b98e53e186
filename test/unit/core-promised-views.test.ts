import { describe, expect, it } from 'vitest'
import { mainKiosk } from '../../shared/ids.ts'
import { deskView } from '../../shared/views/desk.ts'
import { phoneView } from '../../shared/views/phone.ts'
import { cards, letters, officeWith, one, pickUp } from '../core/small-office.ts'
import { callNext, on, outage, raise, resolve, scan, sendHome, setOffice, take, withTicket } from '../core/steps.ts'
import { dayMs, further, given, morning, secret, untouched, type Story } from '../core/story.ts'

const agents = new Set([mainKiosk])
const mark = (id: string, letter: string, name: string) => ({
  id,
  letter,
  name: { id: name, en: name, su: name },
  colour: 'blue',
  pictogram: 'help',
})
describe('what was promised', () => {
  it('V7 the desk sees for each day how many of each service were asked to come and have not', () => {
    const perDay = officeWith({ returns: { perDay: 2, validDays: 3, inARowMax: 2 } })
    const people = [take(cards), take(letters), take(cards), take(cards)]
    const sent = further(untouched, setOffice(perDay), ...people, sendHome(cards, letters))
    const returns = ({ state, at }: Story) => deskView(state, at, agents, []).returns
    const loads = (...days: readonly (readonly [string, ...(readonly [object, number][])])[]) => ({
      perDay: 2,
      inARowMax: 2,
      days: days.map(([day, ...services]) => ({
        day,
        services: services.map(([service, count]) => ({ service, count })),
      })),
    })
    const [a, b] = [mark('cards', 'A', 'Kartu'), mark('letters', 'B', 'Surat')]
    expect(returns(given())).toEqual({ ...loads(), perDay: 40 })
    expect(returns(sent)).toEqual(loads(['2027-03-02', [a, 2], [b, 1]], ['2027-03-03', [a, 1]]))
    const came = further(sent, on(morning + dayMs, scan(secret(1))), callNext(one))
    expect(returns(came)).toEqual(loads(['2027-03-02', [a, 1], [b, 1]], ['2027-03-03', [a, 1]]))
    expect(returns(further(came, on(morning + 4 * dayMs, take(pickUp))))).toEqual(loads(['2027-03-03', [a, 1]]))
  })

  it('V7 and how many people each notice touches, waiting or set aside, and how many come back', () => {
    const story = given(
      take(cards),
      take(letters),
      take(cards),
      take(cards),
      withTicket('HoldTicket', 3),
      raise(outage({ scope: { office: true, services: [], systems: [] }, waiting: 'hold' })),
    )
    const desk = ({ state, at }: Story) => deskView(state, at, agents, [])
    expect(desk(story).notices.map(({ affected, ticketsWaiting }) => ({ affected, ticketsWaiting }))).toEqual([
      {
        affected: [
          { service: mark('cards', 'A', 'Kartu'), people: 3 },
          { service: mark('letters', 'B', 'Surat'), people: 1 },
        ],
        ticketsWaiting: 3,
      },
    ])
    const after = further(story, resolve(1), take(letters))
    expect(desk(after).services.map(({ waiting, comingBack }) => [waiting, comingBack])).toEqual([
      [2, 2],
      [2, 1],
      [0, 0],
    ])
    expect(desk(further(after, take(cards, 'priority'))).services.map(({ classes }) => classes)).toEqual([
      { regular: 2, priority: 1, return: 0 },
      { regular: 2, priority: 0, return: 0 },
      { regular: 0, priority: 0, return: 0 },
    ])
    expect(desk(after).recoveries).toMatchObject([{ id: 1, held: 3 }])
  })

  it('V9 the desk sees who was sent home today, by number, and how many of each service', () => {
    const office = officeWith({ returns: { perDay: 500, validDays: 3, inARowMax: 2 } })
    const people = Array.from({ length: 210 }, () => take(cards))
    const story = further(
      untouched,
      setOffice(office),
      take(letters),
      ...people,
      take(letters),
      sendHome(cards, letters),
    )
    const desk = ({ state, at }: Story) => deskView(state, at, agents, [])
    const { sentHome, services } = desk(story)
    expect(services.map((service) => service.sentHome)).toEqual([210, 2, 0])
    expect(sentHome.map(({ number }) => number)).toEqual([
      ...Array.from({ length: 199 }, (_, i) => `A${String(i + 12).padStart(3, '0')}`),
      'B002',
    ])
    const [first] = sentHome
    expect(first).toMatchObject({ number: 'A012', state: 'returned', service: mark('cards', 'A', 'Kartu') })
    const back = desk(further(story, withTicket('ResumeTicket', 212)))
    expect([back.sentHome.map(({ number }) => number).includes('B002'), back.services[1]?.sentHome]).toEqual([false, 1])
    expect(desk(further(story, on(morning + dayMs, take(cards)))).sentHome).toEqual([])
    const mixed = desk(given(take(letters), take(cards), take(letters), sendHome(letters, cards)))
    expect(mixed.sentHome.map(({ number }) => number)).toEqual(['A001', 'B001', 'B002'])
  })

  it('V2 B1 a phone sees the promise of its own paper, as long as it is known', () => {
    const sent = given(take(cards), take(cards), sendHome(cards))
    const seen = ({ state, at }: Story, step = 1) => {
      const { ticket, promise } = phoneView(state, at, secret(step))
      return [ticket?.state ?? null, promise]
    }
    const promise = {
      number: 'A001',
      service: mark('cards', 'A', 'Kartu'),
      from: '2027-03-02',
      until: '2027-03-15',
      usedOn: null,
      today: '2027-03-01',
    }
    expect(seen(sent)).toEqual(['returned', promise])
    expect(seen(further(sent, withTicket('ResumeTicket', 1)))).toEqual(['waiting', null])
    const next = further(sent, on(morning + dayMs, take(letters)))
    expect(seen(next)).toEqual([null, { ...promise, today: '2027-03-02' }])
    const used = further(next, scan(secret(1)))
    expect(seen(used)).toEqual([null, { ...promise, today: '2027-03-02', usedOn: '2027-03-02' }])
    const late = further(sent, on(morning + 20 * dayMs, take(letters)))
    expect(seen(late)).toEqual([null, { ...promise, today: '2027-03-21' }])
    expect(seen(further(sent, on(morning + 29 * dayMs, take(letters))))).toEqual([null, null])
  })
})
