import { useMemo, useState } from 'react'
import { screenIdSchema } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { MediaFile, MediaItem } from '../../shared/media.ts'
import type { Shows } from '../../shared/screens.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { viewingOf } from '../lobby/legibility.ts'
import { LobbyScreen } from '../lobby/lobby-screen.tsx'
import type { Playing } from '../lobby/media-stage.ts'
import { ownView } from '../lobby/own-view.ts'
import type { OwnName } from '../lobby/screen-name.tsx'
import { useWindowSize } from '../lobby/window-size.ts'
import { hubTime, type Freshness } from '../ui/link.ts'
import { linkWith, type Scenario } from './scenario.ts'

/** One TV on a scenario's office, with what was said of it and what its desk has it do. */
export function Lobby({
  scenario,
  language,
  minutes = 0,
  freshness = 'live',
  soundIsOff = false,
  pairingCode = null,
  shows = null,
  named = null,
  media = null,
}: {
  readonly scenario: Scenario
  readonly language: Language
  /** How long after the scenario's start it is seen. */
  readonly minutes?: number
  readonly freshness?: Freshness
  readonly soundIsOff?: boolean
  readonly pairingCode?: string | null
  readonly shows?: Shows | null
  readonly named?: OwnName | null
  /** What would stand in the place of the large number if it is lent. */
  readonly media?: MediaItem | null
}) {
  const screen = useWindowSize()
  const [isOff, setIsOff] = useState(soundIsOff)
  const seenAt = scenario.at + minutes * 60_000
  const settings = shows ? { screen: screenIdSchema.parse('example-screen'), name: 'Pintu masuk', shows } : undefined
  const view = ownView(lobbyView(scenario.state, seenAt), settings)
  const link = linkWith(view, seenAt, freshness)
  const newest = view.calls[0]
  const element = useMemo(() => (media === null || media.kind === 'slide' ? null : pictureOf(media)), [media])
  const playing: Playing | null = media && { item: media, call: newest?.call ?? null, element }
  return (
    <LobbyScreen
      link={link}
      showing={newest ? { call: newest, since: 0, announced: false } : null}
      screen={screen}
      viewing={viewingOf(location.search)}
      language={language}
      now={hubTime(link, seenAt + silence[freshness])}
      soundIsOff={isOff}
      onSound={() => setIsOff(false)}
      pairingCode={pairingCode}
      named={named}
      playing={playing}
    />
  )
}

function pictureOf({ address, description }: MediaFile): HTMLElement {
  const element = new Image()
  element.src = address
  element.alt = description
  return element
}

const silence: Readonly<Record<Freshness, number>> = {
  connecting: 0,
  live: 0,
  quiet: 15_000,
  old: 70_000,
  silent: 200_000,
}
