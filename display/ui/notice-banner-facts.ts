import type { EpochMs } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { NoticeView } from '../../shared/views/common.ts'
import { noticeText, type NoticeText } from '../../shared/words/notice-text.ts'

/** Sentences of a notice that belong together, in one column where there is room for several. */
export interface NoticeFact {
  readonly said: readonly string[]
  readonly isStrong: boolean
}

export function noticeFacts(text: NoticeText, saysStillOpen: boolean): readonly NoticeFact[] {
  const { cause, since, stillOpen, newTickets, waiting, instruction, end, news } = text
  return [
    { said: present([cause, since]), isStrong: false },
    { said: saysStillOpen ? present([stillOpen]) : [], isStrong: true },
    { said: present([instruction, waiting, newTickets]), isStrong: false },
    { said: present([end, news]), isStrong: false },
  ].filter(({ said }) => said.length > 0)
}

/**
 * How wide the facts stand beside each other, by how much there is to read: all end at about the same line. A board's
 * large letters leave few of them to a line, so that the narrowest needs more.
 */
export function factWeights(facts: readonly NoticeFact[], isBoard: boolean): readonly number[] {
  return facts.map(({ said }) => Math.max(isBoard ? boardLettersMin : widthLettersMin, said.join(' ').length))
}

/** The marks of the services a notice names; none where they would be a row of their own. */
export function marksOf({ office, services }: NoticeView): NoticeView['services'] {
  return office || services.length > marksMax ? [] : services
}

/** What can still be had while all of these stand, said once for all of them. */
export function stillOpenTogether(
  notices: readonly NoticeView[],
  language: Language,
  timeZone: string,
  now: EpochMs,
): string | null {
  const stopping = notices.filter(({ newTickets }) => newTickets === 'stop')
  const [gravest, ...others] = stopping
  if (!gravest) return null
  const stillOpen = gravest.stillOpen.filter(({ id }) =>
    others.every((other) => other.stillOpen.some((service) => service.id === id)),
  )
  return noticeText({ ...gravest, stillOpen }, language, timeZone, now).stillOpen
}

function present(sentences: readonly (string | null)[]): readonly string[] {
  return sentences.filter((sentence) => sentence !== null)
}

const marksMax = 5
const widthLettersMin = 55
const boardLettersMin = 72
