import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readOfficeFile } from '../../kiosk/hub/office-file.ts'
import { testFolder } from '../hub/folder.ts'

const service = '{ id: cards, letter: A, name: Kartu, colour: blue, pictogram: help }'
const counter = '{ id: "1", name: Loket 1, services: [cards] }'
const office = `name: Kantor\ntimeZone: Asia/Jakarta\nservices: [${service}]\ncounters: [${counter}]\n`

test('a document that is right is read', async () => {
  expect(await flawsOf(office)).toEqual([])
})

test.each([
  ['', 'office: expected fields with values, as in name: value'],
  ['just words', 'office: expected fields with values, as in name: value'],
  [office.replace('name: Kantor\n', ''), 'name: is missing; expected a text, or a text for each language (id, en, su)'],
  [office.replace(/counters: .*\n/, ''), 'counters: is missing; expected a list, each entry after a hyphen'],
  [office.replace(/services: \[\{.*\n/, 'services: []\n'), 'services: expected at least 1 entry'],
  [office.replace(/counters: .*\n/, 'counters: one\n'), 'counters: expected a list, each entry after a hyphen'],
  [
    `${office}colour: blue\n`,
    'office: expected no field named colour here; look at its spelling and how far it is indented',
  ],
  [
    office.replace('colour: blue', 'colour: red'),
    'services.0.colour: expected one of blue, teal, green, purple, brown, pink, slate, indigo',
  ],
  [office.replace('letter: A', 'letter: a'), 'services.0.letter: one capital letter, A to Z'],
  [office.replace('name: Kartu', `name: ${'x'.repeat(61)}`), 'services.0.name: expected at most 60 letters'],
  [
    office.replace('pictogram: help', 'pictogram: help, minutesTypical: 0'),
    'services.0.minutesTypical: expected a number, at least 0.5',
  ],
  [
    office.replace('pictogram: help', 'pictogram: help, quotaPerDay: 1.5'),
    'services.0.quotaPerDay: expected a whole number',
  ],
  [`${office}address: office.example\n`, 'address: expected an address such as http://192.168.1.10:8080'],
  [`${office}address: ftp://office.example\n`, 'address: expected an address such as http://192.168.1.10:8080'],
  [`${office}confirmEachDay: often\n`, 'confirmEachDay: expected true or false'],
  [`${office}languages: []\n`, 'languages: expected at least 1 entry'],
  [`${office}exceptions: [{ date: soon, name: Libur }]\n`, 'exceptions.0.date: expected a date such as "2026-11-24"'],
  [`${office}numbersFrom: early\n`, 'numbersFrom: a time of day such as "08:00"'],
])('%j is told in plain words: %s', async (text, flaw) => {
  expect(await flawsOf(text)).toEqual(expect.arrayContaining([flaw]))
})

test('no flaw is told in the words of the program that reads', async () => {
  const wrong = ['', '{}', 'services: [{}]\ncounters: [{}]', 'name: 3\nservices: 4\ncounters: {}\nhours: []\nvoice: 1']
  const flaws = (await Promise.all(wrong.map(flawsOf))).flat()
  expect(flaws.length).toBeGreaterThan(12)
  expect(flaws.filter((flaw) => /invalid|too small|too big|received|array|string|undefined|>=/i.test(flaw))).toEqual([])
})

async function flawsOf(text: string): Promise<readonly string[]> {
  const file = path.join(testFolder(), 'office.yaml')
  writeFileSync(file, text)
  const read = await readOfficeFile(file)
  return read.ok ? [] : read.flaws
}
