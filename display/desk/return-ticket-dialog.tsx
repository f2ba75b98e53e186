import { CornerUpLeft } from 'lucide-react'
import { useState } from 'react'
import type { Outcome } from '../../shared/outcome.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import styles from './ticket-dialog.module.css'
import { useOrders } from './use-orders.ts'

/** Takes somebody's return ticket at the desk, for people who cannot do it at the ticket machine. */
export function ReturnTicketDialog({ onClose }: { readonly onClose: () => void }) {
  const { say, give } = useDesk()
  const orders = useOrders()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)

  const take = async () => {
    setTried(true)
    setTaken(null)
    if (code.trim() === '') return
    const written = code.trim()
    const done = await orders.press('take', () => give({ type: 'UseReturnTicket', code: written }))
    if (!done) return
    setTaken({ written, outcome: done.outcome })
    setCode('')
    setTried(false)
  }
  return (
    <Dialog title={say('return_ticket')} onClose={onClose}>
      <form
        className={styles['ticket']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <p className={styles['facts']}>{say('return_ticket_text')}</p>
        <Field
          label={say('return_code')}
          hint={say('return_code_hint')}
          value={code}
          onValue={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          flaw={tried && code.trim() === '' ? say('return_code_missing') : null}
        />
        <ProblemAlert problem={orders.problem} />
        <output className={styles['told']}>
          {taken?.outcome.kind === 'ticket-taken' && say('return_taken', { number: taken.outcome.number })}
          {taken?.outcome.kind === 'ticket-resumed' &&
            say('return_resumed', { number: taken.outcome.number ?? taken.written })}
        </output>
        <Button
          type="submit"
          look="main"
          icon={CornerUpLeft}
          label={say('take_return')}
          orders
          busy={orders.busy !== null}
        />
      </form>
    </Dialog>
  )
}

interface Taken {
  /** As it was typed. */
  readonly written: string
  readonly outcome: Outcome
}
