import { expect, test } from 'vitest'
import {
  newWizard,
  questions,
  reduceWizard,
  settingOf,
  switchesOf,
  type Answers,
} from '../../display/printer/wizard.ts'
import { parseAddress } from '../../hardware/printer/address.ts'
import { printerProfiles, type PrinterProfile } from '../../hardware/printer/profiles.ts'

/** The way from a strip of paper to a setting that the agent takes. */

const wide: Answers = { columns: '48', size: 'larger', letters: 'letters', accents: 'A', qr: 'A', cut: 'yes' }
const narrow: Answers = { columns: '32', size: 'cells', letters: 'chinese', qr: 'C', cut: 'no' }

function answered(answers: Answers) {
  return questions.reduce(
    (wizard, { ask }) => reduceWizard(wizard, { type: 'answered', ask, option: answers[ask] ?? '' }),
    reduceWizard(newWizard, { type: 'begun' }),
  )
}

test.each<[string, Answers, Partial<PrinterProfile>]>([
  ['an 80 mm printer with all it needs', wide, printerProfiles.generic80],
  ['a 58 mm printer that can do little', narrow, { ...printerProfiles.generic58, status: true }],
  [
    'a TM-T88 without a name',
    { ...wide, columns: '42', accents: 'B' },
    { columns: 42, dots: 512, codePage: 'win1252' },
  ],
  [
    'one that draws no code and spells nothing',
    { ...wide, accents: 'none', qr: 'none' },
    { qr: 'off', codePage: 'ascii' },
  ],
  [
    'one with a QR code of its own kind and neither large nor white letters',
    { ...narrow, size: 'same', qr: 'B' },
    { qr: 'escz', heightMax: 2, inverse: false },
  ],
])('%s gets the setting it needs', (_name, answers, profile) => {
  const wizard = answered(answers)
  expect(wizard).toEqual({ step: questions.length, answers })
  const parsed = parseAddress(settingOf('lp:/dev/usb/lp0', switchesOf(wizard.answers) ?? '') ?? '')
  expect(parsed).toMatchObject({ kind: 'ok', address: { kind: 'lp', path: '/dev/usb/lp0', detects: false, profile } })
})

test('with an answer missing there is no setting', () => {
  for (const { ask } of questions) expect(switchesOf({ ...wide, [ask]: undefined })).toBe(null)
})

test('a press counts for the question it was made for, and only with an answer that is offered', () => {
  const first = reduceWizard(newWizard, { type: 'begun' })
  const second = reduceWizard(first, { type: 'answered', ask: 'columns', option: '42' })
  expect(second).toEqual({ step: 1, answers: { columns: '42' } })
  expect(reduceWizard(second, { type: 'answered', ask: 'columns', option: '48' })).toBe(second)
  expect(reduceWizard(second, { type: 'answered', ask: 'size', option: 'huge' })).toBe(second)
  // The rows of accents and the codes have the same letters.
  const codes = answered({ columns: '48', size: 'larger', letters: 'letters', accents: 'A' })
  expect(codes.step).toBe(4)
  expect(reduceWizard(codes, { type: 'answered', ask: 'accents', option: 'B' })).toBe(codes)
  expect(reduceWizard(newWizard, { type: 'answered', ask: 'columns', option: '42' })).toBe(newWizard)
})

test('going back asks the question before, and passes over one that was not asked', () => {
  const steps = (answers: Answers) => {
    const seen: (number | null)[] = []
    for (let wizard = answered(answers); wizard.step !== null; wizard = reduceWizard(wizard, { type: 'back' }))
      seen.push(wizard.step)
    return seen
  }
  expect([steps(wide), steps(narrow)]).toEqual([
    [6, 5, 4, 3, 2, 1, 0],
    [6, 5, 4, 2, 1, 0],
  ])
  expect(reduceWizard(answered(wide), { type: 'restarted' })).toBe(newWizard)
})

test('the printer keeps its place and its line, and gives up the switches it had', () => {
  const line = 'serial:/dev/ttyUSB0?baud=19200&profile=epson80&flow=rtscts'
  expect(settingOf(line, 'profile=custom&columns=32')).toBe(
    'serial:/dev/ttyUSB0?baud=19200&flow=rtscts&profile=custom&columns=32',
  )
  expect(
    ['', 'printer', 'virtual:', 'lp:', 'lp:/dev/a b', 'tcp://a,tcp://b'].map((place) => settingOf(place, 'x')),
  ).toEqual(Array.from({ length: 6 }, () => null))
})
