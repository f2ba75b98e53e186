import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** Tests whose other end is a real program or device stand-in with deadlines of its own. */
const devices = ['printer-*', 'paper-*', 'start', 'kill', 'slips', 'emulator-attach'].map(
  (name) => `test/unit/${name}.test.ts`,
)

/**
 * Three kinds of tests, one kind after the other: `unit` needs Node alone and takes every core; `devices` speaks with
 * processes, sockets and serial lines, and mostly waits for them; `browser` drives real Chromium against a hub started
 * for the file, so it runs as many files at once as a small machine has cores. A machine that stalls for seconds breaks
 * a deadline that is part of the product: there a test is given one more chance, and a fault of ours fails twice.
 */
export default defineConfig({
  root,
  test: {
    root,
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/unit/**/*.test.ts'],
          exclude: devices,
          testTimeout: 20_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'devices',
          root,
          include: devices,
          testTimeout: 20_000,
          maxWorkers: 2,
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          root,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/gallery-built.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
