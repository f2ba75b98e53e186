import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView, OfficeView, RecoveryView } from '../../shared/views/common.ts'
import type { LobbyCall } from '../../shared/views/lobby.ts'
import { callClips, clipsAmong, type Clip } from '../../shared/voice/clips.ts'
import { clipPath, phrasePath } from '../../shared/voice/files.ts'
import { noticeSpokenLanguages, spokenLanguages, type OfficeVoice } from '../../shared/voice/settings.ts'
import { callPhrases, noticePhrases, recoveryPhrase } from '../../shared/words/voice-text.ts'

/** Something read aloud: files of the hub's that are played without a pause. */
export interface Reading {
  readonly files: readonly string[]
  /** Played when one of the files cannot be had; null where there is nothing else. */
  readonly instead: string | null
}

export interface CallReading {
  readonly first: Reading
  readonly again: Reading
}

/** A call in each of the office's languages, in their order: recordings where every piece is there, else the synthesiser. */
export function callReadings(call: LobbyCall, office: OfficeView, voice: OfficeVoice): readonly CallReading[] {
  const { numbers } = voice.settings
  return spokenLanguages(voice.settings, office.language).map((language) => {
    const { first, again } = callPhrases(call, language, numbers)
    const clips = callClips(call, language, numbers)
    return {
      first: recorded(clips?.first, language, voice, phrasePath(first)),
      again: recorded(clips?.again, language, voice, phrasePath(again)),
    }
  })
}

/** The sentences of a notice, one language after the other: those that it is for, or the office's. */
export function noticeReadings(
  notice: NoticeView,
  office: OfficeView,
  voice: OfficeVoice,
  hubNow: EpochMs,
): readonly Reading[] {
  return noticeSpokenLanguages(voice.settings, office.language, notice).flatMap((language) =>
    noticePhrases(notice, language, office.timeZone, hubNow).map((phrase) => spoken(phrasePath(phrase))),
  )
}

/** What works again, in one sentence of each language. */
export function recoveryReadings(recovery: RecoveryView, office: OfficeView, voice: OfficeVoice): readonly Reading[] {
  return noticeSpokenLanguages(voice.settings, office.language, recovery).map((language) =>
    spoken(phrasePath(recoveryPhrase(recovery, language))),
  )
}

function recorded(
  clips: readonly Clip[] | undefined,
  language: Language,
  { recordings }: OfficeVoice,
  instead: string,
): Reading {
  const there = clipsAmong(recordings[language] ?? [], language)
  const files = (clips ?? []).flatMap((clip) => there.get(clip) ?? [])
  return clips && files.length === clips.length
    ? { files: files.map((file) => clipPath(language, file)), instead }
    : spoken(instead)
}

function spoken(file: string): Reading {
  return { files: [file], instead: null }
}
