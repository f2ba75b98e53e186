import type { NoticeView } from '../../shared/views/common.ts'
import type { View } from '../../shared/wire.ts'
import type { Link } from './connect.ts'

/**
 * Tells the hub, once for each revision of a notice and start of the hub, that this screen has painted it: two frames after it was put on
 * the page, so that a screen that is off, hidden or stuck reports nothing. A hub that does not want to know from this
 * screen refuses, which changes nothing here.
 */
export function reportPainted<V extends View & { readonly notices: readonly NoticeView[] }>(link: Link<V>): void {
  let reported: ReadonlySet<string> = new Set()
  const look = () => {
    const { message, freshness } = link.state()
    if (message === null || freshness !== 'live') return
    const { notices } = message.view
    // A hub that was restarted has forgotten who painted what.
    const keyOf = ({ id, revision }: NoticeView) => `${message.epoch}-${id}-${revision}`
    const fresh = notices.filter((notice) => !reported.has(keyOf(notice)))
    reported = new Set(notices.map(keyOf))
    if (fresh.length > 0) afterTwoFrames(() => fresh.forEach((notice) => give(link, notice)))
  }
  link.subscribe(look)
  look()
}

function give<V extends View>(link: Link<V>, { id, revision }: NoticeView): void {
  link.give({ type: 'ReportPainted', notice: id, revision }).catch(() => undefined)
}

function afterTwoFrames(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}
