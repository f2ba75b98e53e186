import type { DeskView } from '../../shared/views/desk.ts'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { SlipButtons } from './slip-buttons.tsx'
import styles from './ticket-dialog.module.css'

/** The day's numbers on paper: how many were given, served, and not. */
export function DayEndDialog({ view, onClose }: { readonly view: DeskView; readonly onClose: () => void }) {
  const { say } = useDesk()
  return (
    <Dialog title={say('day_end')} onClose={onClose}>
      <div className={styles['ticket']}>
        <p className={styles['facts']}>{say('day_end_text')}</p>
        <SlipButtons view={view} slip="print_day_end" request={(kiosk) => ({ kind: 'day-end', kiosk })} />
      </div>
    </Dialog>
  )
}
