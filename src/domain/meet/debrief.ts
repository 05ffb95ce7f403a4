import { Failure } from '../../failure.ts'
import type { Contact, Database, Interaction, Occasion } from '../data/model.ts'
import { touch } from '../data/model.ts'
import { type Changes, contactById } from '../data/records.ts'
import { displayName } from '../people/names.ts'
import { whose } from '../people/people.ts'
import { byText, folded, nearest } from '../words/text.ts'

/** What is written down after a day of shadowing, for oneself. */
export interface DebriefQuestion {
  key: string
  /** Two or three words, to stand beside the answers. */
  label: string
  ask: string
}

/** First their answers to the four questions, then what one saw, then oneself. */
export const DEBRIEF_QUESTIONS: readonly DebriefQuestion[] = [
  { key: 'likes', label: 'They like', ask: 'What do they like most about it?' },
  { key: 'dislikes', label: 'They dislike', ask: 'What do they like least?' },
  { key: 'burnout', label: 'Burnout', ask: 'What does burnout look like there, in their words?' },
  { key: 'students', label: 'For students', ask: 'What should students understand about it?' },
  { key: 'nurses', label: 'With nurses', ask: 'How do they treat nurses?' },
  { key: 'patients', label: 'With patients', ask: 'How do they treat patients? (name none)' },
  { key: 'trainees', label: 'With trainees', ask: 'How do they treat trainees?' },
  { key: 'myself', label: 'Myself here', ask: 'Could I see myself here?' },
]

/** Occasions after which there is something to compare, the first one first. */
const DEBRIEFED: readonly Occasion[] = ['shadowing', 'info-interview']

/** The latest shadowing with somebody, else the latest interview; fails when there was neither. */
export function interactionToDebrief(db: Database, contact: Contact): Interaction {
  for (const kind of DEBRIEFED) {
    const [last] = db.interactions
      .filter(each => each.kind === kind && each.contacts.includes(contact.id))
      .sort((a, b) => byText(b.on, a.on) || b.id - a.id)
    if (last) return last
  }
  const planned = db.followUps.find(
    each => each.occasion === 'shadowing' && !each.closed && each.contact === contact.id,
  )
  const { handle } = whose(db, contact)
  throw new Failure(
    'not-found',
    `You haven't logged any shadowing with ${displayName(contact)} yet. A debrief is for after you shadow.`,
    planned ? `If it happened: netmed done ${planned.id}` : `netmed log ${handle} --kind shadowing`,
  )
}

export type DebriefAnswers = Changes<Record<string, string>>

/** Keeps what was said; null takes an answer away, and what was not said stays. */
export function writeDebrief(db: Database, id: number, answers: DebriefAnswers): Interaction {
  const interaction = interactionById(db, id)
  const kept: Record<string, string> = { ...interaction.debrief }
  for (const [key, text] of Object.entries(answers)) {
    if (text === null) delete kept[key]
    else if (text !== undefined) kept[key] = text
  }
  touch(db, interaction)
  if (Object.keys(kept).length) interaction.debrief = kept
  else delete interaction.debrief
  return interaction
}

function interactionById(db: Database, id: number): Interaction {
  const interaction = db.interactions.find(each => each.id === id)
  if (!interaction) throw new Failure('not-found', `There is no interaction #${id}.`)
  return interaction
}

/** A debrief as the answer shows it. */
export function debriefView(db: Database, interaction: Interaction, contact: Contact) {
  const answers = interaction.debrief ?? {}
  return {
    interaction: interaction.id,
    contact: whose(db, contact),
    specialty: contact.specialty ?? null,
    kind: interaction.kind,
    on: interaction.on,
    /** The questions that have an answer. */
    answered: DEBRIEF_QUESTIONS.map(each => each.key).filter(key => Object.hasOwn(answers, key)),
    answers: Object.fromEntries(DEBRIEF_QUESTIONS.map(({ key }) => [key, answers[key] ?? null])),
    /** What was said in an interview: the detail, the note, their advice. */
    said: saidIn(db, interaction, contact),
  }
}
export type DebriefView = ReturnType<typeof debriefView>

function saidIn(db: Database, interaction: Interaction, contact: Contact): string[] {
  const advice = db.followUps
    .filter(each => each.kind === 'advice' && each.from === interaction.id)
    .filter(each => each.contact === contact.id)
    .map(each => each.what)
  return [interaction.detail, interaction.note, ...advice].filter(text => text !== undefined)
}

// Specialties side by side

export interface Specialties {
  specialties: { name: string; shadowed: number; interviews: number; debriefs: number }[]
  /** Shadowed or interviewed, and no specialty is noted. */
  without: ReturnType<typeof whose>[]
}

/** Every specialty in which somebody was shadowed or interviewed, by name. */
export function specialties(db: Database): Specialties {
  const found = new Map<string, Specialties['specialties'][number]>()
  const without = new Map<number, Contact>()
  for (const { interaction, contact } of comparable(db)) {
    const name = contact.specialty
    if (name === undefined) {
      without.set(contact.id, contact)
      continue
    }
    const row = found.get(folded(name)) ?? { name, shadowed: 0, interviews: 0, debriefs: 0 }
    if (interaction.kind === 'shadowing') row.shadowed++
    if (interaction.kind === 'info-interview') row.interviews++
    if (interaction.debrief) row.debriefs++
    found.set(folded(name), row)
  }
  return {
    specialties: [...found.values()].sort((a, b) => byText(folded(a.name), folded(b.name))),
    without: [...without.values()].map(contact => whose(db, contact)),
  }
}

/** Each interaction that can be compared, once for each of its people. */
function comparable(db: Database): { interaction: Interaction; contact: Contact }[] {
  return db.interactions
    .filter(each => DEBRIEFED.includes(each.kind) || each.debrief !== undefined)
    .flatMap(interaction =>
      interaction.contacts.map(id => ({ interaction, contact: contactById(db, id) })),
    )
}

export interface SpecialtyPage {
  specialty: string
  /** The latest first; those with a debrief before those without. */
  debriefs: DebriefView[]
  /** Somebody of this specialty who could be asked; null when there is nobody or no need. */
  couldAsk: ReturnType<typeof whose> | null
}

/** Debriefs and interviews of one specialty; fails when nobody here has it. */
export function specialtyPage(db: Database, words: string): SpecialtyPage {
  const people = peopleOf(db, words)
  const ids = new Set(people.map(contact => contact.id))
  const debriefs = comparable(db)
    .filter(({ contact }) => ids.has(contact.id))
    .map(({ interaction, contact }) => debriefView(db, interaction, contact))
    .sort(
      (a, b) =>
        Number(b.answered.length > 0) - Number(a.answered.length > 0) ||
        byText(b.on, a.on) ||
        b.interaction - a.interaction,
    )
  const free = people.find(contact => !contact.archived)
  return {
    specialty: people[0]?.specialty ?? words,
    debriefs,
    couldAsk: debriefs.length || !free ? null : whose(db, free),
  }
}

/** The whole name before a part of it: "medicine" is not "emergency medicine" when both are here. */
function peopleOf(db: Database, words: string): Contact[] {
  const sought = folded(words)
  const named = db.contacts.filter(contact => contact.specialty !== undefined)
  const same = named.filter(contact => folded(contact.specialty ?? '') === sought)
  if (same.length) return same
  const part = named.filter(contact => folded(contact.specialty ?? '').includes(sought))
  if (part.length) return part
  const near = nearest(
    sought,
    named.map(contact => folded(contact.specialty ?? '')),
  )
  throw new Failure(
    'not-found',
    `No one on file has the specialty "${words}".`,
    near ? `Did you mean ${near}?` : 'netmed specialty lists them.',
  )
}
