import { readFileSync, statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const GIGABYTE = 2 ** 30

/** A disk of memory with room enough, on Linux; undefined where there is none. */
function memoryDisk(): string | undefined {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8').match(/^\S+ \/dev\/shm tmpfs (\S+)/m)?.[1]
    const { bavail, bsize } = statfsSync('/dev/shm')
    const isFit = mount && !/\b(?:ro|noexec)\b/.test(mount) && bavail * bsize > 2 * GIGABYTE
    return isFit ? '/dev/shm' : undefined
  } catch {
    return undefined
  }
}

// Each change waits for the disk, and thousands of changes wait for minutes where others use it too. Who
// names a TMPDIR gets the tests there.
const TMPDIR = process.env.TMPDIR ?? memoryDisk()

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'America/Los_Angeles', ...(TMPDIR && { TMPDIR }) },
    // Nothing here is measured against a clock: this only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A fresh world for each of a hundred files is half of the time; no test leaves anything in the one they share.
    isolate: false,
    maxWorkers: 2,
    reporters: ['default', './scripts/reporter.mjs'],
  },
})
