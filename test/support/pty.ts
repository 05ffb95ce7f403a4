import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import { BIN, type BuiltOptions, builtEnvironment, emptyHome } from './built.ts'

export interface TerminalRun {
  pid: number
  /** Resolves once the text has been printed; fails when the program ends without it. */
  shows(text: string): Promise<void>
  type(keys: string): void
  /** As when the window is drawn larger. */
  resize(columns: number, rows: number): void
  /** Everything printed so far, without escape sequences. */
  screen(): string
  /** Everything printed so far, as it came. */
  raw(): string
  ended: Promise<{ code: number; signal: number }>
}

export const ENTER = '\r'
export const CTRL_C = '\x03'
export const CTRL_D = '\x04'

/** The built program at a real terminal of 80 columns and 24 rows. */
export function inTerminal(args: string[], options: BuiltOptions = {}): TerminalRun {
  return programInTerminal([process.execPath, BIN, ...args], options)
}

/** Any program there, such as a shell that redirects. */
export function programInTerminal(words: string[], options: BuiltOptions = {}): TerminalRun {
  const home = options.home ?? emptyHome()
  const [program = '', ...args] = words
  const terminal = spawn(program, args, {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: home,
    env: builtEnvironment(home, options.env),
  })
  let printed = ''
  let hasEnded = false
  const watchers = new Set<() => void>()
  const look = () => {
    for (const watcher of watchers) watcher()
  }
  const ended = new Promise<{ code: number; signal: number }>(resolve => {
    terminal.onExit(({ exitCode, signal }) => {
      hasEnded = true
      look()
      resolve({ code: exitCode, signal: signal ?? 0 })
    })
  })
  terminal.onData(text => {
    printed += text
    look()
  })
  onTestFinished(() => {
    if (!hasEnded) terminal.kill('SIGKILL')
  })

  const screen = () => printed.replace(SEQUENCE, '')
  return {
    pid: terminal.pid,
    screen,
    raw: () => printed,
    ended,
    type: keys => terminal.write(keys),
    resize: (columns, rows) => terminal.resize(columns, rows),
    shows: text =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          if (screen().includes(text)) resolve()
          else if (hasEnded) reject(new Error(`It ended without "${text}":\n${screen()}`))
          else return
          watchers.delete(watcher)
        }
        watchers.add(watcher)
        watcher()
      }),
  }
}

const SEQUENCE = /\x1b(?:\[[\d;?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>78])/g
