import { describe, expect, test, vi } from 'vitest'
import { page, shellRunner } from '../electron/run-shell.ts'
import { isPrevented } from '../electron/stand-in.ts'

// Goal: the page stays on the screen whatever is pressed and whatever breaks. Method: `main.ts` runs whole in plain
// Node on a virtual clock; the stand-in presses keys and breaks things.

const { bench, startWindow } = shellRunner()

describe('what a visitor can press', () => {
  const press = { control: false, alt: false, meta: false, shift: false }

  test.each([
    ['F13', {}],
    ['F5', { control: true }],
    ['F4', { alt: true }],
    ['w', { control: true }],
    ['r', { control: true }],
    ['I', { control: true, shift: true }],
    ['p', { control: true }],
    ['s', { control: true }],
    ['q', { control: true }],
    ['+', { control: true }],
    ['Tab', { alt: true }],
    ['Meta', { meta: true }],
    ['BrowserBack', {}],
    ['PrintScreen', {}],
    ['ContextMenu', {}],
  ])('%s with %j does nothing', async (key, modifiers) => {
    const { contents } = await startWindow()
    let prevented = false
    contents.emit('before-input-event', { preventDefault: () => (prevented = true) }, { ...press, key, ...modifiers })
    expect(prevented).toBe(true)
    expect(contents.seen.acts).toContain('setIgnoreMenuShortcuts true')
  })

  // F1 to F12 are ticket buttons, Pause is the outage key.
  test.each(['a', '7', 'Tab', 'Enter', 'ArrowDown', 'Backspace', 'F1', 'F12', 'Pause'])(
    '%s reaches the page',
    async (key) => {
      const { contents } = await startWindow()
      expect(isPrevented(contents, 'before-input-event', {}, { ...press, key })).toBe(false)
    },
  )

  test('the outage key reaches the page, also one that is stopped elsewhere, and not with another key', async () => {
    vi.stubEnv('LOKET_OUTAGE_KEY', 'PrintScreen')
    const { contents } = await startWindow()
    const isStopped = (keys: object) =>
      isPrevented(contents, 'before-input-event', {}, { ...press, key: 'PrintScreen', code: 'PrintScreen', ...keys })
    expect([isStopped({}), isStopped({ alt: true }), isStopped({ key: 'ContextMenu', code: 'ContextMenu' })]).toEqual([
      false,
      true,
      true,
    ])
  })

  test('zoom stays where it is', async () => {
    const { contents } = await startWindow()
    contents.emit('did-finish-load')
    contents.emit('zoom-changed', {}, 'in')
    expect(contents.seen.acts.slice(1)).toEqual(['setZoomFactor 1', 'setVisualZoomLevelLimits 1 1', 'setZoomFactor 1'])
  })

  test('the window does not close, and closes when the app quits', async () => {
    const { app, window } = await startWindow()
    expect(window.close()).toBe(false)
    app.quit()
    expect([window.seen.closed, app.seen.exitCode]).toEqual([true, 0])
  })

  test.each(['leave-full-screen', 'minimize'])('after %s the screen is filled again', async (event) => {
    const { window } = await startWindow()
    window.seen.minimized = event === 'minimize'
    window.emit(event)
    expect(window.seen.acts.filter((act) => act !== 'restore').slice(1)).toEqual(filled)
    expect(window.seen.minimized).toBe(false)
  })

  test.each(['display-added', 'display-removed', 'display-metrics-changed'])(
    'after %s the screen is filled again',
    async (event) => {
      const { screen, window } = await startWindow()
      screen.emit(event)
      expect(window.seen.acts.slice(1)).toEqual(filled)
    },
  )

  const filled = ['setBounds 1080x1920', 'setKiosk true', 'setFullScreen true', 'focus']

  test('the cache is cleared at start, what the page stores is not', async () => {
    const { session } = await startWindow()
    expect(session.seen.acts).toEqual(['setSpellCheckerEnabled false', 'clearCache'])
  })
})

const gone = (contents: NodeJS.EventEmitter) => contents.emit('render-process-gone', {}, { reason: 'crashed' })

describe('a page that fails', () => {
  test('is loaded again, later with each failure in a row, soon again after it has stood', async () => {
    const { contents } = await startWindow()
    vi.useFakeTimers()
    for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const loads = contents.seen.loaded.length
      gone(contents)
      vi.advanceTimersByTime(waitMs - 1)
      expect(contents.seen.loaded.length).toBe(loads)
      vi.advanceTimersByTime(1)
      expect(contents.seen.loaded.length).toBe(loads + 1)
    }
    vi.advanceTimersByTime(60_000)
    gone(contents)
    vi.advanceTimersByTime(500)
    expect(contents.seen.loaded).toEqual(Array(10).fill(page))
    expect(bench.said.at(-1)).toBe('loket: kiosk page: process gone (crashed); loading it again in 500 ms')
  })

  test('is loaded once for several signs of one failure', async () => {
    const { app, contents } = await startWindow()
    vi.useFakeTimers()
    contents.seen.failing = true
    gone(contents)
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' })
    contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', page, true)
    vi.advanceTimersByTime(60_000)
    expect(contents.seen.loaded).toEqual([page, page])
  })

  test('is loaded again when its graphics process goes, or it does not load', async () => {
    const { app, contents } = await startWindow()
    vi.useFakeTimers()
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'oom' })
    vi.advanceTimersByTime(500)
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', page, true)
    vi.advanceTimersByTime(1_000)
    expect(contents.seen.loaded).toEqual([page, page, page])
  })

  test('is left alone when another load took its place, a frame failed or another program ended', async () => {
    const { app, contents } = await startWindow()
    vi.useFakeTimers()
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', page, true)
    contents.emit('did-fail-load', {}, -102, 'ERR_FAILED', page, false)
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed' })
    vi.advanceTimersByTime(60_000)
    expect(contents.seen.loaded).toEqual([page])
  })

  test('is ended and loaded again when it hangs, and left alone when it comes back in time', async () => {
    const { contents } = await startWindow()
    vi.useFakeTimers()
    contents.emit('unresponsive')
    vi.advanceTimersByTime(9_999)
    contents.emit('responsive')
    vi.advanceTimersByTime(60_000)
    expect(contents.seen.loaded).toEqual([page])

    contents.emit('unresponsive')
    vi.advanceTimersByTime(10_000)
    expect(contents.seen.acts).toContain('forcefullyCrashRenderer')
    vi.advanceTimersByTime(500)
    expect(contents.seen.loaded).toEqual([page, page])
  })
})
