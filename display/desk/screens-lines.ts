import { isShownOn } from '../../shared/shown-on-screen.ts'
import type { Shows } from '../../shared/screens.ts'
import type { DeskNotice, DeskScreen, DeskView } from '../../shared/views/desk.ts'
import type { Values } from '../../shared/words/say.ts'
import type { DeskKey } from './desk-context.ts'

/** One sentence about a screen; `isAmiss` where somebody should see to it. */
export interface ScreenLine {
  readonly key: DeskKey
  readonly values?: Values
  readonly isAmiss: boolean
}

/** How a connected screen is, in sentences: what is amiss first, then what stands on it, then how it is set up. */
export function screenLines(screen: DeskScreen, view: Pick<DeskView, 'screens' | 'notices'>): readonly ScreenLine[] {
  const { report } = screen
  const shows = showsOf(screen)
  const lines: ScreenLine[] = [noticesLine(screen, view.notices)]
  if (screen.kind === 'kiosk') return lines
  if (report === null) return [{ key: 'screen_unheard', isAmiss: true }, ...lines]
  if (shows.kind !== 'notices')
    lines.unshift(
      screen.number === null
        ? { key: 'screen_calling_nobody', isAmiss: false }
        : { key: 'screen_calling', values: { number: screen.number }, isAmiss: false },
    )
  if (report.media) lines.splice(1, 0, { key: 'screen_media', isAmiss: false })
  if (shows.kind === 'notices') lines.push({ key: 'screen_notices_only', isAmiss: false })
  if (shows.kind === 'services')
    lines.push({ key: 'screen_services_only', values: { count: shows.services.length }, isAmiss: false })
  lines.push({ key: `screen_sound_${report.sound}`, isAmiss: report.sound === 'off' })
  if (report.isLegible !== null)
    lines.push({ key: report.isLegible ? 'screen_readable' : 'screen_not_readable', isAmiss: !report.isLegible })
  lines.push({ key: 'screen_size', values: { width: report.widthPx, height: report.heightPx }, isAmiss: false })
  if (isOtherVersion(screen, view.screens)) lines.push({ key: 'screen_other_version', isAmiss: true })
  return lines.toSorted((a, b) => Number(b.isAmiss) - Number(a.isAmiss))
}

/** What a screen shows: everything, where nobody has said otherwise. */
export function showsOf({ settings }: Pick<DeskScreen, 'settings'>): Shows {
  return settings?.shows ?? everything
}

/** The notices that are to stand on a screen. */
export function noticesOf<Notice extends Pick<DeskNotice, 'office' | 'services'>>(
  screen: Pick<DeskScreen, 'settings'>,
  notices: readonly Notice[],
): readonly Notice[] {
  return notices.filter((notice) => isShownOn(showsOf(screen), notice))
}

function noticesLine(screen: DeskScreen, notices: readonly DeskNotice[]): ScreenLine {
  const wanted = noticesOf(screen, notices)
  const missing = wanted.filter(({ id, revision }) => screen.painted[id] !== revision).length
  if (missing > 0) return { key: 'screen_unpainted', values: { count: missing }, isAmiss: true }
  return wanted.length === 0
    ? { key: 'screen_no_notice', isAmiss: false }
    : { key: 'screen_painted', values: { count: wanted.length }, isAmiss: false }
}

/** Whether more of the other TVs run one other version than run this one's. */
function isOtherVersion(screen: DeskScreen, screens: readonly DeskScreen[]): boolean {
  const counts = new Map<string, number>()
  for (const { report } of screens) if (report) counts.set(report.version, (counts.get(report.version) ?? 0) + 1)
  const own = counts.get(screen.report?.version ?? '') ?? 0
  return (
    counts.size > 1 &&
    own <= Math.max(...[...counts].map(([version, count]) => (version === screen.report?.version ? 0 : count)))
  )
}

const everything: Shows = { kind: 'everything' }
