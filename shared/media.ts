import type { Day } from './ids.ts'
import { languages, type Language } from './language.ts'

/**
 * The media area of the lobby's TVs: pictures, videos and text slides of the office's own. The files lie in a folder of
 * the hub's, and a list beside them says in which order they are shown, until when, and what the slides say. It is no
 * part of the office's truth: nothing in the ledger speaks of it.
 */
export const mediaLimits = {
  items: 30,
  pictureBytes: 10_000_000,
  videoBytes: 200_000_000,
  headingLength: 60,
  textLength: 240,
  descriptionLength: 120,
  nameLength: 100,
  /** Files that cannot be shown, as many as the desk is told of. */
  troubles: 20,
} as const

export const mediaTimes = {
  /** How long the newest call has stood before anything takes its place. */
  afterCallMs: 25_000,
  pictureMs: 10_000,
  slideMsMin: 8_000,
  slideMsMax: 20_000,
  videoMsMax: 120_000,
} as const

/** One that can be shown. `id` is a file's name or a slide's own id; `until` is the last date on which it is shown. */
export type MediaItem = MediaFile | MediaSlide

export interface MediaFile {
  readonly kind: 'picture' | 'video'
  readonly id: string
  readonly until: Day | null
  /** Where the hub serves it: a path, which changes with the file. */
  readonly address: string
  /** What is to be seen, for those who do not see it; empty where nobody has said it. */
  readonly description: string
}

export interface MediaSlide {
  readonly kind: 'slide'
  readonly id: string
  readonly until: Day | null
  readonly words: SlideWords
}

/** What a slide says, at least in the language that the office had when it was written. */
export type SlideWords = { readonly [L in Language]?: SlideText }

export interface SlideText {
  readonly heading: string
  readonly text: string
}

/** The folder as a desk sees it. */
export interface MediaFolderView {
  readonly items: readonly MediaItem[]
  readonly troubles: readonly MediaTrouble[]
}

/** Why a file in the folder is not shown; `list-set-aside` is a list that nobody could read, kept under this name. */
export interface MediaTrouble {
  readonly name: string
  readonly why: (typeof mediaTroubles)[number]
}

export const mediaTroubles = [
  'list-set-aside',
  'no-file',
  'hidden',
  'unfit-ending',
  'unfit-name',
  'picture-too-large',
  'video-too-large',
  'not-as-named',
  'too-many',
] as const

/** Why the hub did not take a file that was sent; each has a sentence among the refusals. */
export const uploadRefusals = [
  'not-allowed',
  'not-saved',
  'too-many-media',
  'picture-too-large',
  'video-too-large',
  'file-not-as-named',
  'disk-nearly-full',
  'upload-broken-off',
] as const
export type UploadRefusal = (typeof uploadRefusals)[number]
export type UploadAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: UploadRefusal }

export const emptyMedia: MediaFolderView = { items: [], troubles: [] }

/** Whether it is shown on this local date of the office. */
export function isShownOnDay({ until }: MediaItem, today: Day): boolean {
  return until === null || today <= until
}

/** What a slide says on a screen of this language: its own, else the office's, else the first there is. */
export function slideText(
  words: SlideWords,
  language: Language,
  office: Language,
): SlideText & { readonly language: Language } {
  const spoken = [language, office, ...languages].find((each) => words[each] !== undefined) ?? office
  return { heading: '', text: '', ...words[spoken], language: spoken }
}

/** How long a slide is shown: longer the more there is to read. */
export function slideMs({ heading, text }: SlideText): number {
  const readMs = mediaTimes.slideMsMin + (heading.length + text.length) * msPerLetter
  return Math.min(mediaTimes.slideMsMax, readMs)
}

/** What a file is by its name's ending; null for any other ending. */
export function fileKind(name: string): MediaFile['kind'] | null {
  const ending = endingOf(name)
  if (pictureEndings.some((known) => known === ending)) return 'picture'
  return videoEndings.some((known) => known === ending) ? 'video' : null
}

export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

export function fileBytesMax(kind: MediaFile['kind']): number {
  return kind === 'picture' ? mediaLimits.pictureBytes : mediaLimits.videoBytes
}

/** Letters, digits, spaces and a few marks, begun by a letter or digit: a name that leads nowhere else. */
export function isFitName(name: string): boolean {
  return fitName.test(name) && name.length <= mediaLimits.nameLength && !name.includes('..')
}

/** A fit name near to what a tablet calls its file; its ending is kept. */
export function fitNameFor(name: string): string {
  const ending = endingOf(name)
  const stem = name
    .slice(0, name.length - ending.length - 1)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
    .replaceAll(/^[-_]+|[-_]+$/g, '')
    .slice(0, stemLength)
  return `${stem === '' ? 'media' : stem}.${ending}`
}

export const pictureEndings = ['jpg', 'jpeg', 'png', 'webp'] as const
export const videoEndings = ['mp4', 'webm'] as const
const fitName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()+,&'-]*\.[A-Za-z0-9]+$/u
/** Leaves room for an ending, and for a number where the name is taken. */
const stemLength = 60
const msPerLetter = 40
