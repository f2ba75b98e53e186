import { localTime } from '../day.ts'
import type { EpochMs } from '../ids.ts'
import type { Language } from '../language.ts'

/** How the office wants to be heard. */
export interface VoiceSettings {
  /** The languages that are spoken; the office's own comes first whatever the order here. Empty: the chime alone. */
  readonly languages: readonly Language[]
  readonly numbers: NumberStyle
  /** Whether notices are spoken too, when they are raised and every ten minutes while they stand. */
  readonly notices: boolean
  /** Loudness by time of day; outside all spans it is full. */
  readonly volumes: readonly VolumeSpan[]
}

/** What a lobby screen needs to be heard: what the office wants, and which recordings of its own it has. */
export interface OfficeVoice {
  readonly settings: VoiceSettings
  /** Names of the files in each language's folder of recordings; no entry for a language without. */
  readonly recordings: { readonly [L in Language]?: readonly string[] }
}

/**
 * digits    A001 is "A, zero, zero, one"
 * cardinal  A001 is "A, one"
 */
export type NumberStyle = 'digits' | 'cardinal'

export interface VolumeSpan {
  /** Minutes since local midnight; a span whose end is not after its start goes over midnight. */
  readonly from: number
  readonly to: number
  /** 0 is silence, 1 is full. */
  readonly volume: number
}

/** Spoken in the office's own language, softly at night. */
export function defaultVoice(language: Language): VoiceSettings {
  return {
    languages: [language],
    numbers: 'digits',
    notices: true,
    volumes: [{ from: 20 * 60, to: 5 * 60, volume: 0.3 }],
  }
}

/** The languages in which a notice or what became of it is read aloud; none in an office of chimes alone. */
export function noticeSpokenLanguages(
  settings: VoiceSettings,
  own: Language,
  { languages }: { readonly languages: readonly Language[] | null },
): readonly Language[] {
  return settings.languages.length === 0 ? [] : (languages ?? spokenLanguages(settings, own))
}

/** The languages in the order in which they are spoken. */
export function spokenLanguages({ languages }: VoiceSettings, own: Language): readonly Language[] {
  return languages.includes(own) ? [own, ...languages.filter((language) => language !== own)] : languages
}

/** How loud it is now, 0 to 1; of spans that overlap, the first holds. */
export function volumeAt({ volumes }: VoiceSettings, timeZone: string, now: EpochMs): number {
  const { minute } = localTime(now, timeZone)
  const span = volumes.find(({ from, to }) =>
    from < to ? minute >= from && minute < to : minute >= from || minute < to,
  )
  return span?.volume ?? 1
}
