import { eventWord } from '../data/events.ts'
import type { Database, FollowUp, Interaction } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { counted } from '../words/text.ts'
import type { Loop } from './loops.ts'

/** First-week notes from one occasion, where there are several, told as one. */
export interface FoldedNotes {
  count: number
  /** What opened one of them; `occasionOf` says it in words. */
  from: Interaction
  /** Whom they are to, and whether it was noted what you talked about. */
  people: { contact: number; isNoted: boolean }[]
}

/**
 * What each of these first notes is told with, by the number of its follow-up; the same for those of one
 * occasion, where there are so many. Groups are told apart.
 */
export function foldedNotes(
  db: Database,
  groups: readonly (readonly FollowUp[])[],
  least = 2,
): Map<number, FoldedNotes> {
  const large = groups.filter(notes => notes.length >= least)
  const folded = new Map<number, FoldedNotes>()
  if (!large.length) return folded
  const wanted = new Set(large.flat().map(note => note.from))
  const found = db.interactions.filter(each => wanted.has(each.id))
  const opening = new Map(found.map(each => [each.id, each]))
  for (const notes of large) {
    for (const { from, notes: together, people } of families(notes, opening)) {
      if (together.length < least) continue
      const told = { count: together.length, from, people }
      for (const id of together) folded.set(id, told)
    }
  }
  return folded
}

function families(
  notes: readonly FollowUp[],
  opening: ReadonlyMap<number, Interaction>,
): Iterable<Family> {
  const known = new Map<string, Family>()
  for (const { id, contact = 0, from: opened = 0 } of notes) {
    const from = opening.get(opened)
    if (!from) continue
    const key = from.event === undefined ? `${from.kind} ${from.on}` : `event ${from.event}`
    const family = known.get(key) ?? { from, notes: [], people: [] }
    family.notes.push(id)
    family.people.push({ contact, isNoted: from.detail !== undefined })
    known.set(key, family)
  }
  return known.values()
}

interface Family extends Pick<FoldedNotes, 'from' | 'people'> {
  notes: number[]
}

/** The first of them as the line that stands for all. */
function foldedNote(db: Database, first: Loop, { count, from }: FoldedNotes): Loop {
  const { name, command } = occasionOf(db, from)
  return {
    ...first,
    followUp: null,
    contact: null,
    what: `Write to ${counted(count, 'person', 'people')} from ${name}`,
    why: null,
    template: null,
    command,
    ifNoTalk: null,
    ifNoAddress: null,
  }
}

/** These loops in their order, the notes of one occasion as one line where there are several. */
export function withFoldedNotes(db: Database, loops: readonly Loop[]): Loop[] {
  const ids = new Set(loops.map(loop => loop.followUp ?? 0))
  const folded = foldedNotes(db, [
    db.followUps.filter(({ id, kind }) => kind === 'event' && ids.has(id)),
  ])
  const told = new Set<FoldedNotes>()
  return loops.flatMap(loop => {
    const notes = folded.get(loop.followUp ?? 0)
    if (!notes) return [loop]
    if (told.has(notes)) return []
    told.add(notes)
    return [foldedNote(db, loop, notes)]
  })
}

/** An occasion that notes are told by, and what to type for them. */
interface OccasionWords {
  /** `the ACC Meeting`, or `the conference` when it has no name. */
  name: string
  /** Where the notes are gone through. */
  command: string
  /** Where what you talked about is noted; null without an event. */
  debrief: string | null
}

/** The occasion in words, for what is shown: a walk over all names. */
export function occasionOf(db: Database, { event: id, kind }: Interaction): OccasionWords {
  const event = db.events.find(each => each.id === id)
  if (!event) {
    const name = `the ${kind.replaceAll('-', ' ')}`
    return { name, command: 'netmed due --kind event', debrief: null }
  }
  const word = eventWord(db, event)
  return {
    name: withThe(event.name),
    command: `netmed draft --event ${word}`,
    debrief: `netmed debrief ${word}`,
  }
}
