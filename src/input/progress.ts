import type { GlobalOptions, Host } from '../context.ts'
import { Failure } from '../failure.ts'

const PATIENCE_MS = 500
const BAR = 24

/** Runs the steps to their end, with a bar on a terminal's stderr once the command takes long; see `Context.working`. */
export async function workThrough<T>(
  host: Host,
  options: Pick<GlobalOptions, 'json' | 'quiet'> & { since: Date },
  text: string,
  steps: Generator<number, T>,
): Promise<T> {
  const signal = host.interrupted
  const showsBar = host.stderr.isTTY && !options.json && !options.quiet
  const start = options.since.getTime()
  let isShown = false
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (showsBar && host.now().getTime() - start > PATIENCE_MS) {
        host.stderr.write(`\r${bar(text, step.value)}`)
        isShown = true
      }
      // Signals arrive between turns of the event loop only.
      await new Promise(resolve => setImmediate(resolve))
      if (signal.aborted) throw new Failure('interrupted', 'Stopped; nothing was changed.')
    }
  } finally {
    if (isShown) host.stderr.write(`\r${' '.repeat(text.length + BAR + 8)}\r`)
  }
}

function bar(text: string, share: number): string {
  const full = Math.round(share * BAR)
  return `${text} ${'='.repeat(full)}${'.'.repeat(BAR - full)} ${Math.round(share * 100)} %`
}
