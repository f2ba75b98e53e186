import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron'

/** The one window: all of the screen, without frame or menu, its page in a sandbox without Node. Loads nothing. */
export function openKioskWindow(preload: string, mayClose: () => boolean): BrowserWindow {
  const window = new BrowserWindow(options(preload))
  window.removeMenu()
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault()
  })

  const fillScreen = () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.setBounds(screen.getPrimaryDisplay().bounds)
    window.setKiosk(true)
    window.setFullScreen(true)
    window.focus()
  }
  window.on('leave-full-screen', fillScreen)
  window.on('minimize', fillScreen)
  screen.on('display-added', fillScreen)
  screen.on('display-removed', fillScreen)
  screen.on('display-metrics-changed', fillScreen)
  return window
}

function options(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Loket',
    kiosk: true,
    fullscreen: true,
    frame: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}
