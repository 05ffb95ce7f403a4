import { Transform } from 'node:stream'
import type { Ask, Choice } from '../context.ts'
import { folded } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

interface Terminal {
  /** Aborts on a signal; asked for with the first question only. */
  interrupted: () => AbortSignal
  color: boolean
}

/** Questions on stderr, so that an answer on stdout can go into a file. */
export function terminalQuestions(terminal: Terminal): Ask {
  const ask = <A>(question: object) => answerTo<A>(terminal, question)
  return {
    text: ({ message, fallback, check }) =>
      ask<string>({
        type: 'input',
        message,
        default: fallback,
        validate: (text: string) => check?.(text) ?? true,
      }),
    confirm: ({ message, fallback }) =>
      ask<boolean>({ type: 'confirm', message, default: fallback }),
    select: async ({ message, choices }) =>
      chosen(choices, await ask<number>({ type: 'select', message, choices: numbered(choices) })),
    search: async ({ message, choices }) =>
      chosen(
        choices,
        await ask<number>({
          type: 'search',
          message,
          source: (typed: string | undefined) => matching(numbered(choices), typed ?? ''),
        }),
      ),
    many: async ({ message, choices }) => {
      const ticked = numbered(choices).map((choice, index) => {
        return { ...choice, checked: choices[index]?.isChosen === true }
      })
      const picked = await ask<number[]>({ type: 'checkbox', message, choices: ticked })
      return picked.map(index => chosen(choices, index))
    },
  }
}

async function answerTo<A>(terminal: Terminal, question: object): Promise<A> {
  const { createPromptModule } = await import('inquirer')
  const prompt = createPromptModule({
    output: questionStream(terminal.color),
    signal: terminal.interrupted(),
  })
  // Inquirer answers with what its `type` gives, which the questions above pair with A.
  const asked = prompt([{ ...question, name: 'answer' } as never]) as Promise<{ answer: A }>
  // Ctrl-D or a lost terminal leaves a question that nobody can answer: the process would just end.
  let giveUp = () => {}
  const inputEnded = new Promise<never>((_, reject) => {
    giveUp = () => {
      // The cursor still stands behind the question.
      process.stderr.write('\n')
      reject(stopped())
    }
  })
  process.once('beforeExit', giveUp)
  try {
    return (await Promise.race([asked, inputEnded])).answer
  } catch (cause) {
    throw cause instanceof Error && STOPS.has(cause.name) ? stopped(cause) : cause
  } finally {
    process.off('beforeExit', giveUp)
  }
}

const STOPS = new Set(['ExitPromptError', 'AbortPromptError'])

function stopped(cause?: Error): Failure {
  return new Failure('interrupted', 'Stopped.', undefined, { cause })
}

// Inquirer colors whatever NO_COLOR says, so without color its sequences for it are taken out.
function questionStream(color: boolean): NodeJS.WritableStream {
  if (color) return process.stderr
  const plain = new Transform({
    transform(chunk, _encoding, done) {
      done(null, String(chunk).replace(COLOR, ''))
    },
  })
  plain.pipe(process.stderr, { end: false })
  return Object.assign(plain, { columns: process.stderr.columns, isTTY: true })
}

const COLOR = /\x1b\[[\d;]*m/g

function numbered<T>(choices: Choice<T>[]): Choice<number>[] {
  return choices.map(({ name }, index) => ({ name, value: index }))
}

function chosen<T>(choices: Choice<T>[], index: number): T {
  const choice = choices[index]
  if (!choice) throw new RangeError(`No choice ${index}`)
  return choice.value
}

/** Every word typed begins or stands somewhere in the name, whatever its case and accents. */
function matching(choices: Choice<number>[], typed: string): Choice<number>[] {
  const words = folded(typed).split(' ')
  return choices.filter(choice => {
    const name = folded(choice.name)
    return words.every(word => name.includes(word))
  })
}
