import { noticeIdSchema, type KioskId, type NoticeId, type ScreenId } from '../../shared/ids.ts'
import type { Notice } from '../../shared/notice.ts'
import type { ConnectedScreen } from '../../shared/views/desk.ts'
import type { ScreenReport } from '../../shared/wire.ts'

/**
 * Who is connected now: screens that show notices, and agents that print. It is forgotten with the hub and holds
 * nothing that is not true at this moment; what must be proved later is in the ledger.
 */
export class Presence {
  readonly #screens = new Map<string, ConnectedScreen>()
  readonly #agents = new Map<string, KioskId>()

  /** `notices` tell what this screen had painted before the hub was restarted. */
  screenCame(socket: string, screen: Omit<ConnectedScreen, 'painted' | 'report'>, notices: readonly Notice[]): void {
    const painted = notices.flatMap(({ id, painted }) => {
      const revision = painted[screen.screen]
      return revision === undefined ? [] : [[id, revision] as const]
    })
    this.#screens.set(socket, { ...screen, painted: Object.fromEntries(painted), report: null })
  }

  reported(socket: string, report: ScreenReport): void {
    const screen = this.#screens.get(socket)
    if (screen) this.#screens.set(socket, { ...screen, report })
  }

  painted(socket: string, notice: NoticeId, revision: number): void {
    const screen = this.#screens.get(socket)
    if (screen) this.#screens.set(socket, { ...screen, painted: { ...screen.painted, [notice]: revision } })
  }

  /** Forgets what was painted of notices that no longer stand. */
  keepOnly(standing: ReadonlySet<NoticeId>): void {
    for (const [socket, screen] of this.#screens) {
      const kept = Object.entries(screen.painted).filter(([id]) => standing.has(noticeIdSchema.parse(Number(id))))
      this.#screens.set(socket, { ...screen, painted: Object.fromEntries(kept) })
    }
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
