import { spawn, spawnSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { runCli } from './cli.ts'
import type { Host, OutputStream, RunResult } from './context.ts'
import { Failure } from './failure.ts'
import { terminalQuestions } from './input/prompt.ts'

const STDIN = 0
const STDOUT = 1
const STDERR = 2

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
/** How long whoever waits may take to clean up after a signal. */
const FAREWELL_MS = 1000
const RETRY_MS = 5

/** How long a program that has the terminal may take to end of a signal; less than that. */
const PROGRAM_FAREWELL_MS = 500

/** Whether a program has the terminal. */
let isLent = false

/** Set by the first signal; it outweighs what the command made of being interrupted. */
let signalCode: number | undefined

/**
 * Runs the words of this process and ends it; `packageFolder` holds `templates` and `package.json`.
 * When all is said and went well, `afterwards` is called.
 */
export async function main(packageFolder: string, afterwards: () => void): Promise<void> {
  process.on('uncaughtException', endOnBug)
  // Holds when the process ends with the command still waiting for something that cannot come.
  process.exitCode = 70
  const code = await runCli(process.argv.slice(2), realHost(packageFolder))
  if (code === 0 && signalCode === undefined) afterwards()
  process.exit(signalCode ?? code)
}

function endOnBug(error: unknown): void {
  const trace = error instanceof Error ? error.stack : String(error)
  standardError.write(`netmed has a bug and stopped. Please report it.\n${trace}\n`)
  process.exit(70)
}

const standardError = outputStream(STDERR)

/** The world of this process, by getters throughout: each answer costs time that most commands need not spend. */
export function realHost(packageFolder: string): Host {
  let interrupted: AbortSignal | undefined
  const host: Host = {
    env: process.env,
    now: () => clock(process.env.NETMED_NOW),
    random: randomWord,
    cwd: currentFolder,
    platform: process.platform,
    packageFolder,
    script: process.argv[1] ?? '',
    stdin: {
      get isTTY() {
        return isTerminal(STDIN)
      },
      read: limit => readStandardInput(limit).toString('utf8'),
      bytes: readStandardInput,
    },
    stdout: outputStream(STDOUT),
    stderr: standardError,
    get ask() {
      // stderr first: stdin is often /dev/null, which takes node:tty to tell from a terminal.
      if (!isTerminal(STDERR) || !isTerminal(STDIN)) return null
      return terminalQuestions({
        interrupted: () => host.interrupted,
        color: host.stderr.colorLevel > 0,
      })
    },
    run: runProgram,
    runInTerminal: words => runInTerminal(words, host.interrupted),
    get interrupted() {
      interrupted ??= onSignals()
      return interrupted
    },
  }
  return host
}

// Installed at the first look: a command that never waits or writes may be killed at any time, and a
// handler would keep Ctrl-C from a read of stdin, which the system then takes up again.
function onSignals(): AbortSignal {
  const controller = new AbortController()
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // Typed into the program that has the terminal; what it does of that is its own.
      if (signal === 'SIGINT' && isLent) return
      if (signalCode !== undefined) process.exit(signalCode)
      signalCode = code
      process.exitCode = code
      setTimeout(() => process.exit(code), FAREWELL_MS).unref()
      controller.abort(new Failure('interrupted', 'Stopped.'))
    })
  }
  return controller.signal
}

const ISO_MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/

function clock(wanted: string | undefined): Date {
  if (!wanted) return new Date()
  const moment = new Date(wanted)
  // Date reads the 30th of February as the 2nd of March.
  const day = wanted.slice(0, 10)
  const isReal =
    ISO_MOMENT.test(wanted) && new Date(`${day}T12:00Z`).getUTCDate() === Number(day.slice(8))
  if (isReal && !Number.isNaN(moment.getTime())) return moment
  throw new Failure(
    'usage',
    'NETMED_NOW is not a date and time.',
    'Write it as 2026-03-09T08:00:00Z, or unset it.',
  )
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
// The largest multiple of 36 in a byte; beyond it the first letters would come more often.
const FAIR_BYTES = 252

function randomWord(length: number): string {
  let word = ''
  while (word.length < length) {
    const byte = randomByte()
    if (byte < FAIR_BYTES) word += ALPHABET[byte % ALPHABET.length]
  }
  return word
}

// An import draws thousands of words: asking the kernel for each took longer than all else of a commit.
const POOL_BYTES = 4096
let pool = new Uint8Array(0)
let drawn = 0

function randomByte(): number {
  if (drawn === pool.length) {
    pool = randomBytes(POOL_BYTES)
    drawn = 0
  }
  return pool[drawn++] ?? FAIR_BYTES
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count)
  try {
    // The same source that node:crypto draws from, without its 2 ms of loading.
    const source = openSync('/dev/urandom', 'r')
    const read = readSync(source, bytes)
    closeSync(source)
    if (read === count) return bytes
  } catch {
    // Not on every platform.
  }
  return crypto.getRandomValues(bytes)
}

function currentFolder(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new Failure('file', 'The folder you are in is no longer there.', 'Go to another one.', {
      cause,
    })
  }
}

function isTerminal(fd: number): boolean {
  try {
    // Asking the kernel first spares a pipe or a file the loading of node:tty.
    return fstatSync(fd).isCharacterDevice() && isatty(fd)
  } catch {
    return false
  }
}

function readStandardInput(limit: number): Buffer {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    const chunk = readChunk()
    if (chunk.length === 0) return Buffer.concat(chunks)
    chunks.push(chunk)
    size += chunk.length
    if (size > limit) {
      throw new Failure(
        'usage',
        `What comes in on standard input is longer than ${Math.round(limit / 1024 / 1024)} MB.`,
        'Send it in smaller parts.',
      )
    }
  }
}

/** Empty at the end. */
function readChunk(): Buffer {
  const chunk = Buffer.allocUnsafe(65_536)
  for (;;) {
    try {
      return chunk.subarray(0, readSync(STDIN, chunk))
    } catch (cause) {
      const code = errorCode(cause)
      if (code === 'EOF') return chunk.subarray(0, 0)
      if (code !== 'EAGAIN') {
        throw new Failure('file', `Standard input can't be read (${code}).`, undefined, { cause })
      }
      pause(RETRY_MS)
    }
  }
}

function outputStream(fd: typeof STDOUT | typeof STDERR): OutputStream {
  let closed = false
  return {
    write(text) {
      if (closed) return
      closed = writeWhole(fd, Buffer.from(text)) === 'closed'
    },
    get isTTY() {
      return isTerminal(fd)
    },
    get columns() {
      const wide = isTerminal(fd) ? terminal(fd).columns : Number(process.env.COLUMNS)
      return wide > 0 ? wide : 80
    },
    get rows() {
      const high = isTerminal(fd) ? terminal(fd).rows : Number(process.env.LINES)
      return high > 0 ? high : 24
    },
    get colorLevel() {
      return colorLevel(process.env, () => isTerminal(fd))
    },
    get file() {
      return fileOf(fd)
    },
  }
}

function fileOf(fd: typeof STDOUT | typeof STDERR): OutputStream['file'] {
  try {
    const stat = fstatSync(fd, { bigint: true })
    return stat.isFile() ? stat : undefined
  } catch {
    return undefined
  }
}

function terminal(fd: typeof STDOUT | typeof STDERR): NodeJS.WriteStream {
  return fd === STDOUT ? process.stdout : process.stderr
}

/** Synchronous, so that nothing is left to write when the process ends. */
function writeWhole(fd: number, bytes: Buffer): 'written' | 'closed' {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written)
    } catch (cause) {
      const code = errorCode(cause)
      if (code === 'EAGAIN') pause(RETRY_MS)
      // The reader has seen enough (`| head`), or nobody is left to be told of trouble.
      else if (code === 'EPIPE' || code === 'EOF' || fd === STDERR) return 'closed'
      else {
        throw new Failure('file', `The answer can't be written (${code}).`, undefined, { cause })
      }
    }
  }
  return 'written'
}

/** Sleeps without the event loop. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function colorLevel(
  env: Record<string, string | undefined>,
  isTTY: () => boolean,
): OutputStream['colorLevel'] {
  const forced = env.FORCE_COLOR
  if (forced !== undefined) {
    if (forced === '0' || forced === 'false') return 0
    return forced === '2' ? 2 : forced === '3' ? 3 : 1
  }
  if (env.NO_COLOR || env.TERM === 'dumb' || !isTTY()) return 0
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit' || env.WT_SESSION) return 3
  return env.TERM?.includes('256') ? 2 : 1
}

function runProgram(
  [program = '', ...words]: string[],
  { input }: { input?: string } = {},
): RunResult {
  const result = spawnSync(program, words, {
    // A clipboard tool stays behind with our pipe open: what is fed is not listened to.
    stdio: input === undefined ? ['ignore', 'pipe', 'ignore'] : ['pipe', 'ignore', 'ignore'],
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
    windowsHide: true,
  })
  return { code: result.error ? null : (result.status ?? 1), stdout: result.stdout ?? '' }
}

function runInTerminal(
  [program = '', ...words]: string[],
  interrupted: AbortSignal,
): Promise<{ code: number | null; isOpen: boolean }> {
  return new Promise(resolve => {
    const child = spawn(program, words, { stdio: 'inherit', windowsHide: true })
    const passOn = () => {
      child.kill(signalCode === SIGNALS.SIGHUP ? 'SIGHUP' : 'SIGTERM')
      setTimeout(() => end(null, true), PROGRAM_FAREWELL_MS)
    }
    const end = (code: number | null, isOpen = false) => {
      isLent = false
      interrupted.removeEventListener('abort', passOn)
      resolve({ code, isOpen })
    }
    isLent = true
    child.on('error', () => end(null))
    child.on('exit', code => end(code ?? 1))
    interrupted.addEventListener('abort', passOn)
  })
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
