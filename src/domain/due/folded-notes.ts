import { eventWord } from '../data/events.ts'
import type { Database, Interaction } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { counted } from '../words/text.ts'
import type { Loop } from './loops.ts'

/** First-week notes from one occasion, where there are several, told as one. */
export interface FoldedNotes {
  count: number
  /** `the ACC Meeting`, or `the conference` when it has no name. */
  name: string
  /** Where the notes are gone through. */
  command: string
  /** Where what you talked about is noted; null without an event. */
  debrief: string | null
  /** Whom they are to, and whether it was noted what you talked about. */
  people: { contact: number; isNoted: boolean }[]
}

/** What each note is told with, by the number of its follow-up; the same for those of one occasion. */
export function foldedNotes(
  db: Database,
  ids: ReadonlySet<number>,
  least = 2,
): Map<number, FoldedNotes> {
  if (ids.size < least) return new Map()
  const notes = db.followUps.filter(({ id, kind }) => kind === 'event' && ids.has(id))
  const wanted = new Set(notes.map(note => note.from))
  const opening = new Map(
    db.interactions.filter(each => wanted.has(each.id)).map(each => [each.id, each]),
  )
  const families = new Map<string, Family>()
  for (const { id, contact = 0, from: opened = 0 } of notes) {
    const from = opening.get(opened)
    if (!from) continue
    const key = from.event === undefined ? `${from.kind} ${from.on}` : `event ${from.event}`
    const family = families.get(key) ?? { from, notes: [], people: [] }
    family.notes.push(id)
    family.people.push({ contact, isNoted: from.detail !== undefined })
    families.set(key, family)
  }
  const several = [...families.values()].filter(family => family.notes.length >= least)
  return new Map(
    several.flatMap(({ from, notes: together, people }) => {
      const told = { count: together.length, ...occasionOf(db, from), people }
      return together.map(id => [id, told] as const)
    }),
  )
}

interface Family extends Pick<FoldedNotes, 'people'> {
  from: Interaction
  notes: number[]
}

/** The first of them as the line that stands for all. */
function foldedNote(first: Loop, { count, name, command }: FoldedNotes): Loop {
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
  const folded = foldedNotes(db, new Set(loops.map(loop => loop.followUp ?? 0)))
  const told = new Set<FoldedNotes>()
  return loops.flatMap(loop => {
    const notes = folded.get(loop.followUp ?? 0)
    if (!notes) return [loop]
    if (told.has(notes)) return []
    told.add(notes)
    return [foldedNote(loop, notes)]
  })
}

function occasionOf(
  db: Database,
  { event: id, kind }: Interaction,
): Pick<FoldedNotes, 'name' | 'command' | 'debrief'> {
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
