import { describe, expect, it } from 'vitest'
import { daySchema, noticeIdSchema } from '../../shared/ids.ts'
import { plainReasons, type Refusal } from '../../shared/refusals.ts'
import { languages } from '../../shared/language.ts'
import en from '../../shared/words/refusal/en.json' with { type: 'json' }
import id from '../../shared/words/refusal/id.json' with { type: 'json' }
import su from '../../shared/words/refusal/su.json' with { type: 'json' }
import { refusalText } from '../../shared/words/refusal-text.ts'

const timeZone = 'Asia/Jakarta'
const now = Date.parse('2026-11-24T18:00:00+07:00')
const opensAt = Date.parse('2026-11-25T08:00:00+07:00')

const refusals: readonly Refusal[] = [
  ...plainReasons.map((reason) => ({ reason })),
  { reason: 'service-stopped', notice: noticeIdSchema.parse(1) },
  { reason: 'notice-already-raised', notice: noticeIdSchema.parse(1) },
  { reason: 'outside-hours', opensAt },
  { reason: 'outside-hours', opensAt: null },
  { reason: 'return-too-early', from: daySchema.parse('2026-11-26') },
  { reason: 'return-expired', until: daySchema.parse('2026-11-20') },
  { reason: 'not-understood', field: 'command.service' },
  { reason: 'wait-before-retry', waitMs: 1 },
  { reason: 'wait-before-retry', waitMs: 30_000 },
  { reason: 'wait-before-retry', waitMs: 15 * 60_000 },
]

describe('refusalText', () => {
  it.each(languages)('says every refusal as a whole sentence in %s', (language) => {
    const flawed = refusals.filter(
      (refusal) => !/^\p{Lu}[^{}]{10,}\.$/u.test(refusalText(refusal, language, timeZone, now)),
    )
    expect(flawed).toEqual([])
  })

  it('has the same sentences in every language, none of them left in another language', () => {
    expect([Object.keys(en), Object.keys(su)]).toEqual([Object.keys(id), Object.keys(id)])
    const keys = Object.keys(id) as (keyof typeof id)[]
    expect(keys.filter((key) => id[key] === en[key] || id[key] === su[key] || en[key] === su[key])).toEqual([])
  })

  it('says when the office opens, with the date when that is not today', () => {
    const refusal: Refusal = { reason: 'outside-hours', opensAt }
    expect(languages.map((language) => refusalText(refusal, language, timeZone, now))).toEqual([
      'Saat ini kami tutup. Kami buka Rabu, 25 November, 08.00.',
      'We are closed now. We open Wednesday 25 November, 08:00.',
      'Ayeuna nuju tutup. Muka deui Rebo, 25 Novémber, 08.00.',
    ])
  })

  it('says on which day a return ticket begins or ended', () => {
    const from = daySchema.parse('2026-11-26')
    const said = (refusal: Refusal) => languages.map((language) => refusalText(refusal, language, timeZone, now))
    for (const [i, name] of ['Kamis, 26 November', 'Thursday 26 November', 'Kemis, 26 Novémber'].entries()) {
      expect(said({ reason: 'return-too-early', from })[i]).toContain(name)
      expect(said({ reason: 'return-expired', until: from })[i]).toContain(name)
    }
  })

  it('says short waits in seconds and long ones in minutes, rounded up', () => {
    const said = [1, 1_001, 90_000, 90_001].map((waitMs) =>
      refusalText({ reason: 'wait-before-retry', waitMs }, 'en', timeZone, now),
    )
    expect(said).toEqual([
      'Wait 1 second, then try again.',
      'Wait 2 seconds, then try again.',
      'Wait 90 seconds, then try again.',
      'Wait 2 minutes, then try again.',
    ])
  })
})
