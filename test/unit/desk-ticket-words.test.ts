import { describe, expect, it } from 'vitest'
import {
  flawOf,
  isChangedFrom,
  lettersLeft,
  ticketDraftOf,
  ticketWordsOf,
  type TicketDraft,
} from '../../display/desk/ticket-words-draft.ts'
import { TicketPictures, typingRestMs } from '../../display/desk/ticket-words-pictures.ts'
import { languages } from '../../shared/language.ts'
import { officeLimits, ticketWordsSchema, type TicketWords } from '../../shared/office.ts'
import type { PreviewAnswer } from '../../shared/wire.ts'

/** What the office says on its ticket, while it is written at a desk. */

const plain = ticketWordsSchema.parse({})
const written = ticketWordsSchema.parse({
  heading: 'Jalan Siliwangi 12',
  closing: { id: 'Sampai jumpa', en: 'Bye', su: 'Mangga' },
  showQr: false,
})
const nothing = { id: '', en: '', su: '' }
const typed = (change: Partial<TicketDraft>): TicketDraft => ({ ...ticketDraftOf(plain), ...change })

describe('the draft', () => {
  it('is what has to be typed to say the words, and comes back as the same words', () => {
    expect(ticketDraftOf(written)).toEqual({
      heading: { id: 'Jalan Siliwangi 12', en: '', su: '' },
      closing: { id: 'Sampai jumpa', en: 'Bye', su: 'Mangga' },
      showAhead: true,
      showWait: true,
      showQr: false,
    })
    for (const words of [plain, written]) expect(ticketWordsOf(ticketDraftOf(words))).toEqual(words)
  })

  it('makes of an empty line none, and of an empty language the Indonesian line', () => {
    const draft = typed({
      heading: { id: '  ', en: '', su: '\t' },
      closing: { id: ' Sampai   jumpa ', en: '', su: 'Mangga' },
    })
    const words = ticketWordsOf(draft)
    expect(words).toEqual({
      ...plain,
      heading: null,
      closing: { id: 'Sampai jumpa', en: 'Sampai jumpa', su: 'Mangga' },
    })
    // As the hub keeps them, so that what was saved is not taken for a change.
    expect(ticketWordsSchema.parse(words)).toEqual(words)
  })

  it('asks for Indonesian where another language says something', () => {
    const draft = typed({ closing: { ...nothing, su: 'Mangga' } })
    expect(languages.map((language) => flawOf(draft, 'closing', language))).toEqual([{ kind: 'needed' }, null, null])
    expect(flawOf(draft, 'heading', 'id')).toBe(null)
    expect(ticketWordsOf(draft)).toBe(null)
  })

  it.each([
    ['heading', officeLimits.ticketHeadingLengthMax],
    ['closing', officeLimits.ticketClosingLengthMax],
  ] as const)('holds the %s to the hub’s limit in every language', (line, max) => {
    for (const language of languages) {
      const long = (length: number) => typed({ [line]: { ...nothing, id: 'a', [language]: 'a'.repeat(length) } })
      expect(lettersLeft(long(max), line, language)).toBe(0)
      expect(ticketWordsSchema.safeParse(ticketWordsOf(long(max))).success).toBe(true)
      expect(flawOf(long(max + 2), line, language)).toEqual({ kind: 'too-long', count: 2 })
      expect(ticketWordsOf(long(max + 2))).toBe(null)
    }
  })

  it('is a change only where it says something else', () => {
    const draft = ticketDraftOf(written)
    expect(isChangedFrom(written, draft)).toBe(false)
    expect(isChangedFrom(written, { ...draft, heading: { ...draft.heading, en: ' Jalan Siliwangi 12 ' } })).toBe(false)
    expect(isChangedFrom(written, { ...draft, heading: nothing })).toBe(true)
    expect(isChangedFrom(written, { ...draft, closing: { ...draft.closing, su: '' } })).toBe(true)
    expect(isChangedFrom(written, { ...draft, closing: { ...draft.closing, id: '' } })).toBe(true)
    for (const shown of ['showAhead', 'showWait', 'showQr'] as const)
      expect(isChangedFrom(written, { ...draft, [shown]: !draft[shown] })).toBe(true)
  })
})

describe('its pictures', () => {
  const words = (closing: string): TicketWords => ticketWordsSchema.parse({ closing })
  const refused: PreviewAnswer = { ok: false, refusal: { reason: 'no-printer' } }
  const drawn = (each: TicketWords): PreviewAnswer => ({ ok: true, picture: `picture of ${each.closing?.id}` })

  it('are asked for once the typing rests', async () => {
    const { pictures, asked, rest } = printer()
    pictures.want(words('a'))
    pictures.want(words('ab'))
    expect(pictures.state()).toEqual({ drawn: null, problem: null, isUnderWay: true })
    expect(asked.length).toBe(0)
    await rest()
    expect(asked.map(({ of }) => of)).toEqual([words('ab')])
    await asked[0]?.answer(drawn(words('ab')))
    expect(pictures.state()).toEqual({
      drawn: { words: words('ab'), picture: 'picture of ab' },
      problem: null,
      isUnderWay: false,
    })
  })

  it('are asked for one at a time, and the words wanted last win, however late the answers are', async () => {
    const { pictures, asked, rest } = printer()
    for (const each of ['a', 'b', 'c']) {
      pictures.want(words(each))
      await rest()
    }
    expect(asked.map(({ of }) => of)).toEqual([words('a')])
    await asked[0]?.answer(drawn(words('a')))
    expect(pictures.state().isUnderWay).toBe(true)
    expect(asked.map(({ of }) => of)).toEqual([words('a'), words('c')])
    await asked[1]?.answer(drawn(words('c')))
    expect(pictures.state()).toEqual({
      drawn: { words: words('c'), picture: 'picture of c' },
      problem: null,
      isUnderWay: false,
    })
  })

  it('are not asked for twice', async () => {
    const { pictures, asked, rest } = printer()
    pictures.want(words('a'))
    await rest()
    pictures.want(words('b'))
    pictures.want(words('a'))
    await rest()
    await asked[0]?.answer(drawn(words('a')))
    pictures.want(words('a'))
    await rest()
    expect(asked.length).toBe(1)
    expect(pictures.state().isUnderWay).toBe(false)
  })

  it('wait for the rest of the typing also after an answer', async () => {
    const { pictures, asked, rest } = printer()
    pictures.want(words('a'))
    await rest()
    pictures.want(words('b'))
    await asked[0]?.answer(drawn(words('a')))
    expect(asked.length).toBe(1)
    await rest()
    expect(asked.map(({ of }) => of)).toEqual([words('a'), words('b')])
  })

  it('stay when the next one is refused or is never answered, and can be asked for again', async () => {
    const { pictures, asked, rest } = printer()
    pictures.want(words('a'))
    await rest()
    await asked[0]?.answer(drawn(words('a')))
    pictures.want(words('b'))
    await rest()
    await asked[1]?.answer(refused)
    const before = { words: words('a'), picture: 'picture of a' }
    expect(pictures.state()).toEqual({
      drawn: before,
      problem: { kind: 'refused', refusal: { reason: 'no-printer' } },
      isUnderWay: false,
    })
    pictures.again()
    await asked[2]?.fail()
    expect(pictures.state()).toEqual({ drawn: before, problem: { kind: 'no-answer' }, isUnderWay: false })
    pictures.again()
    await asked[3]?.answer(drawn(words('b')))
    expect(pictures.state()).toEqual({
      drawn: { words: words('b'), picture: 'picture of b' },
      problem: null,
      isUnderWay: false,
    })
  })

  it('are not asked for while there are no words, nor after the page is left', async () => {
    const { pictures, asked, rest } = printer()
    pictures.want(words('a'))
    pictures.want(null)
    await rest()
    pictures.again()
    expect(asked.length).toBe(0)
    expect(pictures.state().isUnderWay).toBe(false)
  })
})

interface Asked {
  readonly of: TicketWords
  readonly answer: (answer: PreviewAnswer) => Promise<void>
  readonly fail: () => Promise<void>
}

/** A printer that answers when it is told to, and a clock that goes on when it is told to. */
function printer() {
  const asked: Asked[] = []
  const timers = new Map<object, () => void>()
  const pictures = new TicketPictures({
    ask: (of) =>
      new Promise((resolve, reject) => {
        asked.push({
          of,
          answer: async (answer) => {
            resolve(answer)
            await settled()
          },
          fail: async () => {
            reject(new Error('no answer'))
            await settled()
          },
        })
      }),
    after: (ms, act) => {
      expect(ms).toBe(typingRestMs)
      const timer = {}
      timers.set(timer, act)
      return () => timers.delete(timer)
    },
  })
  const rest = async () => {
    const due = [...timers.values()]
    timers.clear()
    for (const act of due) act()
    await settled()
  }
  return { pictures, asked, rest }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
