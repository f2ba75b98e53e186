import type { EpochMs } from '../ids.ts'
import type { NoticeView, OfficeView, RecoveryView } from '../views/common.ts'
import type { LobbyCall } from '../views/lobby.ts'
import { callPhrases, noticePhrases, recoveryPhrase } from '../words/voice-text.ts'
import type { Phrase } from './phrase.ts'
import { noticeSpokenLanguages, spokenLanguages, type VoiceSettings } from './settings.ts'

/** What the voice beside the hub is to keep ready. */
export interface VoiceView {
  readonly kind: 'voice'
  /** The newest first, at most `phrasesMax`. */
  readonly phrases: readonly Phrase[]
}

/** Twelve calls and a few notices in three languages. */
export const phrasesMax = 150

/**
 * Every phrase that a lobby screen with this view may ask for now, and for a notice also once its news is overdue and when
 * it is over.
 */
export function voiceView(
  view: {
    readonly office: OfficeView
    readonly calls: readonly LobbyCall[]
    readonly notices: readonly NoticeView[]
    readonly recoveries: readonly RecoveryView[]
  },
  settings: VoiceSettings,
  now: EpochMs,
): VoiceView {
  const { office, calls, notices, recoveries } = view
  const languages = spokenLanguages(settings, office.language)
  const dated = [
    ...calls.map((call) => ({
      at: call.at,
      phrases: languages.flatMap((language) => {
        const { first, again } = callPhrases(call, language, settings.numbers)
        return [first, again]
      }),
    })),
    ...(settings.notices ? notices : []).map((notice) => {
      const spoken = noticeSpokenLanguages(settings, office.language, notice)
      return {
        at: notice.updatedAt,
        phrases: [
          ...moments(notice, now).flatMap((at) =>
            spoken.flatMap((language) => noticePhrases(notice, language, office.timeZone, at)),
          ),
          ...(notice.kind === 'information' ? [] : spoken.map((language) => recoveryPhrase(notice, language))),
        ],
      }
    }),
    ...(settings.notices ? recoveries : []).map((recovery) => ({
      at: recovery.endedAt,
      phrases: noticeSpokenLanguages(settings, office.language, recovery).map((language) =>
        recoveryPhrase(recovery, language),
      ),
    })),
  ]
  const phrases = dated.toSorted((a, b) => b.at - a.at).flatMap(({ phrases }) => phrases)
  return { kind: 'voice', phrases: phrases.slice(0, phrasesMax) }
}

function moments({ nextNews }: NoticeView, now: EpochMs): readonly EpochMs[] {
  return nextNews !== null && nextNews > now ? [now, nextNews] : [now]
}
