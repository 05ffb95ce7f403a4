import type { Database, Interaction } from '../data/model.ts'
import { withThe } from '../data/occasions.ts'
import { counted } from '../words/text.ts'
import type { Loop } from './loops.ts'

/** First-week notes from one occasion, where there are several, told as one in a pause. */
export interface FoldedNotes {
  count: number
  /** `the ACC Meeting`, or `the conference` when it has no name. */
  name: string
  /** Where the notes are gone through. */
  command: string
}

/** What each note is told with, by the number of its follow-up; the same for those of one occasion. */
export function foldedNotes(db: Database, ids: ReadonlySet<number>): Map<number, FoldedNotes> {
  const notes = db.followUps.filter(({ id, kind }) => kind === 'event' && ids.has(id))
  const wanted = new Set(notes.map(note => note.from))
  const opening = new Map(
    db.interactions.filter(each => wanted.has(each.id)).map(each => [each.id, each]),
  )
  const families = new Map<string, { of: Omit<FoldedNotes, 'count'>; notes: number[] }>()
  for (const note of notes) {
    const from = opening.get(note.from ?? 0)
    if (!from) continue
    const { key, ...of } = occasionOf(db, from)
    const family = families.get(key) ?? { of, notes: [] }
    family.notes.push(note.id)
    families.set(key, family)
  }
  const several = [...families.values()].filter(family => family.notes.length > 1)
  return new Map(
    several.flatMap(({ of, notes: together }) => {
      const told = { count: together.length, ...of }
      return together.map(id => [id, told] as const)
    }),
  )
}

/** The first of them as the line that stands for all. */
export function foldedNote(first: Loop, { count, name, command }: FoldedNotes): Loop {
  return {
    ...first,
    followUp: null,
    contact: null,
    what: `Write to ${counted(count, 'person', 'people')} from ${name}`,
    why: null,
    template: null,
    command,
    ifNoTalk: null,
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

function occasionOf(db: Database, { event: id, kind, on }: Interaction) {
  const event = db.events.find(each => each.id === id)
  if (event) {
    const command = `netmed draft --event ${event.id}`
    return { key: `event ${event.id}`, name: withThe(event.name), command }
  }
  const name = `the ${kind.replaceAll('-', ' ')}`
  return { key: `${kind} ${on}`, name, command: 'netmed due --kind event' }
}
