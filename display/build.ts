import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

/**
 * Builds the pages into `dist/web`. The phone and status pages go over the visitors' own data plans, and the lobby runs
 * for weeks on a small board: these are built on Preact's React-compatible build, a tenth of the size; the code is the same.
 */
const root = new URL('..', import.meta.url).pathname

const pages = {
  'kiosk/screen': 'kiosk/screen/index.html',
  desk: 'display/desk/index.html',
  printer: 'display/printer/index.html',
}
const lightPages = {
  lobby: 'display/lobby/index.html',
  phone: 'display/phone/index.html',
  status: 'display/status/index.html',
}

export async function buildPages(outDir = `${root}dist/web`): Promise<void> {
  await build(configOf(pages, outDir, true))
  await build(configOf(lightPages, outDir, false))
}

/** Builds the gallery, which is for developers and tests and no part of the product. */
export async function buildGallery(outDir: string): Promise<void> {
  await build(configOf({ gallery: 'display/gallery/index.html' }, outDir, true))
}

function configOf(input: Readonly<Record<string, string>>, outDir: string, first: boolean): InlineConfig {
  const preact = {
    'react-dom/client': 'preact/compat/client',
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react-dom': 'preact/compat',
    react: 'preact/compat',
  }
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: first ? {} : { alias: preact },
    build: {
      outDir,
      emptyOutDir: first,
      target: 'es2022',
      assetsDir: first ? 'assets' : 'light',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, `${root}${file}`])),
      },
    },
  }
}
