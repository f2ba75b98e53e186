import type { EpochMs } from '../../shared/ids.ts'
import type { OfficeState } from '../../shared/state.ts'
import { noticeView } from '../../shared/views/common.ts'
import { noticeText } from '../../shared/words/notice-text.ts'
import { sentencesOf } from './status-documents.ts'

/** Standing notices as an Atom feed (RFC 4287): one entry a notice, its id stable, `updated` moving with each update. */
export function atomFeed(state: OfficeState, now: EpochMs, address: string): string {
  const { language, timeZone, name } = state.office
  const entries = state.notices.toReversed().map((notice) => {
    const text = noticeText(noticeView(state, notice), language, timeZone, now)
    return [
      '<entry>',
      `<id>${address}/status#notice-${notice.id}</id>`,
      `<title>${escape(text.heading)}</title>`,
      `<published>${new Date(notice.raisedAt).toISOString()}</published>`,
      `<updated>${new Date(notice.updatedAt).toISOString()}</updated>`,
      `<link href="${address}/status"/>`,
      `<content type="text">${escape(sentencesOf(text).join(' '))}</content>`,
      '</entry>',
    ].join('')
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${address}/status</id>`,
    `<title>${escape(name[language])}</title>`,
    `<updated>${new Date(state.lastAt).toISOString()}</updated>`,
    `<author><name>${escape(name[language])}</name></author>`,
    `<link rel="self" href="${address}/feed.atom"/>`,
    ...entries,
    '</feed>',
  ].join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
