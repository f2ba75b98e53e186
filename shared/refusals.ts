import type { Day, EpochMs, NoticeId } from './ids.ts'

/**
 * The named ways in which the office says no. Every one has a sentence for people in `words/refusal`; none is an
 * error of the program.
 */
export type Refusal =
  | { readonly reason: PlainReason }
  | { readonly reason: 'service-stopped' | 'notice-already-raised'; readonly notice: NoticeId }
  | { readonly reason: 'outside-hours'; readonly opensAt: EpochMs | null }
  | { readonly reason: 'return-too-early'; readonly from: Day }
  | { readonly reason: 'return-expired'; readonly until: Day }
  /** A message that the schema did not accept; `field` is the path in it. */
  | { readonly reason: 'not-understood'; readonly field: string }
  /** Too many tries: the next one is listened to after this many ms. */
  | { readonly reason: 'wait-before-retry'; readonly waitMs: number }

export type RefusalReason = Refusal['reason']

/** The refusals that need nothing but their name. */
export const plainReasons = [
  'no-such-service',
  'no-such-counter',
  'no-such-ticket',
  'no-such-notice',
  'quota-reached',
  'day-full',
  'numbers-exhausted',
  'nobody-waiting',
  'counter-closed',
  'counter-taken',
  'counter-busy',
  'nobody-at-counter',
  'no-visit-before',
  'ticket-not-waiting',
  'ticket-not-held',
  'ticket-ended',
  'ticket-of-today',
  'no-such-return',
  'return-used',
  'too-many-returns',
  'service-not-stopped',
  'ticket-elsewhere',
  'already-started',
  'same-service',
  'notice-scope-empty',
  'notice-scope-unclear',
  'notice-scope-unknown',
  'notice-language-unknown',
  'too-many-notices',
  'end-not-after-start',
  'news-not-ahead',
  'moment-not-ahead',
  'moment-too-far',
  'notice-not-scheduled',
  'notice-not-standing',
  'day-confirmed',
  'too-many-texts',
  'no-such-text',
  'no-such-screen',
  'paper-not-wanted',
  'paper-not-in-doubt',
  'paper-under-way',
  'not-your-kiosk',
  'already-painted',
  'too-many-screens',
  'date-not-doubted',
  'service-in-use',
  'counter-in-use',
  // Said by the hub's door, not by the office.
  'not-allowed',
  'not-saved',
  'too-fast',
  'wrong-code',
  'wrong-name-or-pin',
  'name-taken',
  'locked',
  'already-set-up',
  'no-such-person',
  'last-supervisor',
  'no-printer',
  // Said of pictures, videos and slides for the TVs.
  'too-many-media',
  'no-such-media',
  'file-kind-unknown',
  'picture-too-large',
  'video-too-large',
  'file-not-as-named',
  'disk-nearly-full',
  'upload-broken-off',
  'slide-language-missing',
] as const
export type PlainReason = (typeof plainReasons)[number]
