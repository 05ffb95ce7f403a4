import type { Database, Profile } from '../data/model.ts'
import { numberSetting } from '../data/settings.ts'
import { counted, foldedPhrase, listed } from '../words/text.ts'
import { namesOf } from './names.ts'
import { stageWords } from './stages.ts'

/** What a pitch says: who you are, where you are in your training, what interests you. */
const PITCH_PARTS = ['who', 'stage', 'interest'] as const
export type PitchPart = (typeof PITCH_PARTS)[number]

export interface PitchView {
  text: string
  words: number
  /** Said aloud, at the two speeds of the settings. */
  seconds: { least: number; most: number }
  missing: PitchPart[]
  /** What to look at twice, in sentences; none when it is fine. */
  says: string[]
}

export function pitchView(db: Database, text: string): PitchView {
  const words = text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
  const missing = PITCH_PARTS.filter(part => !HAS[part](text, db.profile))
  return {
    text,
    words,
    seconds: {
      least: secondsFor(words, numberSetting(db, 'pitch.fast')),
      most: secondsFor(words, numberSetting(db, 'pitch.slow')),
    },
    missing,
    says: [...missing.map(part => SAYS[part]), ...lengthSays(db, words)],
  }
}

function secondsFor(words: number, aMinute: number): number {
  return aMinute > 0 ? Math.round((words / aMinute) * 60) : 0
}

const SAYS: Record<PitchPart, string> = {
  who: "It doesn't say your name.",
  stage: "It doesn't say where you are in your training.",
  interest: "It doesn't say what interests you.",
}

const HAS: Record<PitchPart, (text: string, me: Profile) => boolean> = {
  who: (text, me) => {
    const { first, last } = me.name ? namesOf({ name: me.name }) : {}
    return holdsAny(text, [first, last]) || NAMES_MYSELF.test(text)
  },
  stage: (text, me) =>
    holdsAny(text, me.stage ? [me.stage, stageWords(me.stage)] : []) || A_STAGE.test(text),
  interest: (text, me) => holdsAny(text, me.interests ?? []) || AN_INTEREST.test(text),
}

function holdsAny(text: string, sought: readonly (string | undefined)[]): boolean {
  const words = ` ${foldedPhrase(text)} `
  return sought.some(each => each !== undefined && words.includes(` ${foldedPhrase(each)} `))
}

const NAMES_MYSELF = /\b(?:[Mm]y name is|I am|I[’']m|[Tt]his is) \p{Lu}\p{Ll}/u
const A_STAGE =
  /\b(?:(?:first|second|third|fourth|final|last)[- ]year|(?:medical|pre-?med(?:ical)?|PhD|post-?bac\w*) student|MS ?[1-4]|M[1-4]|OMS ?[1-4]|PGY[- ]?\d|pre-?med|intern|resident|fellow)\b/i
const AN_INTEREST =
  /\b(?:interest\w*|drawn to|curious|fascinat\w*|passion\w*|keen on|excited by|excited about|care about|hope to (?:become|work|train|study)|want to (?:become|work|train|study))\b/i

function lengthSays(db: Database, words: number): string[] {
  const shortest = numberSetting(db, 'pitch.shortest')
  const longest = numberSetting(db, 'pitch.longest')
  if (words >= shortest && words <= longest) return []
  const way = words < shortest ? 'short' : 'long'
  return [`It is ${way}: ${counted(words, 'word')}. Aim for ${shortest} to ${longest}.`]
}

/** What the profile has for a first draft of a pitch, in half sentences; empty when nothing. */
export function pitchBeginning(me: Profile): string {
  const stage = me.stage && `a ${stageWords(me.stage)}`
  const what = [stage, me.school && `at ${me.school}`].filter(Boolean).join(' ')
  const who = [me.name && `I'm ${me.name}`, what].filter(Boolean).join(', ')
  const interests = (me.interests ?? []).slice(0, 2)
  const drawn = interests.length ? `I'm most interested in ${listed(interests)}, because …` : ''
  return [who && `${who}.`, drawn].filter(Boolean).join(' ')
}
