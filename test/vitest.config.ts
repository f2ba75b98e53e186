import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/**
 * Two kinds of tests: `unit` needs Node alone (and the Debian programs `prepare.ts` sees to); `browser` drives real
 * Chromium against a hub started for the file, so it runs as many files at once as a small machine has cores.
 */
export default defineConfig({
  root,
  test: {
    root,
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      { test: { name: 'unit', root, include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'browser',
          root,
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
