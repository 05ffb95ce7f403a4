import type { Heading } from '../input/command.ts'
import { backup } from './data/backup.ts'
import { demo } from './data/demo.ts'
import { doctor } from './data/doctor.ts'
import { exports } from './data/export.ts'
import { importFile } from './data/import.ts'
import { restore } from './data/restore.ts'
import { redo, undo } from './data/undo.ts'
import { draft } from './drafts/draft.ts'
import { lint } from './drafts/lint.ts'
import { sent } from './drafts/sent.ts'
import { template } from './drafts/template.ts'
import { event } from './events/event.ts'
import { init } from './me/init.ts'
import { me } from './me/me.ts'
import { debrief } from './meetings/debrief.ts'
import { meet } from './meetings/meet.ts'
import { pitch } from './meetings/pitch.ts'
import { prep } from './meetings/prep.ts'
import { question } from './meetings/question.ts'
import { specialty } from './meetings/specialty.ts'
import { season } from './pace/season.ts'
import { settings } from './pace/settings.ts'
import { start } from './pace/start.ts'
import { support } from './pace/support.ts'
import { week } from './pace/week.ts'
import { add } from './people/add.ts'
import { archive } from './people/archive.ts'
import { edit } from './people/edit.ts'
import { list } from './people/list.ts'
import { merge } from './people/merge.ts'
import { note } from './people/note.ts'
import { rm } from './people/rm.ts'
import { search } from './people/search.ts'
import { show } from './people/show.ts'
import { done } from './today/done.ts'
import { drop } from './today/drop.ts'
import { due } from './today/due.ts'
import { heard } from './today/heard.ts'
import { log } from './today/log.ts'
import { remind } from './today/remind.ts'
import { snooze } from './today/snooze.ts'

export { showToday } from './today/due.ts'

/**
 * The headings and order of `netmed help all`: each command under the word that is typed. The build
 * makes getters of them, so that of all commands only the typed one is loaded.
 */
export const HEADINGS: readonly Heading[] = [
  { heading: 'Today', commands: { due, log, heard, done, remind, snooze, drop } },
  {
    heading: 'People',
    commands: { add, list, show, search, note, edit, archive, merge, rm },
  },
  { heading: 'Meetings', commands: { meet, prep, question, debrief, specialty, pitch } },
  { heading: 'Events', commands: { event } },
  { heading: 'Your time', commands: { week, season, support, start, settings } },
  { heading: 'Drafts', commands: { draft, sent, template, lint } },
  { heading: 'Me', commands: { init, me } },
  {
    heading: 'Data',
    commands: { undo, redo, backup, restore, doctor, export: exports, import: importFile, demo },
  },
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
