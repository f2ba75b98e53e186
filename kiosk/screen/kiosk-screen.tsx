import type { NoticeId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { KioskView } from '../../shared/views/kiosk.ts'
import type { DeskDoor, DeviceDoor } from '../../shared/wire.ts'
import { hubTime, type LinkState } from '../../display/ui/link.ts'
import { CodePage } from './code-page.tsx'
import { isOverdue, type Flow } from './flow.ts'
import { Frame } from './frame.tsx'
import { HomePage } from './home-page.tsx'
import styles from './kiosk-screen.module.css'
import { NoticesPage } from './notices-page.tsx'
import { NumberPage } from './number-page.tsx'
import { PlainPage } from './plain-page.tsx'
import { NotAcceptedPage, ResumedPage } from './return-answer-page.tsx'
import { ServicePage } from './service-page.tsx'
import { StaffPage } from './staff-page.tsx'
import type { Action } from './visit.ts'
import { sentence } from './words.ts'

/**
 * All that a resident touches. It shows what the hub last said and what this visitor has done so far, and reports what
 * is done next; it keeps nothing itself. It never shows a service to touch while a touch could not be answered.
 */
export interface KioskScreenProps {
  readonly link: LinkState<KioskView>
  readonly door: DeskDoor | DeviceDoor | null
  readonly flow: Flow
  /** The page's language, unless the visitor chose another. */
  readonly language: Language
  /** The screen's own clock, in ms. */
  readonly at: number
  /** The screen's own clock when the page was opened, in ms. */
  readonly openedAt: number
  readonly act: (action: Action) => void
  readonly onPainted: (notice: NoticeId, revision: number) => void
}

export function KioskScreen(props: KioskScreenProps) {
  return <div className={styles['kiosk']}>{pageOf(props)}</div>
}

function pageOf({ link, door, flow, at, openedAt, act, onPainted, ...own }: KioskScreenProps) {
  const view = link.message?.view ?? null
  const language = flow.language ?? own.language
  const now = hubTime(link, at)

  if (door?.state === 'unpaired')
    return (
      <PlainPage
        heading={sentence(language, 'unpaired_heading')}
        text={sentence(language, 'unpaired_text')}
        code={door.pairingCode}
      />
    )
  const cutOff = isCutOff(link, at - openedAt)
  const hasNumber = view !== null && flow.page.kind === 'number'
  if (isOverdue(flow) || (cutOff && !hasNumber))
    return (
      <PlainPage
        key="cut-off"
        heading={sentence(language, 'cut_off_heading')}
        text={sentence(language, 'cut_off_text')}
        warns={isOverdue(flow) ? 'own-action' : 'standing'}
      />
    )
  if (view === null) return <PlainPage heading={sentence(language, 'moment_please')} />

  const page = { view, flow, language, now, act }
  if (flow.page.kind === 'staff') return <StaffPage {...page} page={flow.page} />
  return (
    <Frame office={view.office} language={language} now={now} act={act}>
      {flow.page.kind === 'home' && <HomePage {...page} onPainted={onPainted} />}
      {flow.page.kind === 'notices' && <NoticesPage {...page} />}
      {flow.page.kind === 'service' && <ServicePage {...page} key={flow.page.service} page={flow.page} />}
      {flow.page.kind === 'number' && <NumberPage {...page} key={flow.page.taken.ticket} page={flow.page} />}
      {flow.page.kind === 'code' && <CodePage {...page} page={flow.page} />}
      {flow.page.kind === 'resumed' && <ResumedPage {...page} page={flow.page} />}
      {flow.page.kind === 'not-accepted' && <NotAcceptedPage {...page} page={flow.page} />}
    </Frame>
  )
}

/** What every page is given. */
export interface PageProps {
  readonly view: KioskView
  readonly flow: Flow
  readonly language: Language
  /** The hub's time in ms. */
  readonly now: number
  readonly act: (action: Action) => void
}

/** Whether a touch could no longer be answered: the hub is long silent, or has not spoken since the page was opened. */
export function isCutOff(link: LinkState<KioskView>, openForMs: number): boolean {
  return link.freshness === 'connecting'
    ? openForMs > connectingMsMax
    : link.freshness === 'old' || link.freshness === 'silent'
}

const connectingMsMax = 5_000
