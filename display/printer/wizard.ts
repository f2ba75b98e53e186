/**
 * The questions about a test strip, as a pure reducer, and what their answers mean for the printer's address. The
 * places on the strip are those of `hardware/printer/test-strip.ts`. Nothing is guessed: without all answers there is
 * no line, and what a printer was not seen to do is switched off.
 */
export const questions = [
  { ask: 'columns', options: ['32', '42', '48'] },
  { ask: 'size', options: ['larger', 'cells', 'same'] },
  { ask: 'letters', options: ['letters', 'chinese'] },
  { ask: 'accents', options: ['A', 'B', 'none'] },
  { ask: 'qr', options: ['A', 'B', 'C', 'none'] },
  { ask: 'cut', options: ['yes', 'no'] },
] as const

export type Question = (typeof questions)[number]
export type Ask = Question['ask']
export type Answers = { readonly [Q in Question as Q['ask']]?: Q['options'][number] }

/** `step` is the question asked now; null before the strip is printed, and the number of questions when all is said. */
export interface Wizard {
  readonly step: number | null
  readonly answers: Answers
}

export type WizardEvent =
  | { readonly type: 'begun' }
  | { readonly type: 'answered'; readonly ask: Ask; readonly option: string }
  | { readonly type: 'back' }
  | { readonly type: 'restarted' }

export const newWizard: Wizard = { step: null, answers: {} }

export function reduceWizard(wizard: Wizard, event: WizardEvent): Wizard {
  const { step, answers } = wizard
  switch (event.type) {
    case 'begun':
      return { step: 0, answers: {} }
    case 'answered': {
      const question = step === null ? undefined : questions[step]
      // A press that bounces answers the question it was made for, not the next one.
      if (step === null || question?.ask !== event.ask) return wizard
      if (!question.options.some((option) => option === event.option)) return wizard
      const more = { ...answers, [event.ask]: event.option }
      return { step: next(step, more, 1), answers: more }
    }
    case 'back':
      return step === null || step === 0 ? newWizard : { step: next(step, answers, -1), answers }
    case 'restarted':
      return newWizard
    default:
      return event satisfies never
  }
}

/** Chinese characters in place of accents: there is no row to choose. */
function next(step: number, { letters }: Answers, by: 1 | -1): number {
  const to = step + by
  return questions[to]?.ask === 'accents' && letters === 'chinese' ? to + by : to
}

/** The switches for the printer seen, in the form of the address; null while an answer is missing. */
export function switchesOf({ columns, size, letters, accents, qr, cut }: Answers): string | null {
  if (!columns || !size || !letters || !qr || !cut || (letters === 'letters' && !accents)) return null
  const page = letters === 'chinese' ? 'none' : (accents ?? 'none')
  return new URLSearchParams({
    profile: 'custom',
    columns,
    dots: dots[columns],
    qr: { A: 'gsk', B: 'escz', C: 'raster', none: 'off' }[qr],
    cut: cut === 'yes' ? '66' : 'none',
    // It is asked how it is; one that never answers is left in peace after that.
    status: 'yes',
    heightMax: size === 'larger' ? '8' : '2',
    inverse: size === 'same' ? 'no' : 'yes',
    codepage: { A: 'cp437', B: 'win1252', none: 'ascii' }[page],
    feed: cut === 'yes' ? '0' : '4',
  }).toString()
}

/** The whole setting; null where `place` is no printer's address. Of its switches only those of the line are kept. */
export function settingOf(place: string, switches: string): string | null {
  const [where = '', query = ''] = place.trim().split('?')
  if (!/^(?:serial:\/|lp:\/|tcp:\/\/)[^\s,]+$/.test(where)) return null
  const line = [...new URLSearchParams(query)].filter(([name]) => name === 'baud' || name === 'flow')
  return `${where}?${[...line.map(([name, value]) => `${name}=${value}`), switches].join('&')}`
}

const dots = { 32: '384', 42: '512', 48: '576' } as const
