import { columns } from './table.ts'
import type { Screen } from './theme.ts'

/** The first screen of somebody who has no data yet. */
export function renderWelcome(_answer: object, { columns: width, theme }: Screen): string {
  const command = (text: string) => ({ text, paint: theme.command })
  const rows = [
    [command('netmed init'), 'tell it who you are (two minutes)'],
    [command('netmed add "Priya Nair"'), 'somebody you met'],
    [command('netmed demo'), 'look around first'],
  ]
  return `netmed keeps your people, on this machine only.\n\n${columns(rows, { width })}`
}
