import { describe, expect, it } from 'vitest'
import type { Host } from '../../src/context.ts'
import { workThrough } from '../../src/input/progress.ts'

const START = new Date('2026-11-21T15:00:00Z')

/** What stands on stderr while three steps are done, so many milliseconds after the start. */
async function shown(late: number, options: { json?: boolean; quiet?: boolean; isTTY?: boolean }) {
  const { isTTY = true, json = false, quiet = false } = options
  const written: string[] = []
  const stop = new AbortController()
  const host = {
    now: () => new Date(START.getTime() + late),
    stderr: { isTTY, write: (text: string) => written.push(text) },
    interrupted: stop.signal,
  } as unknown as Host
  function* steps(): Generator<number, string> {
    yield 0
    yield 0.5
    return 'done'
  }
  const answer = await workThrough(host, { json, quiet, since: START }, 'Import', steps())
  return { answer, written }
}

describe('the bar of what takes long', () => {
  it('shows how much is done, and is gone at the end', async () => {
    expect(await shown(501, {})).toEqual({
      answer: 'done',
      written: [
        `\rImport ${'.'.repeat(24)} 0 %`,
        `\rImport ${'='.repeat(12)}${'.'.repeat(12)} 50 %`,
        `\r${' '.repeat(38)}\r`,
      ],
    })
  })

  it.each([
    ['in the first half second', 500, {}],
    ['where no terminal is', 501, { isTTY: false }],
    ['beside JSON', 501, { json: true }],
    ['when it was asked to be quiet', 501, { quiet: true }],
  ])('is not there %s', async (_, late, options) => {
    expect(await shown(late, options)).toEqual({ answer: 'done', written: [] })
  })
})

it('a stop in the middle ends the work with nothing changed', async () => {
  const stop = new AbortController()
  const written: string[] = []
  const host = {
    now: () => new Date(START.getTime() + 501),
    stderr: { isTTY: true, write: (text: string) => written.push(text) },
    interrupted: stop.signal,
  } as unknown as Host
  let count = 0
  function* steps(): Generator<number, void> {
    for (;;) {
      yield 0
      if (++count === 2) stop.abort()
    }
  }
  const working = workThrough(host, { json: false, quiet: false, since: START }, 'Import', steps())
  await expect(working).rejects.toThrow('Stopped; nothing was changed.')
  expect(written.at(-1)).toBe(`\r${' '.repeat(38)}\r`)
})
