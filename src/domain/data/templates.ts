import { Failure } from '../../failure.ts'
import { NOUNS, type Shape } from '../words/shapes.ts'
import { listed, nearest } from '../words/text.ts'
import type { Claim, FollowUpKind, Occasion, Profile, Role } from './model.ts'

/** Where a slot may be filled from, beyond what its name says (see `drafts.ts`). */
export const SLOT_SOURCES = ['detail', 'loop', 'introducer', 'season'] as const
export type SlotSource = (typeof SLOT_SOURCES)[number]

/** What a draft needs to be told; known ones are filled from what is on file (see `drafts.ts`). */
export interface Slot {
  name: string
  meaning: string
  example?: string
  required: boolean
  /** Required only in a mail to someone addressed by title. */
  requiredOf?: 'formal'
  /** The slot that will do in its place, where it is required. */
  or?: string
  from?: SlotSource
  /**
   * The shapes that the template has a frame for; `<slot>_shape` says which one it is, `<slot>_is` what it
   * names (see `nounKind`), and `<slot>_doing` is there where one can thank for it. Absent: any words, put in
   * as they are.
   */
  takes?: readonly Shape[]
  /**
   * It is about the person whom that slot names: it stays as typed, and `<slot>_to_them` has it as said to
   * that person, where that is sure.
   */
  of?: string
  /** It proves what a template claims, where no record does. */
  isProof?: boolean
  /** The field of the profile that fills it: `netmed me --name`. */
  profile?: keyof Profile
}

/** A message as `formats/template.ts` reads it from a Markdown file with front matter. */
export interface Template {
  name: string
  title: string
  /** Empty: for anybody. */
  for: Role[]
  /** What the text is told: declared in the file, and the known ones that it uses. */
  slots: Slot[]
  /** The follow-up that sending it opens; `then` in its file. */
  opens?: FollowUpKind
  /** The occasions it speaks of; empty: any. */
  after: Occasion[]
  /** What it says that has to be on file, or typed; without it there is no draft. */
  needs: Claim[]
  /** One mail can go to two or three people. */
  isForSeveral?: true
  /** Liquid text, one line. */
  subject: string
  /** Liquid text. */
  body: string
  source: 'packaged' | 'own'
  path: string
}

/** A mistake in a template, lines and columns counted from 1 in its file. */
export interface TemplateProblem {
  line: number
  column: number
  message: string
  hint?: string
}

/**
 * Slots that say when: what is typed there is spelled out ("tues 5" is "Tuesday at 5 pm"), in an own
 * template too.
 */
export const TIME_SLOTS: ReadonlySet<string> = new Set([
  ...['due', 'until', 'times', 'window', 'was', 'next', 'when', 'day', 'date', 'time', 'deadline'],
])
/** Slots that hold a name, a title or a figure, which stay as they are, whatever they look like. */
export const NAME_SLOTS: ReadonlySet<string> = new Set([
  ...['person', 'who', 'place', 'zone', 'paper', 'resource', 'subject', 'field', 'minutes'],
])

/** One word for one thing in every template; a template adds what it needs. */
export const KNOWN_SLOTS: readonly Slot[] = [
  { ...known('name', 'your name, as you sign', 'Jo Park'), required: true, profile: 'name' },
  { ...known('stage', 'your stage of training', 'MS2'), profile: 'stage' },
  { ...known('school', 'your school', 'UCSF'), profile: 'school' },
  { ...known('interest', 'a field that interests you', 'cardiology'), profile: 'interests' },
  { ...known('skills', 'skills you hope to gain', 'chart review'), profile: 'skills' },
  { ...known('pitch', 'who you are, in a few sentences', 'I study…'), profile: 'pitch' },
  known('field', 'the field it is about', 'cardiology'),
  {
    ...known(
      'point',
      'the specific thing that stayed with you',
      'how you read an echo with the family',
    ),
    takes: NOUNS,
  },
  {
    ...known('topic', 'what it is about, or what you want to ask', 'choosing a research mentor'),
    takes: NOUNS,
  },
  known('resource', 'what you read or looked into', 'the 2024 registry report'),
  known('takeaway', 'what it made clear to you', 'why the control group matters'),
  known('outcome', 'what came of it', 'I have a project with Dr. Stein now'),
  known('paper', 'the recent paper or project of theirs that you read', 'your 2025 ablation paper'),
  known('activity', 'one activity', 'coffee'),
  known('place', 'one place', 'the Green Bean on 9th Avenue'),
  known('times', 'concrete times', 'Tuesday at 5 pm or Thursday at noon'),
  known('window', 'the span of time that suits', 'in the next few weeks'),
  known('minutes', 'how many minutes', '20'),
  known('for', 'what it is for', 'residency applications in internal medicine'),
  known('due', 'by which day it is needed', 'September 15'),
  known('news', 'what is new with you', 'I matched with a lab for the summer'),
  known('until', 'until when', 'the middle of March'),
  known('event', 'the coming event', 'the ACC Meeting in March'),
  known('person', 'the third person it is about', 'Dr. Eva Stein'),
  { ...known('talk', 'whether they gave a talk there: yes or no', 'yes'), isProof: true },
  { ...known('talked', 'whether you talked there: yes or no', 'yes'), isProof: true },
  {
    ...known('letter', 'how far their letter is: written, offered or promised', 'written'),
    isProof: true,
  },
  { ...known('agreed', 'whether they said yes to it: yes or no', 'yes'), isProof: true },
]

/** A word that every template may use without being told: netmed works it out. */
export interface ViewWord {
  name: string
  meaning: string
  example: string
  /** Always there; the others stand inside `{% if %}`. */
  always?: boolean
  /** The slots it is made of. */
  needs?: readonly string[]
}

export const VIEW_WORDS: readonly ViewWord[] = [
  { name: 'salutation', meaning: 'the first line', example: 'Dear Dr. Hoff,', always: true },
  { name: 'greeting', meaning: 'how they are addressed', example: 'Dr. Hoff', always: true },
  { name: 'their_name', meaning: 'their whole name', example: 'Dr. Lena Hoff', always: true },
  { name: 'their_institution', meaning: 'where they work', example: 'UCSF' },
  { name: 'their_specialty', meaning: 'their specialty', example: 'cardiology' },
  { name: 'their_area', meaning: 'where they live or work', example: 'Oakland' },
  { name: 'formal', meaning: 'there when they are addressed by title', example: 'yes' },
  { name: 'alum', meaning: 'there when they are on file as alumni', example: 'yes' },
  {
    name: 'who_i_am',
    meaning: 'you, in half a sentence',
    example: 'Jo Park, a second-year medical student at UCSF',
    always: true,
    needs: ['name', 'stage', 'school'],
  },
  {
    name: 'who_i_am_in_full',
    meaning: 'the same as people elsewhere read it',
    example: 'Jo Park, a second-year medical student at UCSF',
    always: true,
    needs: ['name', 'stage', 'school'],
  },
  {
    name: 'i_am',
    meaning: 'the same without your name',
    example: 'a second-year medical student at UCSF',
    needs: ['stage', 'school'],
  },
  {
    name: 'same_school',
    meaning: 'there when they are at your school',
    example: 'yes',
    needs: ['school'],
  },
  {
    name: 'signed',
    meaning: 'your name, the first one alone for friends',
    example: 'Jo Park',
    always: true,
    needs: ['name'],
  },
  {
    name: 'a_stage',
    meaning: 'your stage with its article',
    example: 'a second-year medical student',
    needs: ['stage'],
  },
  { name: 'occasion', meaning: 'where you met, after a verb', example: 'at the ACC Meeting' },
  { name: 'occasion_name', meaning: 'the same as a noun', example: 'the ACC Meeting' },
  { name: 'occasion_kind', meaning: 'the same as `log --kind` has it', example: 'conference' },
  { name: 'occasion_day', meaning: 'when it was', example: 'on Wednesday' },
  { name: 'spoke', meaning: 'there when they spoke at it', example: 'yes', needs: ['talk'] },
  { name: 'met', meaning: 'there when you met or spoke before', example: 'yes' },
  { name: 'met_at', meaning: 'where that was', example: 'at the ACC Meeting' },
  { name: 'met_day', meaning: 'when that was', example: 'on Wednesday' },
  { name: 'we_met', meaning: 'that you met there, to begin with', example: 'We met at ACC' },
  { name: 'again', meaning: 'there when you did before what it asks for', example: 'yes' },
  { name: 'wrote_day', meaning: 'when you last wrote to them', example: 'on November 22' },
  {
    name: 'letter_is',
    meaning: 'how far their letter is: written, offered or promised',
    example: 'written',
    needs: ['letter'],
  },
  {
    name: 'they_agreed',
    meaning: 'there when they said yes to what you asked',
    example: 'yes',
    needs: ['agreed'],
  },
  { name: 'asked_at', meaning: 'where you asked, if not by mail', example: 'over coffee' },
  { name: 'asked_day', meaning: 'when you asked there', example: 'on November 22' },
  { name: 'wrote_subject', meaning: 'the subject of that email', example: 'A short talk' },
  {
    name: 'my_stage',
    meaning: 'your stage, in words to people outside medicine',
    example: 'MS2',
    needs: ['stage'],
  },
  {
    name: 'my_line',
    meaning: 'the line under your name',
    example: 'MS2, UCSF',
    needs: ['stage', 'school'],
  },
  {
    name: 'took_advice',
    meaning: 'there when the outcome says that you took their advice',
    example: 'yes',
    needs: ['outcome', 'topic'],
  },
  {
    name: 'person_typed',
    meaning: 'the third person, where that was typed for this email',
    example: 'Dr. Eva Stein',
    needs: ['person'],
  },
  { name: 'put_in_touch', meaning: 'there when someone on file put you in touch', example: 'yes' },
  { name: 'thanks_for', meaning: 'what to thank for', example: 'letting me shadow you' },
  { name: 'last_time', meaning: 'when you were last in touch', example: 'in March' },
  { name: 'near', meaning: 'who to meet closer to: me or them', example: 'them' },
]

/** The words that netmed works out of a slot that takes shapes. */
export function shapeWords({ name, takes, of }: Slot): string[] {
  if (of) return [`${name}_to_them`]
  if (!takes) return []
  return [`${name}_shape`, `${name}_is`, ...(takes.includes('did') ? [`${name}_doing`] : [])]
}

/** Whether a template names a third person, as an introduction does. */
export function isOfAnother({ slots }: Template): boolean {
  return slots.some(slot => slot.name === 'person')
}

/** What its slots say in a mail: what was typed or is on file, and none of the template's own words. */
export function wordsOfSlots(
  { slots }: Template,
  view: Readonly<Record<string, string>>,
): string[] {
  return slots
    .filter(({ profile }) => !profile)
    .flatMap(slot => [slot.name, ...shapeWords(slot)].flatMap(name => view[name] ?? []))
}

/** The slot of that name; fails with the nearest one. */
export function slotNamed(template: Template, name: string): Slot {
  const found = template.slots.find(slot => slot.name === name)
  if (found) return found
  const names = template.slots.map(slot => slot.name)
  const near = nearest(name, names)
  throw new Failure(
    'usage',
    `The template ${template.name} has no slot "${name}".`,
    `${near ? `Did you mean ${near}? ` : ''}It has ${listed(names)}.`,
  )
}

function known(name: string, meaning: string, example: string): Slot {
  return { name, meaning, example, required: false }
}
