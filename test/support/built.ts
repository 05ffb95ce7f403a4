import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const PACKAGE_FOLDER = fileURLToPath(new URL('../../', import.meta.url))
export const BIN = join(PACKAGE_FOLDER, 'bin', 'netmed.cjs')

export interface Finished {
  /** Null when a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Started {
  child: ChildProcess
  finished: Promise<Finished>
}

export interface BuiltOptions {
  /** From `emptyHome`; without it, one that lasts for this run. */
  home?: string
  env?: Record<string, string>
  /** All of stdin; without it, stdin is at its end. */
  input?: string
}

/** A folder for home, data, state and configuration; removed when the test has ended. */
export function emptyHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'netmed-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** Where the built program keeps its data in that home. */
export function dataFile(home: string): string {
  return join(home, 'people', 'netmed.json')
}

/** Nothing of this machine but the way to its programs: Saturday, 21 November 2026, 10 in the morning. */
export function builtEnvironment(
  home: string,
  env: Record<string, string> = {},
): Record<string, string> {
  const runtime = join(home, 'run')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    TZ: 'America/Los_Angeles',
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: runtime,
    NETMED_FILE: dataFile(home),
    NETMED_NOW: '2026-11-21T18:00:00Z',
    ...env,
  }
}

/** Runs the built program to its end. */
export function runBuilt(args: string[], options: BuiltOptions = {}): Promise<Finished> {
  return runProgram([process.execPath, BIN, ...args], options)
}

/** Any program, with the built program's environment. */
export function runProgram(words: string[], options: BuiltOptions = {}): Promise<Finished> {
  const { child, finished } = startProgram(words, options)
  child.stdin?.end(options.input ?? '')
  return finished
}

/** Leaves stdin open, for what has to happen while it runs. */
export function startBuilt(args: string[], options: BuiltOptions = {}): Started {
  return startProgram([process.execPath, BIN, ...args], options)
}

function startProgram(words: string[], options: BuiltOptions): Started {
  const home = options.home ?? emptyHome()
  const [program = '', ...args] = words
  const child = spawn(program, args, { cwd: home, env: builtEnvironment(home, options.env) })
  // A program may end without having read its input.
  child.stdin.on('error', () => {})
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  return { child, finished }
}
