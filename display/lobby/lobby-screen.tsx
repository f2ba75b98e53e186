import type { CSSProperties, ReactNode } from 'react'
import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Viewing } from '../../shared/viewing.ts'
import { say } from '../../shared/words/say.ts'
import type { LinkState } from '../ui/link.ts'
import { saysUnconfirmed } from '../ui/office-day.ts'
import { bannerRoomPx } from './banner-room.ts'
import { BoardBanner } from './board-banner.tsx'
import { boardLayout, type BoardLayout } from './board-layout.ts'
import { BoardHeader } from './board-header.tsx'
import type { Showing } from './call-queue.ts'
import { CalmStrip, nextPlanned } from './calm-strip.tsx'
import { CutOffCard } from './cut-off-card.tsx'
import type { Screen } from './legibility.ts'
import styles from './lobby-screen.module.css'
import type { Playing } from './media-stage.ts'
import { isDimmed, shiftOf } from './night.ts'
import { NoticesBoard } from './notices-board.tsx'
import { noticesLayout } from './notices-layout.ts'
import { NumbersBoard } from './numbers-board.tsx'
import type { OwnView } from './own-view.ts'
import { ScreenName, type OwnName } from './screen-name.tsx'
import { standingOf, standingText } from './service-standing.ts'
import { words } from './words.ts'

export interface LobbyProps {
  readonly link: LinkState<OwnView>
  /** The call whose turn it is on the board. */
  readonly showing: Showing | null
  readonly screen: Screen
  /** What the installer said of the hall; null where nothing was said. */
  readonly viewing: Viewing | null
  readonly language: Language
  /** The hub's time in ms. */
  readonly now: EpochMs
  readonly soundIsOff: boolean
  readonly onSound: () => void
  /** Typed at the desk to let this screen in; null once it is known. */
  readonly pairingCode: string | null
  /** What the screen is called, while a desk has it say so. */
  readonly named?: OwnName | null
  /** What the office shows while nobody is called; it stands only where the board lends it the place. */
  readonly playing?: Playing | null
}

/**
 * The board in the lobby: whose turn it is and where, as large as the screen allows, with notices across the top; or
 * notices alone, with what works and what does not. It never scrolls and is never blank. What it shows of the past keeps
 * its full contrast when the hub is silent.
 */
export function LobbyScreen(props: LobbyProps) {
  const { link, screen, viewing, language, now, named = null } = props
  const name = named && <ScreenName own={named} screen={screen} language={language} />
  if (link.message === null) {
    return <Connecting language={language}>{name}</Connecting>
  }

  const { view } = link.message
  const { notices, office } = view
  const { timeZone } = office
  const hasNumbers = view.shows.kind !== 'notices'
  const isCutOff = link.freshness === 'silent'
  // What holds for minutes is not said by a board that has not been told for minutes whether it does.
  const recoveries = isCutOff ? [] : view.recoveries
  const planned = isCutOff ? null : nextPlanned(view, now)
  // A screen of notices alone says it in large letters, where no notice stands in their place.
  const isUnconfirmed = !isCutOff && saysUnconfirmed(office, now) && (hasNumbers || notices.length > 0)
  const layout = boardLayout(
    screen,
    notices.length,
    isCutOff,
    hasNumbers ? viewing : null,
    { recoveries: recoveries.length, isPlanned: planned !== null, isUnconfirmed },
    bannerRoomPx(notices, language, timeZone, now, screen),
  )
  const noticesOnly = hasNumbers ? null : noticesOnlyLayout(view, layout, isCutOff, props)
  return (
    <main
      className={styles['board']}
      data-orientation={layout.orientation}
      data-without-waiting={layout.waitingPx === 0 || undefined}
      // Who comes before dawn is to read in the street what does not work.
      data-dimmed={(isDimmed(view, now) && (hasNumbers || notices.length === 0)) || undefined}
      style={boardStyle(noticesOnly ? { ...layout, bannerPx: noticesOnly.saidPx } : layout)}
    >
      <div className={styles['picture']} style={{ transform: shiftStyle(layout, now) }}>
        <BoardHeader {...props} view={view} isUnconfirmed={isUnconfirmed} />
        {notices.length > 0 && (
          <div className={styles['banner']}>
            <BoardBanner
              notices={notices}
              language={language}
              timeZone={timeZone}
              now={now}
              unitPx={layout.unitPx}
              isLarge={!hasNumbers}
            />
          </div>
        )}
        {layout.calmPx > 0 && (
          <CalmStrip
            recoveries={recoveries}
            planned={planned}
            language={language}
            timeZone={timeZone}
            now={now}
            unitPx={layout.unitPx}
          />
        )}
        {isCutOff && (
          <CutOffCard
            link={link}
            language={language}
            timeZone={timeZone}
            now={now}
            unitPx={layout.unitPx}
            hasNumbers={hasNumbers}
          />
        )}
        {noticesOnly ? (
          <NoticesBoard
            view={view}
            layout={noticesOnly}
            isKnown={!isCutOff}
            unitPx={layout.unitPx}
            language={language}
            now={now}
          />
        ) : (
          <NumbersBoard {...props} view={view} layout={layout} />
        )}
      </div>
      {name}
    </main>
  )
}

function noticesOnlyLayout(
  view: OwnView,
  { headerPx, calmPx, cardPx, unitPx }: BoardLayout,
  isCutOff: boolean,
  { screen, language, now }: LobbyProps,
) {
  const services = view.services.map((service) => ({
    name: service.name[language],
    standing: standingText(standingOf(service, view, now), language),
  }))
  const heightPx = screen.height - headerPx - calmPx - cardPx - 2 * 2.4 * unitPx
  return noticesLayout(
    screen,
    heightPx,
    services,
    view.notices.length > 0 ? 'notices' : isCutOff ? 'nothing' : 'sentence',
  )
}

function Connecting({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return (
    <main className={styles['connecting']}>
      <h1>{say(words, language, 'connecting')}</h1>
      <p>{say(words, language, 'connecting_hint')}</p>
      {children}
    </main>
  )
}

function boardStyle(layout: BoardLayout): CSSProperties {
  return {
    '--unit': px(layout.unitPx),
    '--header': px(layout.headerPx),
    '--banner': px(layout.bannerPx),
    '--calm': px(layout.calmPx),
    '--card': px(layout.cardPx),
    '--waiting': px(layout.waitingPx),
    '--now-width': px(layout.nowWidthPx),
    '--now-height': px(layout.nowHeightPx),
  } as CSSProperties
}

function shiftStyle(layout: BoardLayout, now: EpochMs): string {
  const shift = shiftOf(now)
  return `translate(${px(shift.x * layout.unitPx)}, ${px(shift.y * layout.unitPx)})`
}

function px(length: number): string {
  return `${length.toFixed(2)}px`
}
