import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'America/Los_Angeles' },
    // Nothing here is measured against a clock: this only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A fresh world for each of a hundred files is half of the time; no test leaves anything in the one they share.
    isolate: false,
    maxWorkers: 2,
    reporters: ['default', './scripts/reporter.mjs'],
  },
})
