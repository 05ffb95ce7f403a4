import { Failure } from '../failure.ts'
import type { Contact, Database } from './model.ts'
import { displayName, trainingRank } from './names.ts'
import { handlesOf } from './people.ts'
import { byText, folded } from './text.ts'

/** The stage that follows: MS2 after MS1, PGY1 after MS4; fails where that is not for us to say. */
export function nextStage(stage: string | undefined): string {
  if (stage === undefined) {
    throw new Failure('usage', 'Your stage is not known yet.', 'netmed me --stage MS2')
  }
  if (stage === 'pre-med') return 'MS1'
  const [, of = '', digits = ''] = /^(O?MS|PGY)(\d)$/.exec(stage) ?? []
  const year = Number(digits)
  if (of === 'PGY' && year < LAST_RESIDENT_YEAR) return `PGY${year + 1}`
  if (of.endsWith('MS')) return year === LAST_STUDENT_YEAR || year > 5 ? 'PGY1' : `${of}${year + 1}`
  throw new Failure(
    'usage',
    `What comes after ${stage} is yours to say.`,
    'netmed me --stage fellow',
  )
}

const LAST_STUDENT_YEAR = 4
const LAST_RESIDENT_YEAR = 9

export interface Behind {
  id: number
  name: string
  stage: string
  handle: string
}

/** My own step in training, with whom it puts in reach of my help (practice P9). */
export interface Advance {
  from: string
  to: string
  /** Now behind me, the nearest first. */
  juniors: Behind[]
  /** Peers who stood where I did, and may have moved on too. */
  classmates: Behind[]
}

/** Null unless the stage now lies further on in training than the one before. */
export function advanceFrom(db: Database, from: string | undefined): Advance | null {
  const to = db.profile.stage
  const [before, now] = [trainingRank(from), trainingRank(to)]
  if (from === undefined || to === undefined) return null
  if (before === undefined || now === undefined || now <= before) return null
  const juniors: Contact[] = []
  const classmates: Contact[] = []
  for (const contact of db.contacts) {
    const rank = trainingRank(contact.stage)
    if (contact.archived || contact.prospect || rank === undefined || rank >= now) continue
    // Whoever was ahead of me when that was noted is ahead of me still.
    if (contact.role === 'senior-student') continue
    if (contact.role !== 'peer' || rank < before) juniors.push(contact)
    else if (folded(contact.stage ?? '') === folded(from)) classmates.push(contact)
  }
  const views = behindViews(db)
  return { from, to, juniors: views(juniors), classmates: views(classmates) }
}

function behindViews(db: Database): (contacts: Contact[]) => Behind[] {
  return contacts => {
    const handles = handlesOf(
      db,
      contacts.map(contact => contact.id),
    )
    return contacts
      .sort((a, b) => rankOf(b) - rankOf(a) || byText(folded(a.name), folded(b.name)))
      .map(contact => ({
        id: contact.id,
        name: displayName(contact),
        stage: contact.stage ?? '',
        handle: handles.get(contact.id) ?? String(contact.id),
      }))
  }
}

function rankOf({ stage }: Contact): number {
  return trainingRank(stage) ?? 0
}
