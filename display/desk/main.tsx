import { useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import type { DeskView } from '../../shared/views/desk.ts'
import type { LobbyView } from '../../shared/views/lobby.ts'
import type { OfficeVoice } from '../../shared/voice/settings.ts'
import type { ViewMessage } from '../../shared/wire.ts'
import { connect, hubAddress, screenId, type OfficeLink } from '../ui/connect.ts'
import { pageLanguage } from '../ui/language.ts'
import { keepPageUp } from '../ui/offline-page.ts'
import '../ui/tokens.css'
import { useClock } from '../ui/use-clock.ts'
import { useDoor, useLink } from '../ui/use-link.ts'
import { pageTitle, type MediaWays } from './desk-context.ts'
import { DeskScreen } from './desk-screen.tsx'
import { browserMemory } from './remembered.ts'
import { sendFile } from './send-file.ts'

// What the door says no moment in; the office's own once a view has come.
const tabletTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const clockStepMs = 5_000
const restedMs = 180_000
const forgottenMs = 3_600_000
const answerMsMax = 8_000

function DeskPage({ link }: { readonly link: OfficeLink<DeskView> }) {
  const state = useLink(link)
  const door = useDoor(link)
  const now = useClock(state, clockStepMs)
  const office = state.message?.view.office
  const language = pageLanguage(location.search, office?.language)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = pageTitle(language)
  }, [language])
  const timeZone = office?.timeZone ?? tabletTimeZone
  const media = useMemo<MediaWays>(() => ({ ask: link.media, send: sendFile, addressOf: ofHub }), [link])
  const desk = {
    language,
    timeZone,
    now,
    give: link.give,
    ask: link.ask,
    print: link.print,
    order: link.order,
    preview: link.preview,
    recordings,
    media,
    memory: browserMemory,
  }
  return <DeskScreen link={state} door={door} desk={desk} />
}

function ofHub(path: string): string {
  return hubAddress(location) + path
}

/** The TVs are told of them; a desk reads once what a TV is shown. */
async function recordings(): Promise<OfficeVoice['recordings']> {
  const answer = await fetch(`${hubAddress(location)}/api/lobby.json`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(answerMsMax),
  })
  if (!answer.ok) throw new Error(`the hub answers ${answer.status}`)
  return ((await answer.json()) as ViewMessage<LobbyView>).view.voice.recordings
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
// What is half written in a dialog is somebody's, until nobody has come back to it for long.
keepPageUp({
  root,
  isFree: (idleMs) => idleMs > (document.querySelector('dialog[open]') ? forgottenMs : restedMs),
})
// Made by this browser in the form the hub's schema asks for.
const screen = screenId()
createRoot(root).render(<DeskPage link={connect<DeskView>(hubAddress(location), { as: 'desk', screen })} />)
