import { StrictMode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { shortCode } from '../../shared/short-code.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import { say } from '../../shared/words/say.ts'
import { connect, hubAddress, screenId } from '../ui/connect.ts'
import { pageLanguage } from '../ui/language.ts'
import { keepPageUp } from '../ui/offline-page.ts'
import { reportPainted } from '../ui/report-painted.ts'
import '../ui/tokens.css'
import { useClock } from '../ui/use-clock.ts'
import { useDoor, useLink } from '../ui/use-link.ts'
import { watchCalls } from './call-board.ts'
import { EmptyOnFault } from './empty-on-fault.tsx'
import { viewingOf } from './legibility.ts'
import { LobbyScreen } from './lobby-screen.tsx'
import { watchMedia } from './media-stage.ts'
import { ownLink } from './own-link.ts'
import { isPlaceLent } from './media-place.ts'
import { ownReport, pageVersion } from './own-report.ts'
import { ownSettings } from './own-view.ts'
import { reloadAtNight } from './reload-at-night.ts'
import { followOrders } from './screen-orders.ts'
import { soundsOf } from './sound-files.ts'
import { openSound } from './sound-output.ts'
import { createPlayer } from './sound-player.ts'
import { sayCalls } from './voice-board.ts'
import { watchSecondPath } from '../ui/second-path.ts'
import { useWindowSize } from './window-size.ts'
import { words } from './words.ts'

/** The page `/lobby`: one link, one queue of calls, one voice, for as long as the television is on. */
const root = document.querySelector('#root')
if (!root) throw new Error('the page has no #root')
// Not while a call has its time on the board, or others wait for theirs behind it.
keepPageUp({
  root,
  isFree: () => {
    const call = calls.showing()
    return call === null || !call.announced || performance.now() - call.since > callIsHeardMs
  },
})

const address = hubAddress(location)
const thisScreen = screenId()
const hub = connect<LobbyView>(address, { as: 'lobby', screen: thisScreen })
// Board and voice know what this TV shows, and nothing else.
const link = ownLink(hub, thisScreen)
const orders = followOrders(hub, () => location.reload())
const version = pageVersion(document)
const sound = openSound()
const calls = watchCalls(link)
const media = watchMedia(link, calls, address, ({ office }) => pageLanguage(location.search, office.language))
sayCalls(link, createPlayer(sound, soundsOf(address)))
reportPainted(link)
watchSecondPath(hub, `${address}/api/lobby.json`)
reloadAtNight(hub)

createRoot(root).render(
  <StrictMode>
    <EmptyOnFault>
      <Lobby />
    </EmptyOnFault>
  </StrictMode>,
)

function Lobby() {
  const state = useLink(link)
  const door = useDoor(link)
  const now = useClock(state)
  const screen = useWindowSize()
  const viewingOfAddress = useMemo(() => viewingOf(location.search), [])
  const showing = useSyncExternalStore(calls.subscribe, calls.showing)
  const playing = useSyncExternalStore(media.subscribe, media.playing)
  const soundIsOff = useSyncExternalStore(sound.subscribe, sound.isOff)
  const isNamed = useSyncExternalStore(orders.subscribe, orders.isNamed)
  const view = state.message?.view
  const settings = view && ownSettings(view, thisScreen)
  const viewing = viewingOfAddress ?? settings?.viewing ?? null
  const language = pageLanguage(location.search, view?.office.language)
  const pairingCode = door?.state === 'unpaired' ? door.pairingCode : null
  // Sent when anything of it has changed.
  useEffect(() => {
    if (!view) return
    const showsMedia = isPlaceLent(playing, state, showing, now)
    hub.report(ownReport({ view, showing, screen, viewing, now, soundIsOff, version, showsMedia }))
  })
  useEffect(() => {
    document.documentElement.lang = language
    document.title = say(words, language, 'title')
  }, [language])
  return (
    <LobbyScreen
      link={state}
      showing={showing}
      screen={screen}
      viewing={viewing}
      language={language}
      now={now}
      soundIsOff={soundIsOff}
      onSound={sound.unlock}
      pairingCode={pairingCode}
      playing={playing}
      named={isNamed ? { name: settings?.name ?? null, code: shortCode(thisScreen), pairingCode } : null}
    />
  )
}

// Until then it may still be spoken, behind others.
const callIsHeardMs = 90_000
