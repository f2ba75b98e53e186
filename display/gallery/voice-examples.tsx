import { useSyncExternalStore, type ReactElement } from 'react'
import { exampleOffice } from '../../shared/example-office.ts'
import type { Language } from '../../shared/language.ts'
import { lobbyView } from '../../shared/views/lobby.ts'
import { allClips } from '../../shared/voice/clips.ts'
import { defaultVoice, type OfficeVoice } from '../../shared/voice/settings.ts'
import { clipPageWords } from '../../shared/words/clip-text.ts'
import { say } from '../../shared/words/say.ts'
import { VoiceClips } from '../desk/voice-clips.tsx'
import { ownView, type OwnView } from '../lobby/own-view.ts'
import { soundsOf } from '../lobby/sound-files.ts'
import { SoundOffNote } from '../lobby/sound-off-note.tsx'
import { openSound } from '../lobby/sound-output.ts'
import { createPlayer } from '../lobby/sound-player.ts'
import { sayCalls } from '../lobby/voice-board.ts'
import type { LinkState } from '../ui/link.ts'
import { exampleNotices, morningAt } from './notices.ts'
import { kiosk, linkWith, Scenario, staff } from './scenario.ts'

/**
 * The voice of a lobby, with real sound: its files are asked for where this page came from. Each press is a real command,
 * and the view that comes of it is heard.
 */
export const examples: Readonly<Record<string, (language: Language) => ReactElement>> = {
  hall: (language) => <Hall language={language} hall={openHall(language, 0)} />,
  'with-old-calls': (language) => <Hall language={language} hall={openHall(language, 2)} />,
  'no-clips': (language) => <Clips language={language} files={[]} />,
  'some-clips': (language) => <Clips language={language} files={['ticket.ogg', 'letter-a.wav', 'number-1.mp3']} />,
  'all-clips': (language) => <Clips language={language} files={allClips(language).map((clip) => `${clip}.wav`)} />,
}

function Clips({ language, files }: { readonly language: Language; readonly files: readonly string[] }) {
  return (
    <main style={{ padding: '1rem' }}>
      <h1 className="for-ears">Voice</h1>
      <h2>{say(clipPageWords, language, 'title')}</h2>
      <VoiceClips of={language} files={files} language={language} />
    </main>
  )
}

function Hall({ language, hall }: { readonly language: Language; readonly hall: ReturnType<typeof openHall> }) {
  const isOff = useSyncExternalStore(hall.sound.subscribe, hall.sound.isOff)
  return (
    <main style={{ minHeight: '100vh', padding: '2rem', background: 'var(--board)', color: 'var(--board-ink)' }}>
      <h1 className="for-ears">Voice</h1>
      {isOff && <SoundOffNote language={language} onTouch={hall.sound.unlock} />}
      <p>
        <button type="button" style={pressed} onClick={hall.call}>
          Call
        </button>{' '}
        <button type="button" style={pressed} onClick={hall.raise}>
          Raise
        </button>{' '}
        <button type="button" style={pressed} onClick={hall.resolve}>
          Works again
        </button>
      </p>
    </main>
  )
}

function openHall(language: Language, calls: number) {
  const scenario = new Scenario(morningAt(8))
  const opened = performance.now()
  const listeners = new Set<() => void>()
  const voice: OfficeVoice = { settings: { ...defaultVoice(language), languages: [language] }, recordings: {} }
  let link: LinkState<OwnView>
  let waiting = exampleOffice.counters.length

  const minutes = () => (performance.now() - opened) / 60_000
  const show = () => {
    const at = scenario.at + Math.round(minutes() * 60_000)
    link = {
      ...linkWith(ownView({ ...lobbyView(scenario.state, at), voice }, undefined), at),
      hubAheadMs: at - Date.now(),
    }
    for (const listener of listeners) listener()
  }
  const callNext = () => {
    const counter = exampleOffice.counters[waiting++ % exampleOffice.counters.length]
    const service = exampleOffice.services.find(({ id }) => counter?.services.includes(id))
    if (!counter || !service) return
    scenario.give(kiosk, { type: 'TakeTicket', service: service.id, class: 'regular' }, Math.floor(minutes()))
    scenario.give(staff, { type: 'CallNext', counter: counter.id }, Math.floor(minutes()))
  }
  for (let call = 0; call < calls; call++) callNext()
  show()

  const sound = openSound()
  sayCalls(
    {
      state: () => link,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    createPlayer(sound, soundsOf('')),
  )
  return {
    sound,
    call: () => {
      callNext()
      show()
    },
    raise: () => {
      const [content] = exampleNotices
      if (content) scenario.give(staff, { type: 'RaiseNotice', content }, Math.floor(minutes()))
      show()
    },
    resolve: () => {
      const [notice] = scenario.state.notices
      if (notice) scenario.give(staff, { type: 'ResolveNotice', notice: notice.id }, minutes())
      show()
    },
  }
}

const pressed = { minHeight: '44px', padding: '0 2rem', background: 'var(--paper)', color: 'var(--ink)' }
