import type { BoardLayout } from './board-layout.ts'
import type { LobbyProps } from './lobby-screen.tsx'
import styles from './lobby-screen.module.css'
import { NowServing } from './now-serving.tsx'
import { callShown } from './own-report.ts'
import type { OwnView } from './own-view.ts'
import { RecentCalls } from './recent-calls.tsx'
import { WaitingStrip } from './waiting-strip.tsx'

/** Whose turn it is, who was called before, and how many wait. */
export function NumbersBoard({
  view,
  layout,
  link,
  showing,
  language,
  now,
}: LobbyProps & { readonly view: OwnView; readonly layout: BoardLayout }) {
  const call = callShown(view, showing, now)
  return (
    <>
      <div className={styles['calls']}>
        <NowServing
          view={view}
          call={call}
          isNew={showing?.announced ?? false}
          layout={layout}
          language={language}
          now={now}
        />
        <RecentCalls calls={view.calls} shown={call} layout={layout} language={language} />
      </div>
      {layout.waitingPx > 0 && (
        <WaitingStrip
          services={view.services}
          isOld={link.freshness === 'old'}
          language={language}
          portrait={layout.orientation === 'portrait'}
        />
      )}
    </>
  )
}
