import type { StartList } from '../domain/due/start.ts'
import { startLines } from './start.ts'
import { columns } from './table.ts'
import type { Screen } from './theme.ts'

interface Welcome {
  /** Whether they said who they are. */
  isKnown: boolean
  start: StartList
}

/** The first screen while nobody is on file; the first steps once it is known whose they are. */
export function renderWelcome({ isKnown, start }: Welcome, screen: Screen): string {
  const { columns: width, theme } = screen
  const command = (text: string) => ({ text, paint: theme.command })
  const rows = [
    ...(isKnown ? [] : [[command('netmed init'), 'tell it who you are (two minutes)']]),
    [command('netmed add "Priya Nair"'), 'someone you just met'],
    [command('netmed demo'), 'look around first'],
  ]
  const said = `netmed helps you keep up with the people you meet. Everything stays on this computer.\n\n${columns(rows, { width })}`
  return isKnown && start.left ? `${said}\n${startLines(start, screen)}` : said
}
