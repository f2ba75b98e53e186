import { LoaderCircle, Printer, RotateCw } from 'lucide-react'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import type { TicketWords } from '../../shared/office.ts'
import type { DeskView } from '../../shared/views/desk.ts'
import { refusalText } from '../../shared/words/refusal-text.ts'
import { list } from '../../shared/words/say.ts'
import { Button } from './button.tsx'
import controls from './controls.module.css'
import { useDesk } from './desk-context.ts'
import { isSameTicket } from './ticket-words-draft.ts'
import { TicketPictures } from './ticket-words-pictures.ts'
import styles from './ticket-words.module.css'
import type { Problem } from './use-orders.ts'

/**
 * The ticket as the office's own printer would print it with these words, drawn anew when the typing rests. A picture of
 * earlier words stays, paler, until the next one is there.
 */
export function TicketWordsPreview({
  words,
  office,
}: {
  /** The same ones as long as nothing is typed; null while what was typed makes no ticket. */
  readonly words: TicketWords | null
  readonly office: DeskView['office']
}) {
  const { say, language, live, preview } = useDesk()
  const id = useId()
  const [pictures] = useState(() => new TicketPictures({ ask: preview, after }))
  const { drawn, problem, isUnderWay } = useSyncExternalStore(pictures.subscribe, pictures.state)
  useEffect(() => {
    pictures.want(words)
    return () => pictures.want(null)
  }, [pictures, words])
  const isPresent = drawn !== null && words !== null && isSameTicket(drawn.words, words)
  return (
    <section className={styles['preview']} aria-labelledby={`${id}-heading`} aria-busy={isUnderWay}>
      <h3 id={`${id}-heading`} className={styles['heading']}>
        {say('ticket_preview')}
      </h3>
      <p className={controls['hint']}>{say('ticket_preview_text')}</p>
      <output className={styles['word']}>
        {!live ? (
          say('why_not_live')
        ) : words === null ? (
          say('ticket_picture_waits')
        ) : problem === null ? null : (
          <NoPicture problem={problem} />
        )}
      </output>
      {live && words !== null && problem !== null && (
        <Button
          look="quiet"
          icon={RotateCw}
          label={say('try_again')}
          busy={isUnderWay}
          onPress={() => pictures.again()}
        />
      )}
      {drawn !== null ? (
        <img
          className={isPresent ? styles['paper'] : `${styles['paper']} ${styles['before']}`}
          // Two dots of the printer, some 200 to the inch, for each pixel of the page: about as wide as the paper is.
          srcSet={`${drawn.picture} 2x`}
          alt={altOf(drawn.words)}
        />
      ) : (
        <div className={styles['blank']} aria-hidden="true">
          {isUnderWay && live ? <LoaderCircle className={controls['turning']} /> : <Printer />}
          {isUnderWay && live && <span>{say('ticket_picture_drawn')}</span>}
        </div>
      )}
    </section>
  )

  /** What the picture shows, for whoever cannot see it. */
  function altOf({ heading, closing, showAhead, showWait, showQr }: TicketWords): string {
    const quoted = (line: TicketWords['heading']) =>
      line === null ? [] : [say('ticket_picture_words', { words: line[office.language] })]
    const parts = [
      ...quoted(office.name),
      ...quoted(heading),
      say('ticket_picture_number'),
      ...(showAhead ? [say('ticket_picture_ahead')] : []),
      ...(showWait ? [say('ticket_picture_wait')] : []),
      ...(showQr ? [say('ticket_picture_code')] : []),
      ...quoted(closing),
    ]
    return say('ticket_picture', { parts: list(language, parts) })
  }
}

function NoPicture({ problem }: { readonly problem: Problem }) {
  const { say, language, timeZone, now } = useDesk()
  if (problem.kind === 'no-answer') return say('no_answer')
  return problem.refusal.reason === 'no-printer'
    ? say('no_ticket_picture')
    : refusalText(problem.refusal, language, timeZone, now)
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
