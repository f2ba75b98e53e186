import { describe, expect, it } from 'vitest'
import { contentOf } from '../../display/desk/draft-content.ts'
import { choiceOf, completed, textOf, typedOf } from '../../display/desk/draft-texts.ts'
import { emptyDraft, reduceDraft } from '../../display/desk/notice-draft.ts'
import { preparedFor, preparedIdOf, preparedText } from '../../display/desk/prepared-texts.ts'
import { systemIdSchema } from '../../shared/ids.ts'
import { preparedTextSchema, type PreparedText } from '../../shared/prepared-text.ts'

const replaced = prepared('cause_central_server', 'outage', 'cause', 'Jaringan pusat terputus.')
const lightning = prepared('own-lightning', 'outage', 'cause', {
  id: 'Alat tersambar petir.',
  en: 'Lightning struck.',
  su: 'Kabentar gelap.',
})
const later = prepared('own-later', 'degraded', 'instruction', 'Datang lagi Senin.')
const texts = [replaced, lightning, later]

describe('prepared texts', () => {
  it('offer what comes with Loket, then what the office wrote for this kind and place', () => {
    const offered = preparedFor('outage', 'cause', texts)
    expect(offered.map(({ id, origin }) => [id, origin])).toEqual([
      ['cause_central_server', 'replaced'],
      ['cause_power', 'built-in'],
      ['cause_internet', 'built-in'],
      ['cause_equipment', 'built-in'],
      ['cause_blanks', 'built-in'],
      ['own-lightning', 'own'],
    ])
    expect(offered[0]?.text).toEqual(replaced.text)
    expect(preparedFor('outage', 'instruction', texts).every(({ origin }) => origin === 'built-in')).toBe(true)
    expect(preparedFor('degraded', 'instruction', texts).at(-1)).toEqual({
      id: 'own-later',
      text: later.text,
      origin: 'own',
    })
  })

  it('stand in the place of one that comes with Loket wherever that is offered, also unasked', () => {
    expect(preparedFor('pick-up-only', 'cause', texts)[0]?.text).toEqual(replaced.text)
    const system = systemIdSchema.parse('national-server')
    const draft = reduceDraft(emptyDraft, { type: 'system', id: system }, [])
    expect(contentOf(draft, 0, texts)?.cause).toEqual(replaced.text)
    expect(contentOf(draft, 0, [])?.cause).toEqual(preparedText('cause_central_server', []))
  })

  it('are found again by what they say, and are own words once nobody knows them', () => {
    expect(preparedIdOf(lightning.text, texts)).toBe('own-lightning')
    expect(choiceOf(lightning.text, texts)).toEqual({ kind: 'prepared', id: 'own-lightning' })
    expect(choiceOf(lightning.text, [])).toEqual({ kind: 'own', typed: lightning.text })
    expect(textOf({ kind: 'prepared', id: 'own-lightning' }, [])).toBeNull()
  })
})

describe('words of somebody’s own', () => {
  it('say the first language in those that were left empty', () => {
    expect(completed({ id: ' Banjir. ', en: '', su: 'Caah.' })).toEqual({ id: 'Banjir.', en: 'Banjir.', su: 'Caah.' })
    expect(completed({ id: '', en: 'Flood.', su: ' ' })).toEqual({ id: 'Flood.', en: 'Flood.', su: 'Flood.' })
    expect(completed({ id: ' ', en: '', su: '' })).toBeNull()
  })

  it('are typed only where they differ', () => {
    const text = { id: 'Banjir.', en: 'Banjir.', su: 'Caah.' }
    expect(typedOf(text)).toEqual({ id: 'Banjir.', en: '', su: 'Caah.' })
    expect(completed(typedOf(text))).toEqual(text)
  })
})

function prepared(id: string, kind: string, says: string, text: unknown): PreparedText {
  return preparedTextSchema.parse({ id, kind, says, text })
}
