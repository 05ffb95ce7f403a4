import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { BIN } from '../support/built.ts'
import { NOW, world } from '../support/netmed.ts'
import { apartFromMeta, problemsIn } from '../support/plain-check.ts'
import { NAMES, randomLines, randomMoments, randomNumbers } from '../support/random-lines.ts'
import { scratchFolder } from '../support/store.ts'
import { tell, tries } from '../support/tally.ts'

/** So many lines share a world; then the next begins with an empty one. */
const A_WORLD = 250
/** Every so many changes undo and redo are compared. */
const A_STEP = 5
/** How far undo goes back. */
const MOST_STEPS = 20
const HUNG_MS = 60_000
/** Ten thousand lines take minutes, and many more on a busy machine. */
const PATIENCE_MS = 3_600_000
const CODES = [0, 1, 2, 3, 4, 5, 130]

it(
  'random command lines leave a whole file, and undo and redo give back what was there',
  async () => {
    const count = tries(250, 9_500)
    let changed = 0
    for (let begun = 0; begun < count; begun += A_WORLD) {
      const me = world()
      for (const name of NAMES) await me.run(['add', name])
      const file = path.join(me.folder, '.local/share/netmed/netmed.json')
      const text = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined)
      const lines = randomLines(randomNumbers(begun + 1))
      const moments = randomMoments(randomNumbers(begun + 2), NOW)
      const stepsBack = async () => (await me.json('undo --list')).steps.length
      let changes = 0
      let steps = await stepsBack()
      for (let at = 0; at < A_WORLD; at++) {
        const { words, stdin } = nextOf(lines)
        const before = text()
        const now = nextOf(moments)
        const { code, out, err } = await me.run(words, { stdin, now })
        const after = text()
        const said = JSON.stringify({ seed: begun + 1, at, now, words, stdin, code, err })
        expect(CODES, said).toContain(code)
        if (words.includes('--json') && code === 0)
          expect(() => JSON.parse(out), said).not.toThrow()
        if (code > 1) expect(after, said).toBe(before)
        if (after === undefined || after === before) continue
        expect(problemsIn(after), said).toEqual([])
        changed++
        steps = Math.min(MOST_STEPS, words[0] === 'undo' ? steps - 1 : steps + 1)
        if (/^(?:undo|redo|restore)$/.test(words[0] ?? '') || ++changes % A_STEP !== 0) continue
        expect(await stepsBack(), said).toBeGreaterThanOrEqual(steps)
        expect((await me.run('undo')).code, said).toBe(0)
        const empty = JSON.stringify({ ...JSON.parse(after), ...EMPTY })
        expect(apartFromMeta(text() ?? ''), said).toBe(apartFromMeta(before ?? empty))
        expect((await me.run('redo')).code, said).toBe(0)
        expect(apartFromMeta(text() ?? ''), said).toBe(apartFromMeta(after))
      }
    }
    tell('random command lines, in one process', count)
    tell('changes among them, each checked', changed)
    expect(changed).toBeGreaterThan(count / 10)
  },
  PATIENCE_MS,
)

function nextOf<T>(endless: Generator<T>): T {
  // There is always one more.
  return endless.next().value as T
}

const EMPTY = {
  ...{ profile: {}, settings: {}, events: [], seasons: [], questions: [] },
  ...{ contacts: [], followUps: [], interactions: [] },
}

it(
  'random command lines as programs end with a code that is documented',
  () => {
    const count = tries(8, 500)
    const folder = scratchFolder()
    const file = path.join(folder, 'n.json')
    const env = { PATH: process.env.PATH ?? '', HOME: folder, NETMED_FILE: file }
    const lines = randomLines(randomNumbers(77))
    for (let at = 0; at < count; at++) {
      const { words, stdin } = nextOf(lines)
      const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], {
        ...{ cwd: folder, env, input: stdin, encoding: 'utf8', timeout: HUNG_MS },
      })
      expect(CODES, JSON.stringify({ at, words, stdin, status, stderr })).toContain(status)
      if (fs.existsSync(file)) expect(problemsIn(fs.readFileSync(file, 'utf8'))).toEqual([])
    }
    tell('random command lines, each a program', count)
  },
  PATIENCE_MS,
)
