import type { DeskCounter, DeskView } from '../../shared/views/desk.ts'
import { DayEndDialog } from './day-end-dialog.tsx'
import { MediaDialog } from './media-dialog.tsx'
import type { OpenDialog } from './open-dialog.ts'
import { PairDialog } from './pair-dialog.tsx'
import { PeopleDialog } from './people-dialog.tsx'
import { PreparedDialog } from './prepared-dialog.tsx'
import { RecordingsDialog } from './recordings-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import { ReturnTicketDialog } from './return-ticket-dialog.tsx'
import { ReturnsDialog } from './returns-dialog.tsx'
import { ScreensDialog } from './screens-dialog.tsx'
import type { SignedIn } from './signed-in.ts'
import { TicketDialog } from './ticket-dialog.tsx'
import { TicketWordsDialog } from './ticket-words-dialog.tsx'
import { TicketsOutDialog } from './tickets-out-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** The one dialog that is open. What it is about is read from the view as it is now, not as it was when it opened. */
export function DeskDialogs({
  open,
  view,
  counter,
  person,
  onOpen,
  onClose,
}: {
  readonly open: OpenDialog
  readonly view: DeskView
  readonly counter: DeskCounter
  readonly person: SignedIn
  readonly onOpen: (dialog: OpenDialog) => void
  readonly onClose: () => void
}) {
  switch (open.kind) {
    case 'report':
      return (
        <ReportDialog
          view={view}
          target={open.target}
          onRaised={(notice, people) => (people > 0 ? onOpen({ kind: 'tickets-out', notice }) : onClose())}
          onClose={onClose}
        />
      )
    case 'resolve':
    case 'withdraw':
    case 'tickets-out':
      return <AboutNotice open={open} view={view} onClose={onClose} />
    case 'ticket':
      return (
        <TicketDialog
          ticket={open.ticket}
          counter={counter}
          onTransfer={() => onOpen({ kind: 'transfer', ticket: open.ticket })}
          onClose={onClose}
        />
      )
    case 'transfer':
      return <TransferDialog view={view} ticket={open.ticket} onClose={onClose} />
    case 'return-ticket':
      return <ReturnTicketDialog onClose={onClose} />
    case 'returns':
      return <ReturnsDialog returns={view.returns} onClose={onClose} />
    case 'prepared':
      return <PreparedDialog view={view} onClose={onClose} />
    case 'ticket-words':
      return <TicketWordsDialog view={view} onClose={onClose} />
    case 'recordings':
      return <RecordingsDialog languages={view.office.languages} onClose={onClose} />
    case 'people':
      return <PeopleDialog person={person} onClose={onClose} />
    case 'screens':
      return (
        <ScreensDialog
          view={view}
          mayChange={person.role === 'supervisor'}
          onLetIn={() => onOpen({ kind: 'pair' })}
          onClose={onClose}
        />
      )
    case 'media':
      return <MediaDialog office={view.office} day={view.day} onClose={onClose} />
    case 'pair':
      return <PairDialog onClose={onClose} />
    case 'day-end':
      return <DayEndDialog view={view} onClose={onClose} />
    default:
      return open satisfies never
  }
}

function AboutNotice({
  open,
  view,
  onClose,
}: {
  readonly open: Extract<OpenDialog, { readonly notice: unknown }>
  readonly view: DeskView
  readonly onClose: () => void
}) {
  const standing = view.notices.find(({ id }) => id === open.notice)
  if (open.kind === 'withdraw') {
    const notice = standing ?? view.scheduled.find(({ id }) => id === open.notice)
    return notice ? <WithdrawDialog notice={notice} isUp={standing !== undefined} onClose={onClose} /> : null
  }
  // The answer to raising it may be here before the view that shows it.
  if (!standing) return null
  return open.kind === 'resolve' ? (
    <ResolveDialog notice={standing} view={view} onClose={onClose} />
  ) : (
    <TicketsOutDialog notice={standing} view={view} onClose={onClose} />
  )
}
