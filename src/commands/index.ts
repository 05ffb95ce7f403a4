import type { Cli } from '../input/command.ts'
import { add } from './people/add.ts'
import { due } from './today/due.ts'
import { log } from './today/log.ts'

export { showToday } from './today/due.ts'

/** The headings and order of `netmed help all`. */
export const HEADINGS: readonly { heading: string; commands: readonly ((cli: Cli) => void)[] }[] = [
  { heading: 'Today', commands: [due, log] },
  { heading: 'People', commands: [add] },
]

/** The ten daily verbs of `netmed --help`. */
export const DAILY: readonly string[] = [
  'due',
  'add',
  'log',
  'note',
  'draft',
  'sent',
  'done',
  'snooze',
  'show',
  'undo',
]
