import { nextCommand } from './sentences.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface DemoAnswer {
  demo: {
    folder: string
    /** What to type next, where the reader stands. */
    next: { look: string; begin: string }
    commands: readonly { line: string; output: string; isBefore: boolean }[]
  }
}

/** A student's days with netmed, read as on their terminal. */
export function renderDemo({ demo }: DemoAnswer, screen: Screen): string {
  const { theme } = screen
  const say = (text: string) => wrap(visible(text), screen.columns)
  const prompt = (line: string) => `$ ${theme.command(line)}`
  const before = demo.commands.filter(command => command.isBefore)
  const today = demo.commands.filter(command => !command.isBefore)
  return [
    say('Jo is a second-year medical student. Over the last weeks Jo has typed:'),
    '',
    ...before.map(command => prompt(command.line)),
    '',
    say('Today Jo comes home from a conference with a new name.'),
    // What the commands said was made fit for this screen when they said it.
    ...today.flatMap(({ line, output }) => ['', prompt(line), output.trimEnd()]),
    '',
    say(
      `Nothing was sent. The demo is in ${demo.folder}; you can delete it. Your own data was not touched.`,
    ),
    'Look around in it:',
    nextCommand(demo.next.look, screen),
    'Start your own:',
    nextCommand(demo.next.begin, screen),
  ].join('\n')
}
