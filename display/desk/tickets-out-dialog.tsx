import { useEffect, useRef, useState } from 'react'
import type { ServiceView } from '../../shared/views/common.ts'
import type { DeskNotice, DeskView } from '../../shared/views/desk.ts'
import { noticeHeading } from '../../shared/words/notice-text.ts'
import { Button } from './button.tsx'
import { useDesk } from './desk-context.ts'
import { Dialog } from './dialog.tsx'
import { MoveWaiting } from './move-waiting.tsx'
import { SendHome } from './send-home.tsx'
import { peopleIn } from './tickets-out.ts'
import styles from './tickets-out.module.css'
import { TicketsOutServices } from './tickets-out-services.tsx'
import { WaitOrKeep } from './wait-or-keep.tsx'

/**
 * What becomes of everybody who holds a number for what a notice says: their place is kept, they are called as always,
 * they move to another service, or they go home with the paper they hold as a return ticket. It stands beside the work
 * and stops nobody from calling.
 */
export function TicketsOutDialog({
  notice,
  view,
  onClose,
}: {
  readonly notice: DeskNotice
  readonly view: DeskView
  readonly onClose: () => void
}) {
  const { say, language } = useDesk()
  const [step, setStep] = useState<Step>({ kind: 'overview' })
  const [told, setTold] = useState<string | null>(null)
  const people = peopleIn(notice)
  const top = useRef<HTMLDivElement>(null)
  const before = useRef(step)
  useEffect(() => {
    // The button that led here is gone: what came of it is read next.
    if (before.current !== step) top.current?.focus()
    before.current = step
  }, [step])
  const go = (next: Step) => {
    setTold(null)
    setStep(next)
  }
  const done = (sentence: string) => {
    setTold(sentence)
    setStep({ kind: 'overview' })
  }
  const back = () => go({ kind: 'overview' })
  return (
    <Dialog
      look="beside"
      title={people === 0 ? say('nobody_holds_it') : say('people_hold_a_number', { count: people })}
      onClose={onClose}
      footer={<Button look="main" label={say('done')} onPress={onClose} />}
    >
      <div ref={top} className={styles['dialog']} tabIndex={-1}>
        <p className={styles['about']}>{noticeHeading(notice, language)}</p>
        <output className={styles['told']}>{told}</output>
        {step.kind === 'overview' && people > 0 && (
          <>
            <WaitOrKeep notice={notice} onDone={setTold} />
            <TicketsOutServices
              notice={notice}
              view={view}
              onMove={(service) => go({ kind: 'move', service })}
              onSendHome={(services) => go({ kind: 'send-home', services })}
            />
          </>
        )}
        {step.kind === 'send-home' && <SendHome notice={notice} services={step.services} onBack={back} onDone={done} />}
        {step.kind === 'move' && (
          <MoveWaiting notice={notice} view={view} service={step.service} onBack={back} onDone={done} />
        )}
      </div>
    </Dialog>
  )
}

type Step =
  | { readonly kind: 'overview' }
  | { readonly kind: 'send-home'; readonly services: readonly ServiceView[] }
  | { readonly kind: 'move'; readonly service: ServiceView }
