import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { OfficeView } from '../../shared/views/common.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import { moment } from '../../shared/words/when.ts'
import styles from './reading-page.module.css'
import { placesText, sentence } from './words.ts'

/** The plain words where no notice says it: the visitor's own press was refused, or there are no numbers now. */
export function ServiceWords({
  view,
  service,
  refusal,
  language,
  now,
}: {
  readonly view: KioskView
  readonly service: KioskService | undefined
  readonly refusal: Refusal | null
  readonly language: Language
  readonly now: EpochMs
}) {
  if (refusal)
    return (
      <p className={styles['text']} role="alert">
        {refusalText(refusal, language, view.office.timeZone, now)}
      </p>
    )
  return sentencesFor(view.office, service, language, now).map((text) => (
    <p key={text} className={styles['text']}>
      {text}
    </p>
  ))
}

function sentencesFor(
  office: OfficeView,
  service: KioskService | undefined,
  language: Language,
  now: EpochMs,
): readonly string[] {
  if (!service) return []
  const places = placesText(service, language)
  switch (service.availability) {
    case 'full':
      return [sentence(language, service.placesLeft?.until === 'closing' ? 'full_closing_text' : 'full_text')]
    case 'closed':
      return closedSentences(office, service, language, now)
    case 'open':
      return [places ?? sentence(language, 'open_text')]
    case 'warned':
      return places === null ? [] : [places]
    case 'stopped':
      return []
    default:
      return service.availability satisfies never
  }
}

/** When the counters open, and when numbers are given again where that is another time or the counters are open. */
function closedSentences(
  { opening, early, timeZone }: OfficeView,
  { opensAt }: KioskService,
  language: Language,
  now: EpochMs,
): readonly string[] {
  const at = (when: EpochMs) => ({ time: moment(language, timeZone, when, now) })
  const opens = opening.open || early ? null : opening.until
  const sentences = [
    opens === null ? null : sentence(language, 'closed_text_until', at(opens)),
    opensAt === null || opensAt === opens ? null : sentence(language, 'numbers_again', at(opensAt)),
  ].filter((text) => text !== null)
  return sentences.length > 0 ? sentences : [sentence(language, 'closed_text')]
}
