import type { BoardLayout } from './board-layout.ts'
import type { LobbyProps } from './lobby-screen.tsx'
import styles from './lobby-screen.module.css'
import { MediaPanel } from './media-panel.tsx'
import { isPlaceLent } from './media-place.ts'
import { NowServing } from './now-serving.tsx'
import { callShown } from './own-report.ts'
import type { OwnView } from './own-view.ts'
import { RecentCalls } from './recent-calls.tsx'
import { WaitingStrip } from './waiting-strip.tsx'

/**
 * Whose turn it is, who was called before, and how many wait. Where the office's pictures stand in the place of the large
 * number, the number stands first in the list; what is said of the call to those who listen does not change.
 */
export function NumbersBoard({
  view,
  layout,
  link,
  showing,
  language,
  now,
  playing = null,
}: LobbyProps & { readonly view: OwnView; readonly layout: BoardLayout }) {
  const call = callShown(view, showing, now)
  const lentTo = isPlaceLent(playing, link, showing, now) ? playing : null
  return (
    <>
      <div className={styles['calls']}>
        <div className={styles['place']}>
          <NowServing
            view={view}
            call={call}
            isNew={showing?.announced ?? false}
            layout={layout}
            language={language}
            now={now}
          />
          {lentTo && <MediaPanel playing={lentTo} layout={layout} language={language} office={view.office.language} />}
        </div>
        <RecentCalls
          calls={view.calls}
          shown={lentTo ? null : call}
          current={lentTo ? call : null}
          layout={layout}
          language={language}
        />
      </div>
      {layout.waitingPx > 0 && (
        <WaitingStrip
          services={view.services}
          isOld={link.freshness === 'old'}
          language={language}
          portrait={layout.orientation === 'portrait'}
          isSlim={layout.isWaitingSlim}
        />
      )}
    </>
  )
}
