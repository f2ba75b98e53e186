import { Check } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskView } from '../../shared/views/desk.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import {
  isChangedFrom,
  isSameTicket,
  ticketDraftOf,
  ticketLines,
  ticketWordsOf,
  type TicketDraft,
} from './ticket-words-draft.ts'
import { TicketWordsLine } from './ticket-words-line.tsx'
import { TicketWordsPreview } from './ticket-words-preview.tsx'
import { TicketWordsShows } from './ticket-words-shows.tsx'
import styles from './ticket-words.module.css'
import { useOrders } from './use-orders.ts'

/**
 * What the office says on its ticket, with the picture of it beside. What was typed stays until it is saved or given up
 * by a press that says so; a colleague's change meanwhile is told, not taken over.
 */
export function TicketWordsDialog({ view, onClose }: { readonly view: DeskView; readonly onClose: () => void }) {
  const { say, give } = useDesk()
  const orders = useOrders()
  const [opened, setOpened] = useState(view.ticketWords)
  const [draft, setDraft] = useState(() => ticketDraftOf(opened))
  const [told, setTold] = useState<string | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const words = useMemo(() => ticketWordsOf(draft), [draft])
  const isChanged = isChangedFrom(opened, draft) && isChangedFrom(view.ticketWords, draft)
  const isOvertaken = isChanged && orders.busy === null && !isSameTicket(opened, view.ticketWords)
  if (!isChangedFrom(opened, draft) && !isSameTicket(opened, view.ticketWords)) {
    setOpened(view.ticketWords)
    setDraft(ticketDraftOf(view.ticketWords))
  }

  const write = (next: TicketDraft) => {
    setDraft(next)
    setTold(null)
    setLeaving(false)
  }
  const leave = () => (isChanged ? setLeaving(true) : onClose())
  const save = async () => {
    if (words !== null && (await orders.press('save', () => give({ type: 'SetTicketWords', words })))) onClose()
  }
  const saveButton = (
    <Button
      look="main"
      icon={Check}
      label={say('save')}
      orders
      busy={orders.busy !== null}
      hindrance={words === null ? say('why_line_wrong') : isChanged ? null : say('why_nothing_changed')}
      onPress={() => void save()}
      onHindered={setTold}
    />
  )
  return (
    <Dialog
      look="wide"
      title={say('ticket_words_title')}
      asksBeforeClosing={isChanged}
      onClose={leave}
      footer={
        <>
          <div className={styles['told']}>
            <output>{told ?? (isOvertaken ? say('ticket_changed_meanwhile') : null)}</output>
            <ProblemAlert problem={orders.problem} />
            {isLeaving && <NotSaved />}
          </div>
          {isLeaving ? (
            <>
              <Button look="quiet" label={say('do_not_save')} onPress={onClose} />
              <Button look="plain" label={say('write_on')} onPress={() => setLeaving(false)} />
            </>
          ) : (
            <Button look="quiet" label={say('cancel')} onPress={leave} />
          )}
          {saveButton}
        </>
      }
    >
      <div className={styles['ticket']}>
        <div className={styles['form']}>
          <p className={styles['text']}>
            {say('ticket_words_language', { language: say(`language_${view.office.language}`) })}
          </p>
          {ticketLines.map((line) => (
            <TicketWordsLine
              key={line}
              line={line}
              draft={draft}
              languages={view.office.languages}
              printed={view.office.language}
              onDraft={write}
            />
          ))}
          <TicketWordsShows draft={draft} onDraft={write} />
        </div>
        <TicketWordsPreview words={words} office={view.office} />
      </div>
    </Dialog>
  )
}

/** Takes the focus, so that nobody who presses Escape is left without the question. */
function NotSaved() {
  const { say } = useDesk()
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <div ref={question} tabIndex={-1} className={styles['question']}>
      <p role="alert">{say('not_saved_yet')}</p>
    </div>
  )
}
