import { CalendarClock, CircleQuestionMark, Printer, WifiOff, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DeskView } from '../../shared/views/desk.ts'
import type { StaffRole } from '../../shared/wire.ts'
import { dateOf } from '../../shared/words/when.ts'
import { momentOf } from '../../shared/day.ts'
import type { Freshness } from '../ui/link.ts'
import styles from './attention.module.css'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { printerLines } from './printer-lines.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { useOrders } from './use-orders.ts'

/**
 * What somebody should see to: the link, a date in doubt, ticket machines, papers nobody is sure of. It stands below
 * the counter's buttons, so that they stay where they are when it grows.
 */
export function Attention({
  view,
  freshness,
  role,
}: {
  readonly view: DeskView
  readonly freshness: Freshness
  readonly role: StaffRole
}) {
  const { say, language, timeZone, give } = useDesk()
  const orders = useOrders()
  const { doubtedDate } = view
  const [doubted] = view.doubtedPapers
  const lines = printerLines(view.printers)
  return (
    <section className={styles['attention']} aria-label={say('attention')}>
      {freshness === 'silent' && <Line icon={WifiOff} text={say('silent_text')} />}
      {doubtedDate !== null && (
        <Line
          icon={CalendarClock}
          text={say(role === 'supervisor' ? 'date_doubted' : 'date_doubted_staff', {
            date: dateOf(language, timeZone, momentOf(doubtedDate, 12 * 60, timeZone)),
          })}
        >
          {role === 'supervisor' && (
            <Button
              label={say('date_right')}
              orders
              busy={orders.busy === 'date'}
              onPress={() => void orders.press('date', () => give({ type: 'ConfirmDate', day: doubtedDate }))}
            />
          )}
        </Line>
      )}
      {lines.map(({ machine, key, meanwhile }) => (
        <Line
          key={`${machine}-${key}`}
          icon={Printer}
          text={say(key, { machine })}
          {...(meanwhile && { more: say('printer_meanwhile') })}
        />
      ))}
      {doubted && (
        <Line
          icon={CircleQuestionMark}
          text={say('paper_doubted', { number: doubted.number })}
          {...(view.doubtedPapers.length > 1 && { more: say('paper_more', { count: view.doubtedPapers.length - 1 }) })}
        >
          <Button
            label={say('yes')}
            orders
            busy={orders.busy === `yes-${doubted.ticket}`}
            onPress={() =>
              void orders.press(`yes-${doubted.ticket}`, () => give({ type: 'ConfirmPaper', ticket: doubted.ticket }))
            }
          />
          <Button
            label={say('print_copy')}
            orders
            busy={orders.busy === `copy-${doubted.ticket}`}
            onPress={() =>
              void orders.press(`copy-${doubted.ticket}`, () => give({ type: 'PrintAgain', ticket: doubted.ticket }))
            }
          />
        </Line>
      )}
      <ProblemAlert problem={orders.problem} />
    </section>
  )
}

function Line({
  icon: Icon,
  text,
  more,
  children,
}: {
  readonly icon: LucideIcon
  readonly text: string
  readonly more?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles['line']}>
      <Icon aria-hidden="true" focusable="false" />
      <p className={styles['text']}>
        <strong>{text}</strong> {more}
      </p>
      {children}
    </div>
  )
}
