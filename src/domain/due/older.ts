import type { Database, FollowUpKind, OpenFollowUp } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { addDays, type Day, dayOfMoment } from '../words/days.ts'
import { byText } from '../words/text.ts'
import { type FollowUpView, followUpViews } from './loops.ts'
import { isOpen } from './opening.ts'

/** An open loop of long ago. */
export interface OlderLoop {
  followUp: OpenFollowUp
  /** The day it was due, else the day it was made. */
  since: Day
}

/** Never let go with others: what I owe, what has its own day, and what I wrote. */
const SPARED: ReadonlySet<FollowUpKind> = new Set(['promise', 'deadline', 'meeting', 'draft'])

/** Nor what they agreed to, nor what would never come again. */
function isSpared({ kind, stage, every }: OpenFollowUp): boolean {
  return SPARED.has(kind) || stage === 'agreed' || every !== undefined
}

/** Open loops whose day is past by more than the weeks set, and that nobody changed since; oldest first. */
export function olderLoops(db: Database, today: Day): OlderLoop[] {
  const limit = addDays(today, -numberSetting(db, 'due.older'))
  return db.followUps
    .filter((each): each is OpenFollowUp => isOpen(each) && isOlder(each, limit))
    .map(followUp => ({ followUp, since: sinceOf(followUp) }))
    .sort((a, b) => byText(a.since, b.since) || a.followUp.id - b.followUp.id)
}

function isOlder(followUp: OpenFollowUp, limit: Day): boolean {
  return !isSpared(followUp) && sinceOf(followUp) < limit && isUntouched(followUp, limit)
}

function sinceOf({ due, createdAt }: OpenFollowUp): Day {
  return due ?? dayOf(createdAt)
}

/** What `due --older` shows. */
export interface OlderPage {
  today: Day
  /** Past its day by more days than these a loop is an older one. */
  days: number
  items: (FollowUpView & Pick<OlderLoop, 'since'>)[]
}

export function olderPage(db: Database, today: Day): OlderPage {
  const older = olderLoops(db, today)
  const items = older.flatMap(({ followUp, since }) =>
    followUpViews(db, [followUp], today).map(view => ({ ...view, since })),
  )
  return { today, days: numberSetting(db, 'due.older'), items }
}

function isUntouched({ updatedAt }: OpenFollowUp, limit: Day): boolean {
  return updatedAt === undefined || dayOf(updatedAt) < limit
}

function dayOf(moment: string): Day {
  return dayOfMoment(new Date(moment))
}
