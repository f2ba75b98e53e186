import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exampleOffice } from '../../shared/example-office.ts'
import { officeLimits, officeSchema, parseOffice } from '../../shared/office.ts'
import { smallDocument, smallOffice } from '../core/small-office.ts'

const [cards, letters, pickUp] = smallDocument.services
const [one, two] = smallDocument.counters

describe('an office document', () => {
  it('O2 what was left out has its default, and Indonesian stands in', () => {
    const document = {
      name: { id: 'Kantor', en: 'Office' },
      timeZone: 'Asia/Makassar',
      services: [{ id: 'letters', letter: 'A', name: 'Surat', colour: 'blue', pictogram: 'letter' }],
      counters: [{ id: '1', name: { id: 'Loket 1' }, services: ['letters'] }],
    }
    expect(parseOffice(document)).toEqual({
      ok: true,
      office: {
        name: { id: 'Kantor', en: 'Office', su: 'Kantor' },
        timeZone: 'Asia/Makassar',
        language: 'id',
        languages: ['id', 'en', 'su'],
        address: null,
        systems: [],
        services: [
          {
            id: 'letters',
            letter: 'A',
            name: { id: 'Surat', en: 'Surat', su: 'Surat' },
            colour: 'blue',
            pictogram: 'letter',
            needs: [],
            minutesTypical: 6,
            quotaPerDay: null,
            firstNumber: 1,
            lastNumber: 999,
            bring: null,
            hours: null,
          },
        ],
        counters: [{ id: '1', name: { id: 'Loket 1', en: 'Loket 1', su: 'Loket 1' }, services: ['letters'] }],
        hours: null,
        numbersFrom: null,
        confirmEachDay: true,
        exceptions: [],
        priorityInARowMax: 3,
        returns: { validDays: 14, perDay: 40, inARowMax: 2 },
        ticket: { heading: null, closing: null, showAhead: true, showWait: true, showQr: true },
        voice: null,
      },
    })
  })

  it('O2 times of day become minutes, and a week its seven days', () => {
    const hours = { monday: [{ from: '07:30', to: '24:00' }] }
    const result = parseOffice({ ...smallDocument, hours })
    expect(result.ok && result.office.hours).toEqual({
      sunday: [],
      monday: [{ from: 450, to: 1440 }],
      tuesday: [],
      wednesday: [],
      thursday: [],
      friday: [],
      saturday: [],
    })
  })

  it('O2 once read it reads as the same again, as the ledger needs', () => {
    for (const office of [smallOffice, exampleOffice]) {
      const stored: unknown = JSON.parse(JSON.stringify(office))
      expect(officeSchema.parse(stored)).toStrictEqual(office)
    }
  })

  it('O2 says what the office wants on its ticket, within limits that are named', () => {
    const ticketOf = (ticket: object) => {
      const result = parseOffice({ ...smallDocument, ticket })
      return result.ok ? result.office.ticket : result.flaws
    }
    expect(
      ticketOf({ heading: 'Jalan Merdeka 1', closing: { id: 'Terima kasih', en: 'Thank you' }, showQr: false }),
    ).toEqual({
      heading: { id: 'Jalan Merdeka 1', en: 'Jalan Merdeka 1', su: 'Jalan Merdeka 1' },
      closing: { id: 'Terima kasih', en: 'Thank you', su: 'Terima kasih' },
      showAhead: true,
      showWait: true,
      showQr: false,
    })
    const flaws = [
      { heading: 'x'.repeat(61) },
      { closing: { id: 'x'.repeat(81) } },
      { showQr: 'no' },
      { colour: 'red' },
    ]
    expect(flaws.map((ticket) => JSON.stringify(ticketOf(ticket)))).toEqual([
      expect.stringContaining('ticket.heading: '),
      expect.stringContaining('ticket.closing.id: '),
      expect.stringContaining('ticket.showQr: '),
      expect.stringContaining('ticket: '),
    ])
  })

  it('O2 control characters and marks that turn text around do not pass', () => {
    const result = parseOffice({ ...smallDocument, name: '  Kantor\u001B@\u202E  Kecil\n' })
    expect(result.ok && result.office.name.id).toBe('Kantor @ Kecil')
  })

  it('O1 a document that is none says so', () => {
    for (const document of [null, undefined, '', 'services', 7, []])
      expect(parseOffice(document)).toEqual({
        ok: false,
        flaws: [expect.stringMatching(/^office: .*expected object/)],
      })
  })

  it('O1 every flaw is a line that begins with its field', () => {
    const flaws = (change: object) => {
      const result = parseOffice({ ...smallDocument, ...change })
      return result.ok ? [] : result.flaws
    }
    const span = (from: unknown, to: unknown) => ({ hours: { monday: [{ from, to }] } })
    expect({
      zone: flaws({ timeZone: 'WIB' }),
      unknown: flaws({ opening: 'always' }),
      letter: flaws({ services: [{ ...cards, letter: 'a' }, letters, pickUp] }),
      letterTwice: flaws({ services: [cards, { ...letters, letter: 'A' }, pickUp] }),
      idTwice: flaws({ services: [cards, letters, pickUp, { ...cards, letter: 'X' }] }),
      id: flaws({ services: [{ ...cards, id: 'Kartu Baru' }, letters, pickUp], counters: [two] }),
      need: flaws({ services: [{ ...cards, needs: ['power'] }, letters, pickUp] }),
      band: flaws({ services: [{ ...cards, firstNumber: 9, lastNumber: 8 }, letters, pickUp] }),
      minutes: flaws({ services: [{ ...cards, minutesTypical: 0 }, letters, pickUp] }),
      colour: flaws({ services: [{ ...cards, colour: 'red' }, letters, pickUp] }),
      service: flaws({ counters: [one, { ...two, services: ['letters', 'pickup'] }] }),
      counterTwice: flaws({ counters: [one, one] }),
      noCounter: flaws({ counters: [] }),
      clock: flaws(span('7:30', '12:00')),
      late: flaws(span('07:30', '24:30')),
      backwards: flaws(span('12:00', '07:30')),
      dateTwice: flaws({
        exceptions: [
          { date: '2027-01-01', name: 'Libur' },
          { date: '2027-01-01', name: 'Tahun Baru' },
        ],
      }),
      date: flaws({ exceptions: [{ date: '2027-02-29', name: 'Libur' }] }),
      backwardsRange: flaws({ exceptions: [{ date: '2027-03-10', until: '2027-03-09', name: 'Puasa' }] }),
      twoKinds: flaws({
        exceptions: [{ date: '2027-03-10', name: 'Puasa', week: {}, open: [{ from: '08:00', to: '12:00' }] }],
      }),
      rangeTwice: flaws({
        exceptions: [
          { date: '2027-03-10', until: '2027-03-12', name: 'Cuti' },
          { date: '2027-03-10', until: '2027-03-12', name: 'Libur' },
        ],
      }),
      early: flaws({ numbersFrom: '3:00' }),
      ownHours: flaws({
        services: [{ ...cards, hours: { monday: [{ from: '12:00', to: '08:00' }] } }, letters, pickUp],
      }),
      returnsDays: flaws({ returns: { validDays: 0 } }),
      returnsRow: flaws({ returns: { inARowMax: 0 } }),
      language: flaws({ languages: ['id', 'jv'] }),
      address: flaws({ address: 'loket.kantor' }),
      empty: flaws({ name: ' ' }),
    }).toEqual({
      zone: ['timeZone: an IANA time zone such as "Asia/Jakarta"'],
      unknown: [expect.stringMatching(/^office: .*opening/)],
      letter: ['services.0.letter: one capital letter, A to Z'],
      letterTwice: ['services.1.letter: is taken by another service'],
      idTwice: ['services.3.id: is there twice'],
      id: [expect.stringMatching(/^services\.0\.id: .*small letters, digits and hyphens/)],
      need: ['services.0.needs.0: no system has the id "power"'],
      band: ['services.0.lastNumber: must not be below firstNumber'],
      minutes: [expect.stringMatching(/^services\.0\.minutesTypical: /)],
      colour: [expect.stringMatching(/^services\.0\.colour: .*"blue"/)],
      service: ['counters.1.services.1: no service has the id "pickup"'],
      counterTwice: ['counters.1.id: is there twice'],
      noCounter: [expect.stringMatching(/^counters: /)],
      clock: ['hours.monday.0.from: a time of day such as "08:00"'],
      late: ['hours.monday.0.to: a time of day such as "08:00"'],
      backwards: ['hours.monday.0: the opening time must be before the closing time'],
      dateTwice: ['exceptions.1.date: is there twice'],
      date: [expect.stringMatching(/^exceptions\.0\.date: /)],
      backwardsRange: ['exceptions.0.until: must not be before date'],
      twoKinds: ['exceptions.0.week: takes the place of open: only one of both'],
      rangeTwice: ['exceptions.1.date: is there twice'],
      early: ['numbersFrom: a time of day such as "08:00"'],
      ownHours: ['services.0.hours.monday.0: the opening time must be before the closing time'],
      returnsDays: [expect.stringMatching(/^returns\.validDays: /)],
      returnsRow: [expect.stringMatching(/^returns\.inARowMax: /)],
      language: [expect.stringMatching(/^languages\.1: /)],
      address: [expect.stringMatching(/^address: /)],
      empty: [expect.stringMatching(/^name: /)],
    })
  })

  it('O1 says ten flaws at most', () => {
    const services = Array.from({ length: 26 }, () => ({ ...cards, letter: '?' }))
    const result = parseOffice({ ...smallDocument, services })
    expect(result.ok ? [] : result.flaws).toHaveLength(10)
  })

  it('O1 has limits, and names the field that is beyond them', () => {
    const long = 'x'.repeat(officeLimits.nameLengthMax + 1)
    const result = parseOffice({ ...smallDocument, name: long, services: Array.from({ length: 27 }, () => cards) })
    expect(result.ok ? [] : result.flaws.map((flaw) => flaw.split(':')[0])).toEqual(
      expect.arrayContaining(['name', 'services']),
    )
  })

  it('O1 what people get wrong in YAML is named as well', () => {
    const flaws = (text: string) => {
      const result = parseOffice({ ...smallDocument, ...parse(text) })
      return result.ok ? [] : result.flaws
    }
    // A number where an id should be, a list that is no list, a date that YAML keeps as text, a bare time of day.
    expect(flaws('counters:\n  - { id: 1, name: Loket 1, services: [cards] }')).toEqual([
      expect.stringMatching(/^counters\.0\.id: .*expected string/),
    ])
    expect(flaws('counters:\n  - { id: "1", name: Loket 1, services: cards }')).toEqual([
      expect.stringMatching(/^counters\.0\.services: .*expected array/),
    ])
    expect(flaws('exceptions:\n  - { date: 2027-01-01, name: Libur }')).toEqual([])
    expect(flaws('hours:\n  monday:\n    - { from: 07:30, to: 12:00 }')).toEqual([])
    expect(flaws('hours:\n  Monday: []')).toEqual([expect.stringMatching(/^hours: .*Monday/)])
  })
})
