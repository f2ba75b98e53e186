import type { App, WebContents } from 'electron'
import type { Clock } from '../clock.ts'
import { Backoff } from './backoff.ts'

/**
 * Brings the page back whatever happens to it: a page that crashed, hangs, lost its graphics or did not load is
 * loaded again, later each time it fails in a row, for ever. The page keeps no state, so nothing is lost by it.
 */
export function keepLoaded(
  app: App,
  contents: WebContents,
  page: string,
  ports: { readonly clock: Clock; readonly report: (line: string) => void },
): void {
  const { clock, report } = ports
  const backoff = new Backoff(clock)
  let waiting = false
  let cancelCrash = nothing

  const load = () => {
    waiting = false
    backoff.started()
    // A load that fails also says so in `did-fail-load`, which is where it is dealt with.
    contents.loadURL(page).catch(() => {})
  }
  const loadAgain = (why: string) => {
    cancelCrash()
    if (waiting || contents.isDestroyed()) return
    waiting = true
    const waitMs = backoff.failed()
    report(`kiosk page: ${why}; loading it again in ${waitMs} ms`)
    clock.after(waitMs, load)
  }

  contents.on('render-process-gone', (_event, details) => loadAgain(`process gone (${details.reason})`))
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== loadAborted) loadAgain(`not loaded (${description || code})`)
  })
  contents.on('unresponsive', () => {
    cancelCrash()
    cancelCrash = clock.after(hangMsMax, () => {
      report('kiosk page: hangs; ending its process')
      contents.forcefullyCrashRenderer()
    })
  })
  contents.on('responsive', () => cancelCrash())
  app.on('child-process-gone', (_event, details) => {
    if (details.type === 'GPU') loadAgain(`graphics process gone (${details.reason})`)
  })
  load()
}

/** Chromium's net::ERR_ABORTED: another load has taken this one's place. */
const loadAborted = -3
const hangMsMax = 10_000

const nothing = (): void => {}
