import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { runCli } from '../../src/cli.ts'
import type { Ask, Host } from '../../src/context.ts'
import type { Database } from '../../src/domain/data/model.ts'
import { Failure } from '../../src/failure.ts'

/** What one command line did. */
export interface Ran {
  code: number
  out: string
  err: string
}

export interface World {
  /** Runs one command line in this process; words are split at blanks, quotes keep them together. */
  run(line: string | string[], options?: RunOptions): Promise<Ran>
  /** The answer of a command line under `--json`; fails the test when it does not exit 0. */
  json(line: string): Promise<Answer>
  /** The data file as it stands. */
  data(): Database
  /** Changes the data file as a text editor would. */
  rewrite(change: (data: Database) => void): void
  /** A path in this world's private folder. */
  path(name: string): string
  folder: string
}

// Tests read answers of every shape; the commands' own types are checked where they are made.
// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the command printed
export type Answer = any

export interface RunOptions {
  stdin?: string | Uint8Array
  /** Answers in the order of the questions; with none, nobody is there to ask. */
  answers?: unknown[]
  /** `2026-11-21T15:00` local time; the world's own when absent. */
  now?: string
  env?: Record<string, string>
  columns?: number
  isTTY?: boolean
  /** 0 when absent. */
  colorLevel?: 0 | 1
  /** What the editor, clipboard or opener does. */
  programs?: (
    words: string[],
    options?: { input?: string },
  ) => { code: number | null; stdout?: string }
}

/** An answer that takes what the question has in store. */
export const ENTER = Symbol('Enter')

/** Saturday 21 November 2026, three in the afternoon. */
export const NOW = '2026-11-21T15:00:00'

/** A private world: an empty home, a clock that stands still, nobody at the terminal. */
export function world(options: { now?: string; chance?: number } = {}): World {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'netmed-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const dataFile = path.join(folder, '.local/share/netmed/netmed.json')
  let chance = options.chance ?? 0
  const random = (length: number) => (chance++).toString(36).padStart(length, 'a').slice(-length)

  const run = async (line: string | string[], given: RunOptions = {}): Promise<Ran> => {
    let out = ''
    let err = ''
    const stream = (write: (text: string) => void) => ({
      write,
      isTTY: given.isTTY ?? false,
      columns: given.columns ?? 80,
      rows: 24,
      colorLevel: given.colorLevel ?? 0,
    })
    const host: Host = {
      env: { HOME: folder, PATH: '/usr/local/bin:/usr/bin', ...given.env },
      now: () => new Date(given.now ?? options.now ?? NOW),
      random,
      cwd: () => folder,
      platform: 'linux',
      packageFolder: process.cwd(),
      script: '/usr/local/bin/netmed',
      stdin: {
        isTTY: given.isTTY ?? false,
        read: () => String(given.stdin ?? ''),
        bytes: () => Buffer.from(given.stdin ?? ''),
      },
      stdout: stream(text => {
        out += text
      }),
      stderr: stream(text => {
        err += text
      }),
      ask: given.answers ? scripted([...given.answers]) : null,
      run: (words, how) => {
        const result = given.programs?.(words, how) ?? { code: null }
        return { code: result.code, stdout: result.stdout ?? '' }
      },
      runInTerminal: async words => {
        const { code } = given.programs?.(words) ?? { code: null }
        return { code, isOpen: false }
      },
      interrupted: new AbortController().signal,
    }
    const code = await runCli(typeof line === 'string' ? wordsOf(line) : line, host)
    return { code, out, err }
  }

  return {
    run,
    folder,
    path: name => path.join(folder, name),
    async json(line) {
      const ran = await run([...wordsOf(line), '--json'])
      if (ran.code !== 0) throw new Error(`exit ${ran.code}: ${ran.err}`)
      return JSON.parse(ran.out)
    },
    data: () => JSON.parse(fs.readFileSync(dataFile, 'utf8')),
    rewrite(change) {
      const data: Database = JSON.parse(fs.readFileSync(dataFile, 'utf8'))
      change(data)
      fs.writeFileSync(dataFile, JSON.stringify(data, null, 2))
    },
  }
}

/** Each question takes the next answer; `undefined` is Ctrl-C; a text that `check` refuses fails the test. */
function scripted(answers: unknown[]): Ask {
  const next = (message: string): unknown => {
    if (!answers.length) throw new Error(`nobody expected the question "${message}"`)
    const answer = answers.shift()
    if (answer === undefined) throw new Failure('interrupted', 'Stopped.')
    return answer
  }
  const among = (message: string, choices: { name: string; value: unknown }[]) => {
    const wanted = next(message)
    const found = choices.find(choice => choice.name.includes(String(wanted)))
    if (!found) throw new Error(`"${message}" offers ${choices.map(choice => choice.name)}`)
    return found.value
  }
  return {
    async text({ message, fallback = '', check }) {
      const given = next(message)
      const answer = given === ENTER ? fallback : String(given)
      const wrong = check?.(answer)
      if (wrong) throw new Error(`${message}: ${wrong}`)
      return answer
    },
    // The value is one of the choices handed in, so it has their type.
    select: async ({ message, choices }) => among(message, choices) as never,
    search: async ({ message, choices }) => among(message, choices) as never,
    confirm: async ({ message, fallback }) => {
      const given = next(message)
      return given === ENTER ? fallback : Boolean(given)
    },
    many: async ({ message, choices }) => {
      const given = next(message)
      const picked =
        given === ENTER
          ? choices.filter(choice => choice.isChosen)
          : (given as string[]).map(wanted => choices.find(choice => choice.name.includes(wanted)))
      return picked.map(choice => choice?.value) as never
    },
  }
}

/** As a shell splits a line: blanks, and single or double quotes, also within a word. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  )
}
