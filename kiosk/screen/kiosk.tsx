import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Link } from '../../display/ui/connect.ts'
import { pageLanguage } from '../../display/ui/language.ts'
import { useDoor, useLink } from '../../display/ui/use-link.ts'
import type { NoticeId } from '../../shared/ids.ts'
import type { KioskService, KioskView } from '../../shared/views/kiosk.ts'
import { isCutOff, KioskScreen } from './kiosk-screen.tsx'
import { useButtons } from './use-buttons.ts'
import { useFlow } from './use-flow.ts'
import { useKeys } from './use-keys.ts'
import { useManners } from './use-manners.ts'
import { outageKeyIn, useOutageKey } from './use-outage-key.ts'
import { sentence } from './words.ts'

/** The kiosk alive: its link to the hub, the visitor's flow, the clock and the physical buttons around the screen. */
export function Kiosk({
  link,
  search,
}: {
  readonly link: Link<KioskView>
  /** The query of the page's address. */
  readonly search: string
}) {
  const state = useLink(link)
  const door = useDoor(link)
  const at = useOwnClock()
  const [openedAt] = useState(at)
  const view = state.message?.view ?? null
  const [flow, act] = useFlow(link, view)
  const reachable = view !== null && !isCutOff(state, at - openedAt)
  const outageKey = outageKeyIn(search)
  useButtons(
    useMemo(() => (reachable ? view.services : noServices), [reachable, view]),
    outageKey,
    act,
  )
  useKeys(flow.page, reachable, act)
  useOutageKey(outageKey, reachable, act)
  useManners(act)

  const language = pageLanguage(search, view?.office.language)
  const spoken = flow.language ?? language
  useEffect(() => {
    document.documentElement.lang = spoken
    document.title = sentence(spoken, 'page')
  }, [spoken])

  return (
    <KioskScreen
      link={state}
      door={door}
      flow={flow}
      language={language}
      at={at}
      openedAt={openedAt}
      act={act}
      onPainted={usePaintedReport(link)}
    />
  )
}

/** Tells the hub once for each revision of a notice, however often the page with it comes back. */
function usePaintedReport(link: Link<KioskView>) {
  const told = useRef(new Set<string>())
  return useCallback(
    (notice: NoticeId, revision: number) => {
      const key = `${notice}.${revision}`
      if (told.current.has(key)) return
      told.current.add(key)
      // A hub that does not want to know from this screen refuses, which changes nothing here.
      link.give({ type: 'ReportPainted', notice, revision }).catch(() => told.current.delete(key))
    },
    [link],
  )
}

function useOwnClock(): number {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), clockMs)
    return () => clearInterval(timer)
  }, [])
  return at
}

const clockMs = 1_000
const noServices: readonly KioskService[] = []
