import type { Contact, Database } from '../data/model.ts'
import { byText, folded } from '../words/text.ts'
import { displayName } from './names.ts'
import { handlesOf } from './people.ts'
import { trainingRank } from './stages.ts'

export interface Behind {
  id: number
  name: string
  stage: string
  handle: string
}

/** My own step in training, with whom it puts in reach of my help. */
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
