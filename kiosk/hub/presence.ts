import { noticeIdSchema, type KioskId, type NoticeId, type ScreenId } from '../../shared/ids.ts'
import { noticeLimits, type Notice } from '../../shared/notice.ts'
import type { ConnectedScreen } from '../../shared/views/desk.ts'
import type { ScreenReport } from '../../shared/wire.ts'

/**
 * Who is connected now: screens that show notices, and agents that print. It is forgotten with the hub and holds
 * nothing that is not true at this moment; what must be proved later is in the ledger. What a screen has painted is kept
 * while it is away, because it does not say so twice, and one that nobody has let in leaves no trace in the ledger.
 */
export class Presence {
  readonly #screens = new Map<string, ConnectedScreen>()
  readonly #agents = new Map<string, KioskId>()
  /** The latest screens that have painted something, the newest last. */
  readonly #painted = new Map<ScreenId, ConnectedScreen['painted']>()

  /** `notices` tell what this screen had painted before the hub was restarted. */
  screenCame(socket: string, screen: Omit<ConnectedScreen, 'painted' | 'report'>, notices: readonly Notice[]): void {
    const painted = notices.flatMap(({ id, painted }) => {
      const revision = painted[screen.screen]
      return revision === undefined ? [] : [[id, revision] as const]
    })
    const here = this.#painted.get(screen.screen)
    this.#screens.set(socket, { ...screen, painted: { ...Object.fromEntries(painted), ...here }, report: null })
  }

  reported(socket: string, report: ScreenReport): void {
    const screen = this.#screens.get(socket)
    if (screen) this.#screens.set(socket, { ...screen, report })
  }

  painted(socket: string, notice: NoticeId, revision: number): void {
    const screen = this.#screens.get(socket)
    if (!screen) return
    const painted = { ...screen.painted, [notice]: revision }
    this.#screens.set(socket, { ...screen, painted })
    this.#painted.delete(screen.screen)
    this.#painted.set(screen.screen, painted)
    const [oldest] = this.#painted.keys()
    if (oldest !== undefined && this.#painted.size > noticeLimits.paintedScreens) this.#painted.delete(oldest)
  }

  /** Forgets what was painted of notices that no longer stand. */
  keepOnly(standing: ReadonlySet<NoticeId>): void {
    const kept = (painted: ConnectedScreen['painted']) =>
      Object.fromEntries(Object.entries(painted).filter(([id]) => standing.has(noticeIdSchema.parse(Number(id)))))
    for (const [socket, screen] of this.#screens)
      this.#screens.set(socket, { ...screen, painted: kept(screen.painted) })
    for (const [screen, painted] of this.#painted) this.#painted.set(screen, kept(painted))
  }

  agentCame(socket: string, kiosk: KioskId): void {
    this.#agents.set(socket, kiosk)
  }

  left(socket: string): void {
    this.#screens.delete(socket)
    this.#agents.delete(socket)
  }

  /** Kiosks whose printing program is connected. */
  agents(): ReadonlySet<KioskId> {
    return new Set(this.#agents.values())
  }

  /** One entry for each screen: a screen that came back on a new socket counts once, as it is now. */
  screens(): readonly ConnectedScreen[] {
    const newest = new Map<ScreenId, ConnectedScreen>()
    for (const screen of this.#screens.values()) newest.set(screen.screen, screen)
    return [...newest.values()]
  }
}
